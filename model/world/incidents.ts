import type { LonLat } from "../geodesy.ts";
import { LONGEST_MIN, type Happens, type Weathered } from "../happens.ts";
import type { RegionCode } from "../region.ts";
import { seedOf } from "../seeded.ts";
import { HOUR, MINUTE } from "../time.ts";
import type { IncidentType } from "../topic.ts";
import { isMajor, type Grade } from "../words.ts";
import { chanceOf } from "./noise.ts";

/** A kind of incident as a world knows it. */
export interface IncidentKind extends Happens {
  /** The topic's incident type. */
  readonly type: string;
}

/** Where incidents happen: where people live, town by town. */
export interface Town {
  readonly id: RegionCode;
  readonly point: LonLat;
  readonly residents: number;
}

/** What happens in a world (模拟), whoever looks. */
export interface WorldIncident {
  /** The same each time that the same world is asked. */
  readonly id: string;
  readonly type: string;
  readonly region: RegionCode;
  /** Epoch ms, whole quarters of an hour: then numbers are told, and a number and a list agree at any time. */
  readonly beganAt: number;
  readonly endsAt: number;
  /** When it is known how grave it is; a whole quarter of an hour too, not before it began. */
  readonly gradedAt: number;
  /** 1 is gravest; a world has none of it. */
  readonly grade: Grade;
}

/** What of an hour decides how much happens in it. */
export interface HourOf {
  readonly gustMs: number;
  /** Of three hours. */
  readonly rainMm: number;
  /** 0 to 1. */
  readonly busy: number;
}

/** No other chance of a world is drawn with it. */
const INCIDENT = 18;
/** People in the province, census of 2010. */
const RESIDENTS = 104_303_132;
/** How busy an hour is on average. */
const USUAL_BUSY = 0.6;
/** However hard it blows, no more often than in so many hours out of one has a town another incident: most hours end here, and nobody looks at the sky. */
const MOST = 0.2;
const QUARTER = 15 * MINUTE;
/** Of its time so much is over, at least, before it is graded. */
const UNGRADED = 0.35;
/** Who asks what is under way looks back over so many hours. */
export const LOOKS_BACK_H = LONGEST_MIN / 60;

/** The kinds that happen in a world. None that is sensitive: a number on the glass would tell of what the list beside it must not. */
export const kindsOf = (types: readonly Pick<IncidentType, "id" | "class" | "happens">[]): IncidentKind[] =>
  types.flatMap(({ id, class: of, happens }) => (happens && of !== "sensitive" ? [{ type: id, ...happens }] : []));

/**
 * The incident that begins in a town within an hour; null for nearly all. A pure function of its arguments.
 * @param hour whole hours since 1970
 * @param sky asked only where it decides
 */
export function begunIn(seed: number, kinds: readonly IncidentKind[], hour: number, { id, residents }: Town, sky: () => HourOf): WorldIncident | null {
  const key = seedOf(id);
  const chance = (line: number): number => chanceOf(seed + INCIDENT, key, hour, line);
  let left = chance(0);
  if (left >= MOST) return null;
  const of = sky();
  const millions = residents / 1e6;
  for (const kind of kinds) {
    left -= rateOf(kind, of) * millions;
    if (left >= 0) continue;
    const [shortest, longest] = kind.lastsMin;
    const beganAt = hour * HOUR + Math.floor(4 * chance(1)) * QUARTER;
    const quarters = Math.max(1, Math.round(((shortest + (longest - shortest) * chance(2) ** 1.5) * MINUTE) / QUARTER));
    return { id: `sim-${id}-${hour}`, type: kind.type, region: id, beganAt, endsAt: beganAt + quarters * QUARTER, gradedAt: beganAt + Math.ceil(UNGRADED * quarters) * QUARTER, grade: gradeOf(chance(3)) };
  }
  return null;
}

/** 较大以上, once that is known. */
export const isMajorAt = ({ grade, gradedAt }: Pick<WorldIncident, "grade" | "gradedAt">, at: number): boolean => isMajor(grade) && at >= gradedAt;

/** Of a million people and an hour. */
function rateOf({ aDay, byDay, wind, rain }: IncidentKind, { gustMs, rainMm, busy }: HourOf): number {
  return (aDay / 24 / (RESIDENTS / 1e6)) * (byDay ? busy / USUAL_BUSY : 1) + added(wind, gustMs) + added(rain, rainMm);
}
const added = (by: Weathered | undefined, is: number): number => (by ? by.aMillion * Math.min(1, Math.max(0, (is - by.from) / (by.full - by.from))) : 0);
const gradeOf = (chance: number): Grade => (chance < 0.9 ? 4 : chance < 0.985 ? 3 : 2);
