import { csvParseRows } from "d3";
import { Problem } from "../../model/problem.ts";

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NUMERIC: ReadonlySet<string> = new Set(["value", "num", "den", "weight", "seq"]);
const NEEDED = ["indicator", "place", "observedAt"] as const;

/** The fields of one line, or null when its quotes do not close: a quoted field may not hold a line break. */
export function csvFields(line: string): string[] | null {
  let quotes = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 0 ? (csvParseRows(line)[0] ?? []) : null;
}

/** The columns that the first line names. @throws Problem bad_request when it is not a header */
export function csvHeader(line: string | null): string[] {
  const columns = line === null ? null : csvFields(line);
  const missing = NEEDED.filter((name) => !columns?.includes(name));
  if (!columns || missing.length > 0)
    throw new Problem("bad_request", `The first line of the CSV must name its columns; ${missing.join(", ")} not found in ${JSON.stringify(line ?? "an unreadable line").slice(0, 120)}. Put a header like indicator,place,observedAt,value first.`);
  if (new Set(columns).size < columns.length) throw new Problem("bad_request", `The CSV header names a column twice: ${columns.join(",")}. Name each once.`);
  return columns;
}

/** A row as the item that JSON would have sent; an empty field is absent, a numeric one that is no JSON number stays text. */
export function csvItem(columns: readonly string[], fields: readonly string[]): unknown {
  return Object.fromEntries(
    columns.flatMap((name, i): [string, unknown][] => {
      const text = fields[i]!;
      if (text === "") return [];
      return [[name, NUMERIC.has(name) && JSON_NUMBER.test(text) ? Number(text) : text]];
    }),
  );
}
