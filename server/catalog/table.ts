import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParseRows } from "d3";

/** The row that stands under the reader's finger, with its place in the file for messages. One object serves all rows. */
export class Row<C extends string> {
  private readonly path: string;
  private readonly columns: readonly C[];
  private fields: readonly string[] = [];
  private line = 0;

  constructor(path: string, columns: readonly C[]) {
    this.path = path;
    this.columns = columns;
  }
  /** Moves on. @throws when the row has another width than the header */
  at(line: number, fields: readonly string[]): this {
    this.line = line;
    this.fields = fields;
    return fields.length === this.columns.length ? this : this.fail(`${fields.length} fields`, `${this.columns.length}`);
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
    throw new Error(`${this.path}, line ${this.line}: ${found}; expected ${expected}. Mend the file and start again.`);
  }
}

/**
 * Reads a CSV file (UTF-8, header as stated) strictly, row by row: a wrong header, a row of another width or an empty line
 * stops it, with the file and the line in the message. What `take` needs of a row it must read before it returns.
 */
export function readTable<const C extends string, T>(root: string, path: string, columns: readonly C[], take: (row: Row<C>) => T): T[] {
  const [header, ...lines] = csvParseRows(readFileSync(join(root, path), "utf8").replace(/^\uFEFF/, ""));
  if (header?.join(",") !== columns.join(","))
    throw new Error(`${path}, line 1: the header is "${header?.join(",") ?? ""}"; expected "${columns.join(",")}". Mend the file and start again.`);
  const row = new Row(path, columns);
  return lines.map((fields, i) => take(row.at(i + 2, fields)));
}
