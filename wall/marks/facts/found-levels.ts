import { stillHolds } from "../../../model/alert.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { isDefaultThreshold } from "../../../model/rule.ts";
import { mapGround } from "../map-ground.ts";
import { levelSets, type MapAlert, type MapSets } from "../map-data.ts";

/**
 * The levels that findings stand at on a map. What no longer holds is no level. A finding below the drawn ground stands at the
 * region that holds it, one above (a whole city, the province) at its own; none is lost because its place is not drawn.
 */
export function foundLevels(alerts: Iterable<Pick<AlertRecord, "within" | "severity" | "state" | "source">>, sets: MapSets): MapAlert[] {
  const grounds = levelSets(sets).map(mapGround);
  const isDrawn = (code: string): boolean => grounds.some(({ index }) => index.has(code));
  return [...alerts].filter(stillHolds).flatMap(({ within, severity, source }): MapAlert[] => {
    const level = { severity, issued: false, ...(isDefaultThreshold({ source }) && { byDefault: true }) };
    const region = within.findLast(isDrawn);
    if (region !== undefined) return [{ region, ...level }];
    // Only the province has nothing above it.
    return within.length === 1 ? [level] : [];
  });
}
