import type { LonLat } from "../geodesy.ts";
import { HOUR } from "../time.ts";

/** Name, period in hours, amplitude in m and phase: the four that matter most on this coast, of the size that they have about Hong Kong; the phases are not those of a tide table. */
const PARTS: readonly (readonly [string, number, number, number])[] = [
  ["M2", 12.4206, 0.4, 1.1],
  ["S2", 12, 0.16, 2.3],
  ["K1", 23.9345, 0.36, 0.4],
  ["O1", 25.8193, 0.29, 2.9],
];
/** The tide runs along the coast from east to west, about so many hours a degree. */
const HOURS_A_DEGREE = 0.45;

/** Height of the tide in m above its mean, without any storm. */
export function tideM(at: number, [lon]: LonLat): number {
  const hours = at / HOUR - (117 - lon) * HOURS_A_DEGREE;
  return PARTS.reduce((sum, [, period, amplitude, phase]) => sum + amplitude * Math.cos((2 * Math.PI * hours) / period + phase), 0);
}

/** What onshore wind piles up, m: grows with its square; about 2 m at 40 m/s. */
export const surgeM = (windMs: number): number => 0.00125 * windMs ** 2;
