import { type LonLat } from "../../model/geodesy.ts";
import { HOUR } from "../../model/time.ts";
import { isByTheSea } from "../../model/world/coast.ts";
import { chanceOf } from "../../model/world/noise.ts";
import { stormWind } from "../../model/world/storm-wind.ts";
import { keyOf } from "../../model/world/telling.ts";
import type { World } from "../../model/world/world.ts";
import { DANGER_VILLAGES } from "./danger-villages.ts";

/** So strong a wind in reach, people are told to leave. */
const LEAVE_MS = 15;
/** How many live in danger in one village, fewest and most: by the sea and inland. No more than its residents. */
const [BY_THE_SEA, INLAND] = [[180, 660], [60, 240]] as const;
/** Of those who are moved so many stay in shelters; the others are with relatives and friends. */
const IN_SHELTERS = 0.62;

/** A town's villages in danger: of a village's code the first nine digits are its town's. */
const ofTown = new Map<string, string[]>();
for (const village of DANGER_VILLAGES) {
  const town = village.slice(0, 9);
  ofTown.set(town, [...(ofTown.get(town) ?? []), village]);
}

/** Towns with such a village: nowhere else are shelters needed. */
export const DANGER_TOWNS: readonly string[] = [...ofTown.keys()];

/** How near a storm's wind is: 0 of none, 1 and more where people should be gone. */
export function threatAt(at: number, point: LonLat, world: Pick<World, "storm">): number {
  const storm = world.storm(at);
  return storm ? Math.max(0, (stormWind(storm, point) - LEAVE_MS + 6) / 12) : 0;
}
/** Nobody goes home as soon as the wind drops: what was ordered stands for so many hours. */
const ORDERED_H = [0, 3, 6, 9, 12];
/** The same as orders have it that are given by the hour. */
export function orderedAt(at: number, point: LonLat, world: Pick<World, "storm">): number {
  const hour = Math.floor(at / HOUR) * HOUR;
  return Math.max(...ORDERED_H.map((ago) => threatAt(hour - ago * HOUR, point, world)));
}
/** People of a village in danger who have been moved (转移), whole. */
export function movedOf(village: string, point: LonLat, threat: number): number {
  const [fewest, most] = isByTheSea(point) ? BY_THE_SEA : INLAND;
  return Math.round((fewest + (most - fewest) * chanceOf(keyOf(village), 10)) * Math.min(1, threat));
}
/** People in a town's shelters: of those moved from its villages, which lie where it lies, a part; 0 where nobody lives in danger. */
export const shelteredOf = (town: string, point: LonLat, threat: number): number =>
  (ofTown.get(town) ?? []).reduce((sum, village) => sum + Math.floor(IN_SHELTERS * movedOf(village, point, threat)), 0);
