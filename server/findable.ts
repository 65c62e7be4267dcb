import { SCENES } from "../layouts/shelf.ts";
import { isPassThrough, isSpecial, LEVELS } from "../model/region.ts";
import type { Catalog } from "./catalog/index.ts";
import type { Named } from "./search/index.ts";

/** Higher places first, then what is measured, then where. */
const [INDICATOR_WEIGHT, SITE_WEIGHT, SCENE_WEIGHT] = [3.5, 2.5, 4.5];

/** All that stands and has a name: regions, indicators, sites, scenes of the product. */
export function* findable({ regions, indicators, sites }: Pick<Catalog, "regions" | "indicators" | "sites">): Generator<Named> {
  for (const { id, title } of indicators) yield { kind: "indicator", id, title, weight: INDICATOR_WEIGHT };
  for (const { id, name, nameEn = "", region } of sites) yield { kind: "site", id, title: { zh: name, en: nameEn }, region, weight: SITE_WEIGHT };
  for (const { id, title } of SCENES.values()) yield { kind: "scene", id, title, weight: SCENE_WEIGHT };
  // A pass-through county bears its city's name, a statistical unit has no page: neither leads anywhere.
  for (const row of regions.rows) if (!isPassThrough(row) && !isSpecial(row)) yield { kind: "region", id: row.code, title: { zh: row.name, en: row.nameEn }, region: row.code, weight: LEVELS.length - LEVELS.indexOf(row.level) };
}
