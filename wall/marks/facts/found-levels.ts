import { stillHolds } from "../../../model/alert.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { LEVELS } from "../../../model/region.ts";
import { mapGround } from "../map-ground.ts";
import { levelSets, type MapAlert, type MapSets } from "../map-data.ts";

/** What folding needs to know of places; undefined where it is not known yet. */
export interface PlacesAbove {
  readonly regionOf: (place: string) => string;
  readonly region: (code: string) => { readonly path: readonly string[] } | undefined;
}

/**
 * The levels that findings stand at on a map. What no longer holds is no level. A finding below the drawn ground stands at the
 * region that holds it, one above (a whole city, the province) at its own; none is lost because its place is not drawn.
 */
export function foundLevels(alerts: Iterable<Pick<AlertRecord, "place" | "severity" | "state">>, sets: MapSets, places: PlacesAbove): MapAlert[] {
  const grounds = levelSets(sets).map(mapGround);
  const isDrawn = (code: string): boolean => grounds.some(({ index }) => index.has(code));
  return [...alerts].filter(({ state }) => stillHolds(state)).flatMap(({ place, severity }): MapAlert[] => {
    const own = places.regionOf(place);
    if (isDrawn(own)) return [{ region: own, severity, issued: false }];
    const line = places.region(own)?.path;
    if (!line) return [];
    // Only the province has nothing above it.
    if (line.length === LEVELS.indexOf("province")) return [{ severity, issued: false }];
    const region = line.findLast(isDrawn);
    return region === undefined ? [] : [{ region, severity, issued: false }];
  });
}
