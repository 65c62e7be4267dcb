import type { Level } from "../../../model/region.ts";
import type { Lang } from "../../../model/numerals.ts";
import { placeName, villageName } from "../place-name.ts";

export interface NamedRegion {
  readonly name: string;
  readonly level: Level;
  readonly passThrough: boolean;
}

/** A city or county as the map writes it: 江门, 台山, 连南. */
export const shortName = (name: string): string => placeName(name, "county");

/** Where something was found, beside other words: 徐闻, 明心路社区, 石牌村. */
export function foundName(name: string): string {
  const village = villageName(name);
  return village === name ? shortName(name) : village;
}

/** 江门 台山 for a county, 台山 海宴镇 for a town, 全省. */
export function nameInLists(own: NamedRegion, parent: NamedRegion | undefined, lang: Lang): string {
  if (own.level === "province") return lang === "en" ? "Province" : "全省";
  const name = own.level === "town" || own.level === "village" ? own.name : shortName(own.name);
  return parent && parent.level !== "province" && !own.passThrough ? `${shortName(parent.name)} ${name}` : name;
}
