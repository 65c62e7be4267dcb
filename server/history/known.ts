import { QUALITIES } from "../../model/quality.ts";
import type { SeriesPoint } from "../../model/sample.ts";
import { replaces, type Stored } from "./stored.ts";

/** The samples of one series as they were known at `asOf`: of several for one instant the one told last. In order of time. */
export function knownPoints(samples: Iterable<Stored>, from: number, to: number, asOf: number): SeriesPoint[] {
  const byTime = new Map<number, Stored>();
  for (const s of samples)
    if (s.observedAt >= from && s.observedAt <= to && s.receivedAt <= asOf && replaces(s, byTime.get(s.observedAt))) byTime.set(s.observedAt, s);
  return [...byTime.values()]
    .sort((a, b) => a.observedAt - b.observedAt)
    .map((s): SeriesPoint => [s.observedAt, Number.isNaN(s.value) ? null : s.value, QUALITIES[s.quality] ?? "suspect"]);
}
