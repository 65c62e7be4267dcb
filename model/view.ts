import type { Cell, SeriesPoint } from "./sample.ts";

/** loading: asked, nothing yet; ready: gap-free up to `tick`; refused: the server will not give it (`code`). */
export type Status = "loading" | "ready" | "refused";

interface Seen {
  readonly status: Status;
  /** Why it was refused: a problem code. */
  readonly code: string;
  /** Of the last frame shown; 0 before the first. */
  readonly tick: number;
  /** Server time and situation time of the last frame, epoch ms; 0 before the first. */
  readonly at: number;
  readonly simAt: number;
}
/** One indicator over the places of one level within a region. */
export interface Slice extends Seen {
  readonly cells: ReadonlyMap<string, Cell>;
}
/** Alerts, incidents, tasks or walls by id. */
export interface Records<T> extends Seen {
  readonly records: ReadonlyMap<string, T>;
}
/** One indicator of one place over a window, oldest first. */
export interface Series extends Seen {
  readonly points: readonly SeriesPoint[];
}

const waiting: Seen = { status: "loading", code: "", tick: 0, at: 0, simAt: 0 };
export const NO_SLICE: Slice = { ...waiting, cells: new Map() };
export const NO_RECORDS: Records<never> = { ...waiting, records: new Map<string, never>() };
export const NO_SERIES: Series = { ...waiting, points: [] };

/** The points of a series channel's records, oldest first, no older than `windowMs` before the last frame. */
export function pointsOf({ records, ...seen }: Records<unknown>, windowMs: number): Series {
  const from = seen.simAt - windowMs;
  const points = [...records.values()].filter((r): r is SeriesPoint => isPoint(r) && r[0] >= from).sort((a, b) => a[0] - b[0]);
  return { ...seen, points };
}
const isPoint = (record: unknown): record is SeriesPoint => Array.isArray(record) && typeof record[0] === "number";
