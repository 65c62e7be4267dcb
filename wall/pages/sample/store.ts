import type { Cell, SeriesPoint } from "../../../model/sample.ts";
import { HOUR } from "../../../model/time.ts";
import type { Channel } from "../../../model/wire/channel.ts";
import type { Store } from "../../store/store.ts";
import { NO_RECORDS, NO_SERIES, NO_SLICE, type Records, type Series, type Slice } from "../../../model/view.ts";
import { SAMPLE_CITIES, SAMPLE_COUNTIES } from "./places.ts";
import { sampleSitesOf, sampleSiteValue } from "./sites.ts";
import { SAMPLE_ALERTS, SAMPLE_ARRIVALS, SAMPLE_INCIDENTS, SAMPLE_LEVELS, SAMPLE_NOW, SAMPLE_RESPONSES, SAMPLE_TASKS, sampleHazard } from "./world.ts";

/** How the gallery shows a panel (VISUAL §12). */
export const LOOKS = ["normal", "empty", "stale", "failed"] as const;
export type Look = (typeof LOOKS)[number];

const seen = { status: "ready", code: "", tick: 7, at: SAMPLE_NOW, simAt: SAMPLE_NOW } as const;
const refused = { ...seen, status: "refused", code: "store_unavailable" } as const;

/** A store that stands still in one look: nothing in it was measured, and the gallery says so. */
export function sampleStore(look: Look): Store {
  const keep = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!keep.has(key)) keep.set(key, make());
    return keep.get(key) as T;
  };
  return {
    subscribe: () => () => undefined,
    slice: (_situation, channel) =>
      once(JSON.stringify(channel), (): Slice => (look === "failed" ? { ...NO_SLICE, ...refused } : { ...seen, cells: new Map(cellsOf(channel, look).map((c) => [c.place, c])) })),
    records: <T>(_situation: string, channel: Channel) =>
      once(channel.kind, (): Records<T> => {
        if (look === "failed") return { ...NO_RECORDS, ...refused };
        const all = look === "empty" ? [] : recordsOf(channel);
        return { ...seen, records: new Map(all.map((r) => [r.id, r as T])) };
      }),
    series: (_situation, channel) =>
      once(JSON.stringify(channel), (): Series => (look === "failed" ? { ...NO_SERIES, ...refused } : { ...seen, points: look === "empty" ? [] : pointsOf(channel) })),
    awaits: () => false,
    close: () => undefined,
  };
}

function recordsOf(channel: Channel): readonly { readonly id: string }[] {
  if (channel.kind === "alerts") return SAMPLE_ALERTS;
  if (channel.kind === "levels") return SAMPLE_LEVELS;
  if (channel.kind === "responses") return SAMPLE_RESPONSES;
  if (channel.kind === "incidents") return SAMPLE_INCIDENTS;
  if (channel.kind === "tasks") return SAMPLE_TASKS;
  return channel.kind === "hazard" ? [sampleHazard()] : [];
}

function cellsOf({ indicator, region, level }: Extract<Channel, { kind: "slice" }>, look: Look): Cell[] {
  const places = level === "province" ? [region] : level === "city" ? SAMPLE_CITIES : level === "site" ? sampleSitesOf(indicator) : SAMPLE_COUNTIES;
  return places.map((place, i): Cell => {
    const value = look === "empty" ? null : (level === "site" ? sampleSiteValue(indicator, i) : undefined) ?? valueOf(indicator, place, i);
    return {
      place, value, observedAt: look === "empty" ? null : SAMPLE_NOW - 6 * 60_000, quality: indicator.startsWith("met.storm.") ? "interpolated" : "good", tick: 7,
      state: look === "empty" ? "never" : look === "stale" ? "stale" : "fresh", coverage: level === "site" ? { have: look === "empty" ? 0 : 1, of: 1, level } : look === "empty" ? { have: 0, of: 122, level: "county" } : { have: 121, of: 122, level: "county" },
    };
  });
}
/** The storm's numbers fit together; any other number is its place in the list, which nobody takes for a measurement. */
function valueOf(indicator: string, place: string, i: number): number | null {
  const [r7 = null, r10 = null] = SAMPLE_ARRIVALS[place] ?? [];
  if (indicator === "met.storm.arrival.r7") return r7;
  if (indicator === "met.storm.arrival.r10") return r10;
  if (indicator === "met.storm.circle") return place === "44" ? 7 : r7 === 0 ? 7 : 0;
  if (indicator === "met.storm.distance") return 88 + 17 * i;
  if (indicator === "met.storm.exposed.r7") return 8_123_456;
  if (indicator === "met.storm.exposed.r10") return 0;
  return 12 + 9 * i;
}
const pointsOf = ({ window }: Extract<Channel, { kind: "series" }>): SeriesPoint[] => {
  const hours = Math.min(96, Math.floor(window / HOUR));
  return Array.from({ length: hours }, (_, i) => [SAMPLE_NOW - (hours - i) * HOUR, Math.round(Math.max(0, 6 * Math.sin(i / 5) + i / 12) * 10) / 10, "good"] as const);
};
