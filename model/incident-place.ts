import type { LonLat } from "./geodesy.ts";
import type { Incident } from "./incident.ts";
import { LEVELS, type Level, type RegionCode } from "./region.ts";

/** Where units would go for an incident: the point that was told of it, else the site that its alert is about, else the seat of its village, town or county. */
export type IncidentPlace =
  | { readonly of: "incident"; readonly point: LonLat }
  | { readonly of: "site"; readonly point: LonLat; readonly site: string }
  | { readonly of: "region"; readonly point: LonLat; readonly region: RegionCode };

export interface PlacesKnown {
  /** The place of an alert: a site's id or a region's code; undefined for an alert that is not known. */
  alertPlace(alert: string): string | undefined;
  /** Undefined where no such site is known, or its point may not be told. */
  sitePoint(site: string): LonLat | undefined;
  /** The region and those above it, the nearest first, with the point that stands for each. */
  upward(region: RegionCode): readonly { readonly region: RegionCode; readonly level: Level; readonly point: LonLat | null }[];
}

/** A city is too large for a point to stand for it: a time to arrive that may be wrong by an hour is none. */
const COARSEST = LEVELS.indexOf("county");

/** @returns null where nothing finer than a city is known */
export function placeOfIncident({ point, alert, region }: Pick<Incident, "point" | "alert" | "region">, known: PlacesKnown): IncidentPlace | null {
  if (point) return { of: "incident", point };
  const site = alert === undefined ? undefined : known.alertPlace(alert);
  const at = site === undefined ? undefined : known.sitePoint(site);
  if (site !== undefined && at) return { of: "site", point: at, site };
  for (const each of known.upward(region)) if (each.point && LEVELS.indexOf(each.level) >= COARSEST) return { of: "region", point: each.point, region: each.region };
  return null;
}
