import type { LonLat } from "../../model/geodesy.ts";
import { boundsOf, contains, type Polygon } from "./polygon.ts";

/** Chance from a text: the same text gives the same row of numbers in [0, 1) on every machine (FNV-1a into mulberry32). */
export function chanceOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CANDIDATES = 24;

/**
 * One further point inside the area, well away from the points that stand already: the best of some candidates drawn
 * by `chance`. Distances are judged on a plane with longitude narrowed by the latitude's cosine.
 */
export function nextPoint(area: Polygon, taken: readonly LonLat[], chance: () => number): LonLat {
  const [west, south, east, north] = boundsOf(area);
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  let best: LonLat | undefined;
  let bestRoom = -1;
  for (let found = 0, tries = 0; found < CANDIDATES && tries < 4_000; tries++) {
    const point: LonLat = [west + chance() * (east - west), south + chance() * (north - south)];
    if (!contains(area, point)) continue;
    found++;
    let room = Infinity;
    for (const [lon, lat] of taken) room = Math.min(room, ((lon - point[0]) * narrow) ** 2 + (lat - point[1]) ** 2);
    if (room > bestRoom) [best, bestRoom] = [point, room];
  }
  if (!best) throw new Error(`No point found inside an area between ${west}, ${south} and ${east}, ${north}; expected an area that is not a line.`);
  return best;
}
