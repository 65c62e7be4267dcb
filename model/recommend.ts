import { distanceKm, type LonLat } from "./geodesy.ts";
import type { PlannedOrder } from "./plan.ts";
import { LEVELS } from "./region.ts";
import { MINUTE } from "./time.ts";
import type { Unit } from "./unit.ts";
import { isStalePosition, POSITION_STALE_MS, type UnitPosition } from "./unit-position.ts";
import type { Words } from "./words.ts";

/** Roads are longer than the line between two points, and an emergency vehicle comes so far in a minute: operational defaults, so the minutes are an estimate. */
const DETOUR = 1.3;
/** Behind whatever is known. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;
const KM_A_MIN = 40 / 60;

export interface RecommendFrom {
  /** Orders of the plan that holds; empty = none does. */
  readonly orders: readonly PlannedOrder[];
  /** Where the units would go (model/incident-place.ts); null where nothing finer than a city is known. */
  readonly point: LonLat | null;
  /** Epoch ms of people's clock. */
  readonly now: number;
  /** How many open orders a unit holds; a unit without any is not among them. */
  readonly load: ReadonlyMap<string, number>;
  readonly positions: ReadonlyMap<string, UnitPosition>;
}
/** What is known of a unit for one incident. */
export interface Recommendation {
  readonly unit: string;
  /** From 1. */
  readonly rank: number;
  readonly recommended: boolean;
  /** Its order by the plan; absent where the plan names no such unit. */
  readonly order?: PlannedOrder;
  /** How long it would take from where it last said that it is; null where that is not known, or too old. An estimate. */
  readonly minutes: number | null;
  readonly km: number | null;
  readonly load: number;
  readonly position?: UnitPosition;
  /** Why it stands where it stands. */
  readonly why: Words;
}

/**
 * Units for an incident, the fittest first (派遣推荐): what the plan names, then how soon it can be there, then the nearest level, then who holds fewest
 * orders; equal ones by id. A unit whose position is not known, or older than a quarter of an hour, is listed with that reason and never recommended.
 */
export function recommend(units: readonly Unit[], from: RecommendFrom): readonly Recommendation[] {
  const { orders, point, now, load, positions } = from;
  const known = units.map((unit) => {
    const position = positions.get(unit.id);
    const isFresh = position !== undefined && !isStalePosition(position, now);
    const km = isFresh && point ? distanceKm(position.point, point) : null;
    const order = orders.find(({ unitKind, level }) => unitKind === unit.kind && level === unit.level);
    const isNamed = orders.length === 0 || order !== undefined;
    return { unit, position, isFresh, km, minutes: km === null ? null : Math.max(1, Math.ceil((km * DETOUR) / KM_A_MIN)), order, isNamed, load: load.get(unit.id) ?? 0 };
  });
  type Known = (typeof known)[number];
  const place = ({ order }: Known): number => (order ? orders.indexOf(order) : orders.length);
  const byFitness = (a: Known, b: Known): number =>
    place(a) - place(b) || (a.minutes ?? UNKNOWN) - (b.minutes ?? UNKNOWN) || LEVELS.indexOf(b.unit.level) - LEVELS.indexOf(a.unit.level) || a.load - b.load || (a.unit.id < b.unit.id ? -1 : 1);
  return known
    .toSorted(byFitness)
    .map((one, i): Recommendation => ({
      unit: one.unit.id, rank: i + 1, recommended: one.isNamed && one.minutes !== null,
      ...(one.order && { order: one.order }), minutes: one.minutes, km: one.km === null ? null : Math.round(one.km * 10) / 10, load: one.load, ...(one.position && { position: one.position }), why: whyOf(one, point, now),
    }));
}

function whyOf({ position, isFresh, minutes, isNamed, load }: { readonly position: UnitPosition | undefined; readonly isFresh: boolean; readonly minutes: number | null; readonly isNamed: boolean; readonly load: number }, point: LonLat | null, now: number): Words {
  if (!position) return { zh: "未报位置，不推荐", en: "position not known; not recommended" };
  if (!isFresh) {
    const ago = Math.floor((now - position.observedAt) / MINUTE);
    return { zh: `位置是 ${ago} 分钟前的（超过 ${POSITION_STALE_MS / MINUTE} 分钟），不推荐`, en: `position is ${ago} min old (more than ${POSITION_STALE_MS / MINUTE}); not recommended` };
  }
  if (!point) return { zh: "事件位置不详（只到市），无法估算到场时间", en: "the incident is placed in a city only; time to arrive cannot be told" };
  const held = load === 0 ? { zh: "无在办", en: "free" } : { zh: `在办 ${load} 项`, en: `holds ${load}` };
  const named = isNamed ? { zh: "", en: "" } : { zh: "，预案未列", en: ", not in the plan" };
  return { zh: `约 ${minutes} 分钟到场，${held.zh}${named.zh}`, en: `about ${minutes} min away, ${held.en}${named.en}` };
}
