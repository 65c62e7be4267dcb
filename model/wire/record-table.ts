import { WireError } from "./bytes.ts";
import type { FrameRecord } from "./frame.ts";

/**
 * Records as columns: two thousand findings say the same of their rule, their source and their state, and each thing is said
 * once. JSON of `[shapes, order, ids, columns]`: `shapes` lists the keys that records have, null for what is no object; `order`
 * names the shape of each record, −1 for one that is gone; `columns` holds for each shape a column for each of its keys.
 */
export function tableOf(records: readonly FrameRecord[]): string {
  const shapes: (readonly string[] | null)[] = [];
  const values: unknown[][][] = [];
  const known = new Map<string, number>();
  const order = records.map(({ record }) => {
    if (record === null || record === undefined) return GONE;
    const keys = isObject(record) ? Object.keys(record).filter((key) => record[key] !== undefined) : null;
    const name = JSON.stringify(keys);
    let shape = known.get(name);
    if (shape === undefined) {
      known.set(name, (shape = shapes.length));
      shapes.push(keys);
      values.push((keys ?? [null]).map(() => []));
    }
    const columns = values[shape]!;
    if (keys) for (const [i, key] of keys.entries()) columns[i]!.push((record as Row)[key]);
    else columns[0]!.push(record);
    return shape;
  });
  return JSON.stringify([shapes, packed(order), packed(records.map(({ id }) => id)), values.map((columns) => columns.map(packed))]);
}

/** @throws WireError when the text is not what `tableOf` writes */
export function recordsIn(text: string): FrameRecord[] {
  let table: unknown;
  try {
    table = JSON.parse(text);
  } catch {
    throw new WireError("The records are not JSON.");
  }
  if (!Array.isArray(table) || table.length !== 4) throw new WireError("The records are not a table of shapes, order, ids and columns.");
  const [shapes, order, ids, columns] = [list(table[0], "shapes"), unpacked(table[1], "order"), unpacked(table[2], "ids"), list(table[3], "columns")];
  if (order.length !== ids.length || shapes.length !== columns.length) throw new WireError(`The records have ${order.length} places and ${ids.length} ids, ${shapes.length} shapes and ${columns.length} sets of columns.`);
  const rows = columns.map((each, shape) => list(each, "columns").map((column) => unpacked(column, `columns of shape ${shape}`)));
  const read = shapes.map(() => 0);
  return ids.map((id, at): FrameRecord => {
    const shape = order[at];
    if (typeof id !== "string" || typeof shape !== "number") throw new WireError("A record has no id or no shape.");
    if (shape === GONE) return { id, record: null };
    const keys = shapes[shape];
    if (keys === undefined) throw new WireError(`A record is of shape ${shape}; there are ${shapes.length}.`);
    const row = read[shape]!++;
    const cell = (column: number): unknown => {
      const values = rows[shape]![column];
      if (!values || row >= values.length) throw new WireError(`Shape ${shape} has no value in column ${column}, row ${row}.`);
      return values[row];
    };
    return { id, record: keys === null ? cell(0) : Object.fromEntries(list(keys, "keys").map((key, column) => [String(key), cell(column)])) };
  });
}

const GONE = -1;
type Row = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** A column whose values repeat: each once, and which of them stands in each row. */
interface Packed {
  readonly d: readonly unknown[];
  readonly i: readonly number[];
}
function packed(values: readonly unknown[]): readonly unknown[] | Packed {
  const places = new Map<string, number>();
  const d: unknown[] = [];
  const i: number[] = [];
  for (const value of values) {
    const text = JSON.stringify(value) ?? "null";
    let place = places.get(text);
    if (place === undefined) {
      // Where most are different the list itself is shorter.
      if (d.length * 2 >= values.length) return values;
      places.set(text, (place = d.length));
      d.push(value);
    }
    i.push(place);
  }
  return { d, i };
}
function unpacked(column: unknown, what: string): readonly unknown[] {
  if (Array.isArray(column)) return column;
  const { d, i } = (column ?? {}) as Partial<Packed>;
  const values = list(d, what);
  return list(i, what).map((place) => {
    if (typeof place !== "number" || !(place in values)) throw new WireError(`The records' ${what} name value ${String(place)} of ${values.length}.`);
    return values[place];
  });
}
function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new WireError(`The records' ${what} are not a list.`);
  return value;
}
