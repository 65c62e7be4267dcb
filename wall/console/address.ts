import type { RegionCode } from "../../model/region.ts";

/** Where a console stands, as its address says it: the seat's own region and the situation `live` need no word. */
export const placeIn = (search: string): RegionCode | null => new URLSearchParams(search).get("region") || null;

/** The same address at another place. */
export const addressAt = (search: string, place: RegionCode, home: RegionCode): string => worded(search, "region", place === home ? null : place);
/** The same address with another indicator on the map. */
export const addressShowing = (search: string, indicator: string): string => worded(search, "indicator", indicator || null);

/** The same address with other points over the map; empty = what the indicator has of itself. */
export const addressLaying = (search: string, points: string): string => worded(search, "points", points || null);

function worded(search: string, name: string, value: string | null): string {
  const query = new URLSearchParams(search);
  if (value === null) query.delete(name);
  else query.set(name, value);
  const text = query.toString();
  return text && `?${text}`;
}
