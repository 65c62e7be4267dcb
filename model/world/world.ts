import type { LonLat } from "../geodesy.ts";
import { stormAt } from "../storm-track.ts";
import type { Storm, StormNow } from "../storm.ts";
import { HOUR, MINUTE } from "../time.ts";
import { busy, dayKind, shareOfYear, type DayKind } from "./calendar.ts";
import { faultAt, shareToldAtFirst, type Fault } from "./faults.ts";
import { begunIn, LOOKS_BACK_H, type IncidentKind, type Town, type WorldIncident } from "./incidents.ts";
import { flowAt, unitFlow, type Reach } from "./river.ts";
import { surgeM, tideM } from "./tide.ts";
import { weatherAt, type Weather } from "./weather.ts";

/** What a world is made of, as plain data: it is sent to the packs' thread. */
export interface WorldPlan {
  readonly seed: number;
  /** A storm of the record that passes in it. */
  readonly storm?: Storm;
  readonly reaches: readonly Reach[];
  /** What kinds of incident happen in it; left out: none. */
  readonly kinds?: readonly IncidentKind[];
  /** Its sources are late, silent, stuck and corrected as real ones are; left out: none ever is. */
  readonly hasFaults?: boolean;
}

/**
 * What all packs share, so that one cause has one effect everywhere (共同成因). Every answer is a function of place and time alone, and of
 * nothing later than that time: of a storm only the fixes that were known then.
 */
export interface World {
  readonly seed: number;
  /** Works out beforehand what looks back far, so that whoever asks first does not pay for all. */
  prepare(at: number): void;
  storm(at: number): StormNow | null;
  /** Of the ten minutes that hold `at`. */
  weather(at: number, place: LonLat): Weather;
  /** Rain of the last `hours` whole hours, mm. */
  rainMm(at: number, place: LonLat, hours: number): number;
  /** The strongest gust of the last `hours`, m/s. */
  gustMs(at: number, place: LonLat, hours: number): number;
  /** The gust at the last whole hour, m/s, in the middle of the cell of a quarter of a degree that holds a place: for what asks about very many places. */
  gustNearMs(at: number, place: LonLat): number;
  /** m³/s at the end of a reach, by its site; null where there is none. */
  flowM3s(at: number, site: string): number | null;
  /** How often that was asked so far. */
  riversAsked(): number;
  /** m above mean sea level, the storm's own rise included. */
  seaM(at: number, place: LonLat): number;
  /** The incident that begins in a town within an hour (whole hours since 1970); null for nearly all. */
  begun(hour: number, town: Town): WorldIncident | null;
  /** Incidents of a town that have begun by `at` and are not over. */
  underWay(at: number, town: Town): WorldIncident[];
  /** What ails the source at a site. */
  fault(at: number, site: string): Fault | null;
  /** The share of a day's figure that is told before it is corrected; null of those that are not. */
  toldAtFirst(at: number, place: string, indicator: string, observedAt: number): number | null;
  dayKind(at: number): DayKind;
  /** How busy the province is, 0 to 1. */
  busy(at: number): number;
}

/** The weather is worked out at these instants, and stands until the next. */
const STEP_MS = 10 * MINUTE;
const STEPS_AN_HOUR = HOUR / STEP_MS;
/** So many pieces of weather are kept at hand; rivers look back on five days of a few dozen places, lines that fell on a day of all cells. */
const WEATHER_KEPT = 30_000;
/** Cells to a degree, each way. */
const CELLS = 4;
/** The sea answers the wind of so many hours. */
const SURGE_H = 3;
const FLOWS_KEPT = 2_000;
/** A storm whose fix states no wind any more blows itself out within so many hours. */
const DIES_H = 6;

