import type { RegionChild } from "../kit/reads.ts";
import { t } from "./words.ts";

/** What a list of places is to the one that is looked at: below it, or, where that is one of them, beside it; empty for none. */
export function listName(places: readonly Pick<RegionChild, "code" | "level">[], picked: string): string {
  const first = places[0];
  if (!first) return "";
  if (!places.some(({ code }) => code === picked)) return t("下一级");
  return first.level === "village" ? t("同镇各村") : t("同级各处");
}
