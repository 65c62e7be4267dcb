import { destination, type LonLat } from "../geodesy.ts";
import { seedOf } from "../seeded.ts";
import { HOUR, MINUTE } from "../time.ts";
import { chanceOf } from "./noise.ts";

/** Where a unit of a simulated world last said that it is. */
export interface ToldPosition {
  readonly point: LonLat;
  /** Epoch ms. */
  readonly observedAt: number;
}

/** No other chance of a world is drawn with it. */
const LINE = 23;
const REPORTS_EVERY_MS = 5 * MINUTE;
/** Of all units so many never report in a spell, and so many have fallen silent; each spell of six hours anew. */
const [NEVER, SILENT] = [0.04, 0.08];
const SPELL_MS = 6 * HOUR;
const SILENT_FOR_MIN = [18, 55] as const;
/** How far a unit is from its seat, km: on the road at most so far. */
const STRAYS_KM = 2.5;

/** A pure function of the seed, the time and the unit: it stands about its seat and tells of it every five minutes, or does not. Null: it tells nothing. */
export function positionAt(seed: number, at: number, unit: string, seat: LonLat): ToldPosition | null {
  const key = seedOf(unit);
  const spell = Math.floor((at + key % SPELL_MS) / SPELL_MS);
  const chance = chanceOf(seed + LINE, key, spell);
  if (chance < NEVER) return null;
  const agoMs = chance < NEVER + SILENT ? (SILENT_FOR_MIN[0] + (SILENT_FOR_MIN[1] - SILENT_FOR_MIN[0]) * chanceOf(seed + LINE, key, spell, 1)) * MINUTE : 0;
  const observedAt = Math.floor((at - agoMs) / REPORTS_EVERY_MS) * REPORTS_EVERY_MS;
  const round = Math.floor(observedAt / (30 * MINUTE));
  return { point: destination(seat, 360 * chanceOf(seed + LINE, key, round, 2), STRAYS_KM * chanceOf(seed + LINE, key, round, 3) ** 2), observedAt };
}
