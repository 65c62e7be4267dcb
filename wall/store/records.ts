import type { SeriesPoint } from "../../model/sample.ts";
import type { RecordFrame } from "../../model/wire/frame.ts";
import { NO_RECORDS, NO_SERIES, type Records, type Series } from "./view.ts";

/** The records of a channel after one more frame; `null` at an id removes it. */
export function fold<T>(before: Records<T>, frame: RecordFrame): Records<T> {
  const records = frame.kind === "snapshot" ? new Map<string, T>() : new Map(before.records);
  for (const { id, record } of frame.records) {
    if (record === null) records.delete(id);
    else records.set(id, record as T);
  }
  return { status: "ready", code: "", tick: frame.tick, at: frame.at, simAt: frame.simAt, records };
}

/** The points of a records view, oldest first, no older than `windowMs` before the last frame. */
export function points(view: Records<unknown>, windowMs: number): Series {
  const { records, ...seen } = view;
  const from = view.simAt - windowMs;
  const all = [...records.values()].flatMap((r) => (isPoint(r) && r[0] >= from ? [r] : [])).sort((a, b) => a[0] - b[0]);
  return { ...NO_SERIES, ...seen, points: all };
}
const isPoint = (record: unknown): record is SeriesPoint => Array.isArray(record) && typeof record[0] === "number";

export const refusedRecords = (code: string): Records<never> => ({ ...NO_RECORDS, status: "refused", code });
