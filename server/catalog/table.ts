import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParseRows } from "d3";

/** One row of a table file, with its place in the file for messages. */
export class Row<C extends string> {
  private readonly where: () => string;
  private readonly columns: readonly C[];
  private readonly fields: readonly string[];

  constructor(where: () => string, columns: readonly C[], fields: readonly string[]) {
    this.where = where;
    this.columns = columns;
    this.fields = fields;
  }
  text(column: C): string {
    return this.fields[this.columns.indexOf(column)]!;
  }
  /** @throws when the field is empty. */
  filled(column: C): string {
    return this.text(column) || this.fail(`column "${column}" is empty`, "a text");
  }
  /** @throws when the field is not a finite number. */
  number(column: C): number {
    return this.optional(column) ?? this.fail(`column "${column}" is empty`, "a number");
  }
  /** null when the field is empty; never 0 for nothing. */
  optional(column: C): number | null {
    const text = this.text(column);
    if (text === "") return null;
    const value = Number(text);
    return Number.isFinite(value) ? value : this.fail(`column "${column}" says "${text}"`, "a number or nothing");
  }
  oneOf<T extends string>(column: C, allowed: readonly T[]): T {
    const text = this.text(column);
    return allowed.includes(text as T) ? (text as T) : this.fail(`column "${column}" says "${text}"`, `one of ${allowed.join(", ")}`);
  }
  fail(found: string, expected: string): never {
    throw new Error(`${this.where()}: ${found}; expected ${expected}. Mend the file and start again.`);
  }
}

/**
 * Reads a CSV file (UTF-8, header as stated) strictly: a wrong header, a row of another width or an empty line stops it,
 * with the file and the line in the message.
 */
export function readTable<const C extends string>(root: string, path: string, columns: readonly C[]): Row<C>[] {
  const [header, ...lines] = csvParseRows(readFileSync(join(root, path), "utf8").replace(/^\uFEFF/, ""));
  if (header?.join(",") !== columns.join(","))
    throw new Error(`${path}, line 1: the header is "${header?.join(",") ?? ""}"; expected "${columns.join(",")}". Mend the file and start again.`);
  return lines.map((fields, i) => {
    const row = new Row(() => `${path}, line ${i + 2}`, columns, fields);
    return fields.length === columns.length ? row : row.fail(`${fields.length} fields`, `${columns.length}`);
  });
}
