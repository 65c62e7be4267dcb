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

/** Square of the distance from a point to a stretch of border, on a plane with longitude narrowed. */
function toStretch([x, y]: LonLat, [ax, ay]: LonLat, [bx, by]: LonLat, narrow: number): number {
  const [dx, dy] = [(bx - ax) * narrow, by - ay];
  const [px, py] = [(x - ax) * narrow, y - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return (px - share * dx) ** 2 + (py - share * dy) ** 2;
}

/** How free a point stands: the square of half its distance to the nearest other, or of that to the border if less. */
function roomAt(point: LonLat, area: Polygon, taken: readonly LonLat[], narrow: number): number {
  let room = Infinity;
  for (const other of taken) room = Math.min(room, toStretch(point, other, other, narrow) / 4);
  for (const rings of area)
    for (const ring of rings) for (let i = 1; i < ring.length; i++) room = Math.min(room, toStretch(point, ring[i - 1]!, ring[i]!, narrow));
  return room;
}

/**
 * One further point inside the area, well away from its border and from the points that stand already: the best of some
 * candidates drawn by `chance`. Distances are judged on a plane with longitude narrowed by the latitude's cosine.
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
    const room = roomAt(point, area, taken, narrow);
    if (room > bestRoom) [best, bestRoom] = [point, room];
  }
  if (!best) throw new Error(`No point found inside an area between ${west}, ${south} and ${east}, ${north}; expected an area that is not a line.`);
  return best;
}
