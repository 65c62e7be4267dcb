import type { LonLat } from "../geodesy.ts";

/** The coast of 广东 runs from 徐闻 to 饶平 about this line: south of it there is water. Degrees of latitude to one of longitude. */
const [WEST_LON, WEST_LAT, RISE] = [109.7, 20.6, 0.36];
/** Of boats and the sea a county speaks that lies within so much of the line. */
const BY_THE_SEA = 0.55;
/** The wind of the sea is felt whole up to here, and beyond the far end as little as anywhere behind the hills. */
const [OPEN, SHELTERED] = [0.45, 1.65];
/** Of the wind over water so much is left there. */
const LEFT_INLAND = 0.55;

/** How far north of the coast's line a place lies, degrees of latitude; below 0 over water and on its capes. */
const inland = ([lon, lat]: LonLat): number => lat - (WEST_LAT + RISE * (lon - WEST_LON));

/** Near enough to the coast of 广东 for its boats and its sea to matter. */
export const isByTheSea = (place: LonLat): boolean => inland(place) < BY_THE_SEA;

/** How much of a storm's wind over water comes so far: all of it at the coast, about half behind the hills, without a jump between. */
export const seaWindShare = (place: LonLat): number => 1 - (1 - LEFT_INLAND) * Math.min(1, Math.max(0, (inland(place) - OPEN) / (SHELTERED - OPEN)));
