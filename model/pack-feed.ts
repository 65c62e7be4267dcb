import type { LonLat } from "./geodesy.ts";
import type { Level, RegionCode } from "./region.ts";
import type { PlaceId } from "./sample.ts";
import { DAY, SECOND } from "./time.ts";
import type { World } from "./world/world.ts";

/** A place as a pack's code is asked about it. */
export interface PackPlace {
  readonly id: PlaceId;
  readonly level: Level | "site";
  /** The region that it is, or lies in. */
  readonly region: RegionCode;
  /** Its own point, or one that stands for its region; null where none is known. */
  readonly point: LonLat | null;
  /** Of a town or village the point of its county, where warning signals are issued; left out elsewhere. */
  readonly countyPoint?: LonLat | null;
  /** What a site states of itself; empty of a region. */
  readonly attributes: Readonly<Record<string, number | string>>;
  /** Of a region, by the census: a town's is its share of the county's; null where unknown, and of a site. */
  readonly residents: number | null;
  /** Which of its indicators the pack is to tell of here. */
  readonly indicators: readonly string[];
}

/** What a pack says of one indicator at the place and time that it was asked about; a ratio by its parts, everything else by its value. */
export interface PackReading {
  readonly indicator: string;
  readonly value?: number;
  readonly num?: number;
  readonly den?: number;
  readonly weight?: number;
  /** When it was true, epoch ms, where that was before it is told: the figure of a day, a report that is late. Never later than it is asked. */
  readonly observedAt?: number;
  /** Of a source that is known to fail (疑). Whatever else a pack says is computed (模), and nothing better. */
  readonly quality?: "suspect";
}

/** An indicator of its own pack, and where it is told of: at the indicator's leaf. */
export interface PackTells {
  readonly indicator: string;
  readonly level: Level | "site";
}

/**
 * The one piece of code that a pack has: the default export of `topics/<id>/feed.ts`. Nobody imports that file but the packs'
 * thread (server/packs); `topic.ts` stays data. What it returns is simulated, and is carried as such whatever it says.
 */
export interface PackFeed {
  /** How often, FASTEST_MS to SLOWEST_MS; asked on the multiples of it since 1970, so that a restart asks the same questions. */
  readonly everyMs: number;
  readonly tells: readonly PackTells[];
  /**
   * Pure: the same for the same arguments. A call over PLACES_A_CALL places has CALL_MS in all.
   * @param at epoch ms; the readings are of that instant
   * @param random 0 to 1, seeded by world, topic, place and `at`
   */
  feed(at: number, random: () => number, place: PackPlace, world: World): readonly PackReading[];
}

export const FASTEST_MS = 5 * SECOND;
export const SLOWEST_MS = DAY;
/** Time that one call of a pack's code may take; a call is a part of a step of at most PLACES_A_CALL places. */
export const CALL_MS = 200;
export const PLACES_A_CALL = 250;
/** No call brings more: what comes after them is dropped and told. */
export const READINGS_A_CALL = 5_000;
