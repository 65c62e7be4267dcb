/** [longitude, latitude] in degrees, WGS-84. */
export type LonLat = readonly [lon: number, lat: number];

/** Mean radius of the earth in km (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;
const RAD = Math.PI / 180;

/** Great-circle distance in km (haversine on a sphere; within 0.6 % of the ellipsoid). */
export function distanceKm([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const dLat = Math.sin(((latB - latA) * RAD) / 2);
  const dLon = Math.sin(((lonB - lonA) * RAD) / 2);
  const h = dLat * dLat + Math.cos(latA * RAD) * Math.cos(latB * RAD) * dLon * dLon;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The direction in which `to` lies from `from`: degrees clockwise from north, 0 ≤ bearing < 360. */
export function bearingDeg([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const dLon = (lonB - lonA) * RAD;
  const y = Math.sin(dLon) * Math.cos(latB * RAD);
  const x = Math.cos(latA * RAD) * Math.sin(latB * RAD) - Math.sin(latA * RAD) * Math.cos(latB * RAD) * Math.cos(dLon);
  const degrees = Math.atan2(y, x) / RAD;
  return (degrees + 360) % 360;
}

/** Where one arrives after `km` on a great circle that leaves `from` at `bearing` degrees clockwise from north. */
export function travel([lon, lat]: LonLat, bearing: number, km: number): LonLat {
  const arc = km / EARTH_RADIUS_KM;
  const sinLat = Math.sin(lat * RAD) * Math.cos(arc) + Math.cos(lat * RAD) * Math.sin(arc) * Math.cos(bearing * RAD);
  const y = Math.sin(bearing * RAD) * Math.sin(arc) * Math.cos(lat * RAD);
  const x = Math.cos(arc) - Math.sin(lat * RAD) * sinLat;
  const lonOut = lon + Math.atan2(y, x) / RAD;
  return [((((lonOut + 180) % 360) + 360) % 360) - 180, Math.asin(Math.max(-1, Math.min(1, sinLat))) / RAD];
}
