import { distanceKm, type LonLat } from "../../model/geodesy.ts";
import { worstQuality } from "../../model/quality.ts";
import type { Reading } from "../../model/sample.ts";
import { approach } from "../../model/storm-arrival.ts";
import { stormAt } from "../../model/storm-track.ts";
import type { Storm } from "../../model/storm.ts";
import { reading } from "./reading.ts";
import type { StormCounty, StormTown } from "./storm-places.ts";

/** Only JMA's rows state radii of wind; a storm of another source has no circles, and none are made up. */
export const statesRadii = (storm: Pick<Storm, "source">): boolean => storm.source.startsWith("JMA");

const round = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/**
 * What the storm means for every town and county at `at`, from the fixes known then: distance (km), circle (0, 7, 10),
 * hours to each circle, residents inside. Empty while the storm is not tracked. What the agency does not state, and what
 * does not arrive within 48 h, is told as none.
 */
export function stormReadings(storm: Storm, at: number, towns: readonly StormTown[], counties: readonly StormCounty[]): Reading[] {
  const now = stormAt(storm, at, at);
  if (!now) return [];
  const centre: LonLat = [now.lon, now.lat];
  const out: Reading[] = [];
  const to7 = approach(now, 7);
  const to10 = approach(now, 10);
  for (const { code, point, own } of towns) {
    const quality = own ? now.quality : worstQuality(now.quality, "estimated");
    out.push(reading("met.storm.distance", code, at, round(distanceKm(centre, point), 1), quality));
    if (!statesRadii(storm)) continue;
    const hours7 = to7?.(point) ?? null;
    const hours10 = to10?.(point) ?? null;
    const circle = to7 || to10 ? (hours10 === 0 ? 10 : hours7 === 0 ? 7 : 0) : null;
    out.push(
      reading("met.storm.circle", code, at, circle, quality),
      reading("met.storm.arrival.r7", code, at, hours7 === null ? null : round(hours7, 2), quality),
      reading("met.storm.arrival.r10", code, at, hours10 === null ? null : round(hours10, 2), quality),
    );
  }
  if (!statesRadii(storm)) return out;
  const quality = worstQuality(now.quality, "estimated");
  for (const { code, residents, points } of counties) {
    for (const [indicator, hoursTo] of [["met.storm.exposed.r7", to7], ["met.storm.exposed.r10", to10]] as const) {
      const inside = hoursTo && points.filter((point) => hoursTo(point) === 0).length;
      out.push(reading(indicator, code, at, inside === null ? null : Math.round((residents * inside) / points.length), quality));
    }
  }
  return out;
}
