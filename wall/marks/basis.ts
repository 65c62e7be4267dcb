import type { Lang } from "../../model/numerals.ts";

/** What a level rests on: a published standard, a value that an operation chose for itself, or the one here and the other there. */
export type Basis = "standard" | "default" | "either";

/** @param byDefault of each finding, whether its limit is a default threshold */
export function basisOf(byDefault: Iterable<boolean>): Basis {
  const kinds = new Set(byDefault);
  return kinds.has(true) ? (kinds.has(false) ? "either" : "default") : "standard";
}
const WORDS: Readonly<Record<Basis, Record<Lang, string>>> = {
  standard: { zh: "标准", en: "standard" }, default: { zh: "默认阈值", en: "default threshold" }, either: { zh: "限值", en: "limit" },
};
/** 标准, 默认阈值; 限值 where both are among them: what follows 橙色. */
export const basisWords = (basis: Basis, lang: Lang = "zh"): string => WORDS[basis][lang];
