/** A point as [longitude, latitude] in degrees, WGS-84. */
export type LonLat = readonly [lon: number, lat: number];

/** Mean radius of the Earth in km (IUGG). */
export const EARTH_KM = 6371.0088;
const RAD = Math.PI / 180;

/** Degrees clockwise from north, 0 ≤ x < 360. */
export const normalBearing = (degrees: number): number => ((degrees % 360) + 360) % 360;
const normalLon = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** Great-circle distance in km, by haversine. */
export function distanceKm(a: LonLat, b: LonLat): number {
  const dLat = (b[1] - a[1]) * RAD;
  const dLon = (b[0] - a[0]) * RAD;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Direction in which to leave `a` so as to reach `b` by the shortest way, degrees clockwise from north. */
export function bearing(a: LonLat, b: LonLat): number {
  const dLon = (b[0] - a[0]) * RAD;
  const y = Math.sin(dLon) * Math.cos(b[1] * RAD);
  const x = Math.cos(a[1] * RAD) * Math.sin(b[1] * RAD) - Math.sin(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.cos(dLon);
  return normalBearing(Math.atan2(y, x) / RAD);
}

/** Where one arrives after `km` along the great circle that leaves `from` at `degrees`. */
export function destination(from: LonLat, degrees: number, km: number): LonLat {
  const angle = km / EARTH_KM;
  const lat = from[1] * RAD;
  const turn = degrees * RAD;
  const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(turn);
  const lon = from[0] * RAD + Math.atan2(Math.sin(turn) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * sinLat);
  return [normalLon(lon / RAD), Math.asin(Math.max(-1, Math.min(1, sinLat))) / RAD];
}

/** The point at `share` (0 = a, 1 = b) of the shortest way from `a` to `b`. */
export const between = (a: LonLat, b: LonLat, share: number): LonLat =>
  share === 0 ? a : share === 1 ? b : destination(a, bearing(a, b), distanceKm(a, b) * share);

/** A point on the unit sphere, for many distances to the same point: cos(distance / EARTH_KM) is their dot product. */
export type UnitVector = readonly [x: number, y: number, z: number];
export function unitVector([lon, lat]: LonLat): UnitVector {
  const c = Math.cos(lat * RAD);
  return [c * Math.cos(lon * RAD), c * Math.sin(lon * RAD), Math.sin(lat * RAD)];
}
export const dot = (a: UnitVector, b: UnitVector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
