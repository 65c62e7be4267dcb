import type { Indicator } from "../model/indicator.ts";
import { isPassThrough } from "../model/region.ts";
import type { Catalog } from "./catalog/index.ts";
import type { PlaceOf } from "./packs/index.ts";

/** A code of six digits is a county's; what begins with it lies there. */
const COUNTY_DIGITS = 6;
const isBelowCounty = (leaf: Indicator["leaf"]): boolean => leaf === "town" || leaf === "village";

type Needs = Pick<Catalog, "regions" | "sitesOf" | "point" | "population">;

/** Where an indicator is measured, at its leaf: what is drawn and never counted is left out. */
export function measuredAt({ regions, sitesOf, point, population }: Needs, { leaf, siteKind, where }: Pick<Indicator, "leaf" | "siteKind" | "where">): PlaceOf[] {
  if (leaf === "site") {
    if (siteKind === undefined) return [];
    return sitesOf(siteKind).map(({ id, region, point: own, attributes }) => ({ id, level: leaf, region, point: own ?? pointOf(region), attributes, residents: null }));
  }
  const { from, to } = regions.atLevel(leaf);
  return regions.rows.slice(from, to).filter((row) => !isPassThrough(row) && (!where || where.includes(row.code))).map(({ code }) => ({ id: code, level: leaf, region: code, point: pointOf(code), ...(isBelowCounty(leaf) && { countyPoint: pointOf(code.slice(0, COUNTY_DIGITS)) }), attributes: {}, residents: residentsOf(code) }));

  /** Its own, or that of the nearest region above that has one. */
  function pointOf(code: string): readonly [number, number] | null {
    for (let at = code; at !== ""; at = regions.find(at)?.parent ?? "") {
      const found = point(at);
      if (found) return found;
    }
    return null;
  }
  /** By the census; below the county an equal share of what is above. */
  function residentsOf(code: string): number | null {
    const own = population(code);
    const row = regions.find(code);
    if (own !== null || !row || (row.level !== "town" && row.level !== "village")) return own;
    const above = residentsOf(row.parent);
    const siblings = regions.children(regions.indexOf(row.parent));
    return above === null ? null : Math.round(above / Math.max(1, siblings.to - siblings.from));
  }
}
