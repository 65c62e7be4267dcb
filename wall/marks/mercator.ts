import type { Point } from "./plane.ts";

const RAD = Math.PI / 180;
const CENTRE_LON = 113.3;
const CENTRE_LAT = 23;
/** Earth's radius × cos 23°: one unit of the map plane is one km on Guangdong's middle latitude. */
const UNIT_KM = 6371.0088 * Math.cos(CENTRE_LAT * RAD);
const northing = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2));
const CENTRE_NORTHING = northing(CENTRE_LAT);

/** WGS-84 degrees → map plane (Mercator, y down), north up. */
export const project = (lon: number, lat: number): Point => [(lon - CENTRE_LON) * RAD * UNIT_KM, -(northing(lat) - CENTRE_NORTHING) * UNIT_KM];

/** Map plane → [lon, lat]. */
export const unproject = ([x, y]: Point): Point => [
  x / (RAD * UNIT_KM) + CENTRE_LON,
  (2 * Math.atan(Math.exp(CENTRE_NORTHING - y / UNIT_KM)) - Math.PI / 2) / RAD,
];

/** Units of the map plane that one km measures at a latitude: Mercator grows towards the pole. */
export const unitsPerKm = (lat: number): number => Math.cos(CENTRE_LAT * RAD) / Math.cos(lat * RAD);