export function createWorld({ seed, storm: record, reaches, kinds = [], hasFaults = false }: WorldPlan): World {
  /** By the very point: those of places and catchments stay the same objects; of another one the answer is worked out again. */
  const steps = new Map<number, Map<LonLat, Weather>>();
  const bySite = new Map(reaches.map((reach) => [reach.site, { reach, units: reach.catchments.map((catchment) => unitFlow(catchment)) }]));
  const flows = new Map<string, number>();

  const storm = (at: number): StormNow | null => (record ? stormAt(record, at, at) : null);
  /** The storm as its weather is felt: of one that has just lost its stated wind, what is left of the last. */
  function blowing(at: number): StormNow | null {
    const now = storm(at);
    if (!now || now.windMs !== null) return now;
    for (let ago = 1; ago <= DIES_H; ago++) {
      const then = storm(at - ago * HOUR);
      if (then && then.windMs !== null) return { ...now, windMs: then.windMs * (1 - ago / (DIES_H + 1)), r30: then.r30, r50: then.r50 };
    }
    return now;
  }
  let kept = 0;
  let riversAsked = 0;
  /** What was not asked for longest goes first. */
  function placesAt(step: number): Map<LonLat, Weather> {
    const places = steps.get(step) ?? new Map<LonLat, Weather>();
    steps.delete(step);
    steps.set(step, places);
    return places;
  }
  function weatherOf(step: number, place: LonLat): Weather {
    const places = placesAt(step);
    const known = places.get(place);
    if (known) return known;
    const at = step * STEP_MS;
    // It is kept, and the next one who asks gets the same.
    const weather = Object.freeze(weatherAt(seed, at, place, blowing(at)));
    places.set(place, weather);
    for (kept += 1; kept > WEATHER_KEPT; ) {
      const [oldest, gone] = steps.entries().next().value!;
      steps.delete(oldest);
      kept -= gone.size;
    }
    return weather;
  }
  const cells = new Map<string, LonLat>();
  function cellOf([lon, lat]: LonLat): LonLat {
    const [x, y] = [Math.floor(lon * CELLS), Math.floor(lat * CELLS)];
    const key = `${x} ${y}`;
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = [(x + 0.5) / CELLS, (y + 0.5) / CELLS]));
    return cell;
  }
  const stepOf = (at: number): number => Math.floor(at / STEP_MS);
  /** The weather at the whole hour, so many hours ago. */
  const hourly = (at: number, ago: number, place: LonLat): Weather => weatherOf((Math.floor(at / HOUR) - ago) * STEPS_AN_HOUR, place);
  function begun(hour: number, town: Town): WorldIncident | null {
    if (kinds.length === 0) return null;
    const at = hour * HOUR;
    return begunIn(seed, kinds, hour, town, () => {
      const cell = cellOf(town.point);
      return { gustMs: hourly(at, 0, cell).gustMs, rainMm: hourly(at, 0, cell).rainMmH + hourly(at, 1, cell).rainMmH + hourly(at, 2, cell).rainMmH, busy: busy(at) };
    });
  }
  /** What has blown lately still stands in the water. */
  const strongest = (at: number, place: LonLat): number => Math.max(weatherOf(stepOf(at), place).windMs, ...Array.from({ length: SURGE_H }, (_, ago) => hourly(at, ago, place).windMs));

  return {
    seed, storm, dayKind, busy, begun,
    underWay(at, town) {
      const hour = Math.floor(at / HOUR);
      const out: WorldIncident[] = [];
      for (let back = LOOKS_BACK_H; back >= 0; back--) {
        const one = begun(hour - back, town);
        if (one && one.beganAt <= at && at < one.endsAt) out.push(one);
      }
      return out;
    },
    fault: (at, site) => (hasFaults ? faultAt(seed, at, site) : null),
    toldAtFirst: (at, place, indicator, observedAt) => (hasFaults ? shareToldAtFirst(seed, at, place, indicator, observedAt) : null),
    weather: (at, place) => weatherOf(stepOf(at), place),
    rainMm(at, place, span) {
      let sum = 0;
      for (let ago = 0; ago < span; ago++) sum += hourly(at, ago, place).rainMmH;
      return Math.round(sum * 10) / 10;
    },
    gustMs(at, place, span) {
      let most = 0;
      for (let ago = 0; ago < span; ago++) most = Math.max(most, hourly(at, ago, place).gustMs);
      return most;
    },
    gustNearMs: (at, place) => hourly(at, 0, cellOf(place)).gustMs,
    flowM3s(at, site) {
      riversAsked += 1;
      return flowM3s(at, site);
    },
    riversAsked: () => riversAsked,
    seaM: (at, place) => tideM(at, place) + surgeM(strongest(at, place)),
    prepare(at) {
      for (const site of bySite.keys()) flowM3s(at, site);
    },
  };

  function flowM3s(at: number, site: string): number | null {
    const known = bySite.get(site);
    if (!known) return null;
    const key = `${site}@${Math.floor(at / HOUR)}`;
    let flow = flows.get(key);
    if (flow === undefined) {
      const season = (1 - Math.cos(2 * Math.PI * (shareOfYear(at) - 0.04))) / 2;
      flow = flowAt(known.reach, season, (point, ago) => hourly(at, ago, point).rainMmH, known.units);
      if (flows.size > FLOWS_KEPT) flows.clear();
      flows.set(key, flow);
    }
    return flow;
  }
}
