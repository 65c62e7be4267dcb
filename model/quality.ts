import type { Words } from "./words.ts";

/** What a value is worth, best first; the order is the order of "worst quality" in a roll-up. */
export const QUALITIES = [
  "good",
  "revised",
  "reported",
  "preliminary",
  "interpolated",
  "estimated",
  "extrapolated",
  "modelled",
  "suspect",
] as const;
export type Quality = (typeof QUALITIES)[number];

/** The boxed tag after the unit (VISUAL §6); the good need none. */
export const QUALITY_TAG: Readonly<Record<Quality, Words>> = {
  good: { zh: "", en: "" },
  revised: { zh: "修", en: "rev" },
  reported: { zh: "报", en: "rep" },
  preliminary: { zh: "初", en: "pre" },
  interpolated: { zh: "插值", en: "interp." },
  estimated: { zh: "估", en: "est" },
  extrapolated: { zh: "外推", en: "extrap." },
  modelled: { zh: "模", en: "model" },
  suspect: { zh: "疑", en: "suspect" },
};

/** Not observed but forecast, computed or guessed: written in wisteria wherever it stands (VISUAL §1). */
export const isNotActual = (quality: Quality): boolean => quality === "interpolated" || quality === "estimated" || quality === "extrapolated" || quality === "modelled";

/** The one quality of all numbers of a list, so that it is told once for all of them; null where they differ, or none is there. */
export function sharedQuality(cells: Iterable<{ readonly value: number | null; readonly quality: Quality }>): Quality | null {
  let shared: Quality | null = null;
  for (const { value, quality } of cells) {
    if (value === null) continue;
    if (shared !== null && quality !== shared) return null;
    shared = quality;
  }
  return shared;
}
export const isQuality = (text: unknown): text is Quality => QUALITIES.includes(text as Quality);
/** 0 for good; larger is worse. */
export const qualityRank = (quality: Quality): number => QUALITIES.indexOf(quality);
export const worstQuality = (a: Quality, b: Quality): Quality => (qualityRank(a) >= qualityRank(b) ? a : b);
