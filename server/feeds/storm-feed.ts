import type { FeedInfo } from "../../model/feed.ts";
import type { StormRecord } from "../../model/hazard.ts";
import type { Reading } from "../../model/sample.ts";
import { ahead, EXTRAPOLATION_LIMIT_MS, knownFixes, stormAt } from "../../model/storm-track.ts";
import { stormSentence } from "../../model/storm-words.ts";
import type { Storm } from "../../model/storm.ts";
import { HOUR, MINUTE, chinaTime } from "../../model/time.ts";
import type { Feed, FeedNeeds } from "./feed.ts";
import { stationReadings } from "./station.ts";
import { stormPlaces } from "./storm-places.ts";
import { dramaticStart } from "./storm-start.ts";
import { statesRadii, stormReadings } from "./storm-step.ts";

/** Derived values are told this often; all fixes of the record lie on the grid. */
export const STORM_STEP_MS = 10 * MINUTE;
/** Hours of the path ahead that a map may draw, marked 外推. */
const AHEAD_HOURS = [6, 12, 18, 24] as const;
const RECENT_MS = 12 * HOUR;
export const STATION_KIND = "weather-station";

const SOURCE: Readonly<Record<string, string>> = {
  "JMA-RSMC": "日本气象厅 RSMC Tokyo 最佳路径（10分钟平均风）",
  "IBTrACS-WMO": "NOAA IBTrACS（不含风圈半径）",
};

export function stormInfo(storm: Storm): FeedInfo {
  const from = storm.fixes[0]!.at;
  const { year } = chinaTime(from);
  return {
    id: `storm:${storm.id}`,
    title: { zh: `台风“${storm.nameZh}”（${year}年）`, en: `Typhoon ${storm.name} (${year})` },
    banner: `历史台风 ${storm.nameZh}`,
    span: { from, to: storm.fixes.at(-1)!.at + EXTRAPOLATION_LIMIT_MS },
    speed: 60,
    storm: { year, number: numberOf(storm), name: storm.name, nameZh: storm.nameZh },
  };
}

/** 22 of 201522: the storm's number in its year. */
const numberOf = ({ id }: Pick<Storm, "id">): number => Number(id.slice(-2));

/** A storm of the record, with Guangzhou's weather where the record covers it. */
export function stormFeed(storm: Storm, needs: FeedNeeds): Feed {
  const info = stormInfo(storm);
  const { towns, counties } = stormPlaces(needs);
  const station = needs.sites.find(({ kind, attributes }) => kind === STATION_KIND && attributes.record !== undefined);
  const observed = (from: number, to: number): Reading[] => (station ? stationReadings(needs.weather, station.id, from, to) : []);
  const derived = (at: number): Reading[] => stormReadings(storm, at, towns, counties);
  function* tell(from: number, to: number, times: readonly number[]): Generator<readonly Reading[]> {
    const hours = observed(from, to);
    let next = 0;
    for (const at of times) {
      const until = hours.findIndex((hour, i) => i >= next && hour.observedAt > at);
      const end = until < 0 ? hours.length : until;
      yield [...hours.slice(next, end), ...derived(at)];
      next = end;
    }
    yield hours.slice(next);
  }
  let start: number | undefined;
  const within = (from: number, to: number): [number, number] => [Math.max(from, info.span.from - 1), Math.min(to, info.span.to)];

  return {
    ...info,
    // The catalogue's stations report by the minute; this record has one row an hour.
    cadences: { "met.wind.mean": HOUR, "water.rain.hour": HOUR, "met.rain.3h": HOUR, "met.rain.24h": HOUR },
    simulates: { storm, observed: new Set(station ? [station.id] : []) },
    // Found by going along the whole storm: only for whoever asks where it begins.
    get start() {
      return (start ??= dramaticStart(storm, info.span, towns));
    },
    readings(wantedFrom, wantedTo) {
      const [from, to] = within(wantedFrom, wantedTo);
      return [...tell(from, to, steps(from, to, STORM_STEP_MS))].flat();
    },
    backfill(wantedFrom, wantedTo) {
      const [from, to] = within(wantedFrom, wantedTo);
      const fixes = knownFixes(storm, to).map((fix) => fix.at).filter((at) => at > from);
      const hours = steps(Math.max(from, to - RECENT_MS), to, HOUR);
      const latest = steps(from, to, STORM_STEP_MS).slice(-1);
      return tell(from, to, [...new Set([...fixes, ...hours, ...latest])].sort((a, b) => a - b));
    },
    extras: (simNow) => [stormRecord(storm, simNow)],
  };
}

/** All instants of a grid with from < at ≤ to. */
function steps(from: number, to: number, step: number): number[] {
  const out: number[] = [];
  for (let at = (Math.floor(from / step) + 1) * step; at <= to; at += step) out.push(at);
  return out;
}

/** The storm for a map at `at`: what is known by then, and the path ahead at constant velocity. */
export function stormRecord(storm: Storm, at: number): StormRecord {
  const now = stormAt(storm, at, at);
  const fixes = knownFixes(storm, at);
  const hasRadii = statesRadii(storm);
  const path = now?.speedKmh ? AHEAD_HOURS.map((hours) => ({ hours, point: ahead(now, hours) })) : [];
  return {
    kind: "storm", id: storm.id, name: storm.name, nameZh: storm.nameZh, source: SOURCE[storm.source] ?? storm.source,
    at, now, fixes, hasRadii,
    ahead: path.map(({ hours, point: [lon, lat] }) => ({ at: at + hours * HOUR, lat, lon })),
    sentence: stormSentence(storm.nameZh, at, now, hasRadii, fixes.at(-1)?.at ?? null),
  };
}
