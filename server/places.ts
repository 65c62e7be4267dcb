import type { Catalog } from "./catalog/index.ts";

/** Where a place lies: questions that several rooms ask of the catalogue. */
export interface Places {
  /** The region of a place: itself, or the region of a site; undefined for neither. */
  regionOf(place: string): string | undefined;
  /** The city above a region; the region itself when it is a city or the province. */
  cityOf(region: string): string;
  /** A region and all that hold it, the province first; nothing where there is no such region. */
  holding(region: string): readonly string[];
  isWithin(code: string, ancestor: string): boolean;
}

export function createPlaces({ regions, site }: Pick<Catalog, "regions" | "site">): Places {
  /** Asked with each alert of a storm. */
  const held = new Map<string, readonly string[]>();
  return {
    regionOf: (place) => (regions.indexOf(place) >= 0 ? place : site(place)?.region),
    cityOf(region) {
      const index = regions.indexOf(region);
      const city = index < 0 ? -1 : regions.ancestor(index, "city");
      return city < 0 ? region : regions.row(city).code;
    },
    holding(region) {
      const known = held.get(region);
      if (known) return known;
      const index = regions.indexOf(region);
      const found = index < 0 ? [] : [...regions.path(index), region];
      if (index >= 0) held.set(region, found);
      return found;
    },
    isWithin(code, ancestor) {
      const [a, b] = [regions.indexOf(code), regions.indexOf(ancestor)];
      return a >= 0 && b >= 0 && regions.isWithin(a, b);
    },
  };
}
