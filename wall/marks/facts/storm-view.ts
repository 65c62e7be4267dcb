import { freshness, worstState, type Freshness } from "../../../model/freshness.ts";
import type { HazardRecord, StormRecord } from "../../../model/hazard.ts";
import type { Quality } from "../../../model/quality.ts";
import type { Cell } from "../../../model/sample.ts";
import { HOUR, MINUTE } from "../../../model/time.ts";
import type { Measured } from "./standpoint.ts";

/** Fixes of a track come every six hours. */
export const FIX_EVERY_MS = 6 * HOUR;

/** What a storm record states beside the numbers of places, worded as indicators of the storm itself. */
const MEASURED = {
  lat: view("met.storm.centre.lat", "中心纬度", "centre latitude", "°N", 1),
  lon: view("met.storm.centre.lon", "中心经度", "centre longitude", "°E", 1),
  wind: view("met.storm.wind", "中心最大风速", "maximum wind", "m/s", 0),
  pressure: view("met.storm.pressure", "中心气压", "central pressure", "hPa", 0),
  speed: view("met.storm.speed", "移速", "speed of motion", "km/h", 0),
  r30: view("met.storm.radius.r7", "7级风圈半径", "radius of force 7", "km", 0),
  r50: view("met.storm.radius.r10", "10级风圈半径", "radius of force 10", "km", 0),
} as const;
export type StormFact = keyof typeof MEASURED;

function view(id: string, zh: string, en: string, unit: string, decimals: number): Measured {
  return { id, title: { zh, en }, unit, decimals, rollup: "last", cadence: FIX_EVERY_MS, none: { zh: "未载", en: "not stated" } };
}

/** A fact of the storm with its truth: position and motion are as good as the record, the rest is of its last fix. What a fix does not state (未载) is neither 0 nor missing. */
export function stormCell(record: StormRecord, fact: StormFact, simNow: number, live: boolean, tick: number): { measured: Measured; cell: Cell } {
  const now = record.now;
  const fix = record.fixes.at(-1);
  const carried = fact === "lat" || fact === "lon";
  const observedAt = carried ? record.at : (fix?.at ?? null);
  const value = now === null ? null : { lat: now.lat, lon: now.lon, wind: now.windMs, pressure: now.pressureHpa, speed: now.speedKmh, r30: now.r30?.longKm ?? null, r50: now.r50?.longKm ?? null }[fact];
  let state: Freshness = freshness(observedAt, simNow, FIX_EVERY_MS, now === null ? "down" : null);
  if (!live) state = worstState(state, "stale");
  const quality: Quality = carried ? (now?.quality ?? "suspect") : "good";
  return { measured: MEASURED[fact], cell: { place: record.id, value, observedAt, state, quality, coverage: { have: value === null ? 0 : 1, of: 1, level: "site" }, tick } };
}

/** One place and when a wind circle reaches it, by what was known at `cell.observedAt` (外推). */
export interface Arrival {
  readonly place: string;
  readonly cell: Cell;
  /** Situation time of the arrival, epoch ms, to the minute as its hours are told elsewhere; null when it is inside already. */
  readonly at: number | null;
}

/** When a wind that was so many hours away at `observedAt` is there, to the minute: one moment wherever it is told. */
export const arrivesAt = (observedAt: number, hours: number): number => Math.round((observedAt + hours * HOUR) / MINUTE) * MINUTE;

/** Places that a circle reaches, the earliest first; those inside stand on top. */
export function arrivals(cells: Iterable<Cell>): Arrival[] {
  const all: Arrival[] = [];
  for (const cell of cells) {
    if (cell.value === null || cell.observedAt === null) continue;
    all.push({ place: cell.place, cell, at: cell.value === 0 ? null : arrivesAt(cell.observedAt, cell.value) });
  }
  return all.sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.place < b.place ? -1 : 1));
}

/** What decides next, of what is still ahead: the wind of 7级 while nobody is inside it, then that of 10级, then 7级 further on. */
export function decisive(r7: readonly Arrival[], r10: readonly Arrival[], now: number): { readonly circle: 7 | 10; readonly to: Arrival & { readonly at: number } } | undefined {
  const ahead = (all: readonly Arrival[]) => all.find((a): a is Arrival & { readonly at: number } => a.at !== null && a.at > now);
  const [next7, next10] = [ahead(r7), ahead(r10)];
  if (next10 && r7.some((a) => a.at === null)) return { circle: 10, to: next10 };
  return next7 && { circle: 7, to: next7 };
}

/** Places in the order in which something still happens to them: the next circle that arrives first; what lies inside both follows. */
export function inTurn(r7: readonly Arrival[], r10: ReadonlyMap<string, Arrival>): Arrival[] {
  const next = ({ place, at }: Arrival) => at ?? r10.get(place)?.at ?? Infinity;
  return [...r7].sort((a, b) => next(a) - next(b) || Number(r10.has(b.place)) - Number(r10.has(a.place)) || (a.place < b.place ? -1 : 1));
}
/** The last fix states no radius of any circle: nothing can be said of who is inside or who is next. */
export const isWithoutCircles = ({ now, hasRadii }: StormRecord): boolean => hasRadii && now !== null && now.r30 === null && now.r50 === null;
/** Whether the last fix states a circle's radii: of one that it does not state, nobody can be said to be inside or outside. */
export const isStated = ({ now }: StormRecord, circle: 7 | 10): boolean => now === null || (circle === 7 ? now.r30 : now.r50) !== null;
/** How many places lie inside a circle, of those known and of all. */
export function inside(cells: Iterable<Cell>, circle: 7 | 10): { readonly count: number; readonly have: number; readonly of: number } {
  let [count, have, of] = [0, 0, 0];
  for (const { value } of cells) {
    of++;
    if (value === null) continue;
    have++;
    if (value >= circle) count++;
  }
  return { count, have, of };
}
/** The smallest value and where it is. */
export function nearest(cells: Iterable<Cell>): Cell | undefined {
  let best: Cell | undefined;
  for (const cell of cells) if (cell.value !== null && (best === undefined || cell.value < best.value!)) best = cell;
  return best;
}
/** The storm that a situation plays, of all its hazards. */
export const stormOf = (hazards: Iterable<HazardRecord>): StormRecord | undefined => [...hazards].find((r): r is StormRecord => r.kind === "storm");
