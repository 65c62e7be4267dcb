import type { RecordFrame } from "../../model/wire/frame.ts";
import { NO_RECORDS, type Records } from "../../model/view.ts";

/** The records of a channel after one more frame; `null` at an id removes it. */
export function fold<T>(before: Records<T>, frame: RecordFrame): Records<T> {
  const records = frame.kind === "snapshot" ? new Map<string, T>() : new Map(before.records);
  for (const { id, record } of frame.records) {
    if (record === null) records.delete(id);
    else records.set(id, record as T);
  }
  return { status: "ready", code: "", tick: frame.tick, at: frame.at, simAt: frame.simAt, records };
}

export const refusedRecords = (code: string): Records<never> => ({ ...NO_RECORDS, status: "refused", code });
