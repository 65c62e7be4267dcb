import type { Site } from "../../../model/sample.ts";
import type { Lang } from "../../../model/numerals.ts";

const KIND_WORDS = /(?:水文站|水位站|测站|水库|主线站|收费站|自动站|站)$/;

/** As a picture writes a facility between others of its kind: 新韶 for 北江新韶测站, 飞来峡 for 飞来峡水库. */
export function siteName({ name, nameEn, attributes: { river } }: Site, lang: Lang = "zh"): string {
  if (lang === "en" && nameEn) return nameEn.replace(/^.* gauge at |(?: gauge| reservoir)$/g, "");
  const bare = name.replace(KIND_WORDS, "");
  return typeof river === "string" && bare.startsWith(river) && bare.length > river.length ? bare.slice(river.length) : bare;
}
/** A number that a facility states of itself; null where it states none. */
export const stated = ({ attributes }: Pick<Site, "attributes">, attribute: string): number | null => {
  const value = attributes[attribute];
  return typeof value === "number" ? value : null;
};
