import type { Lang } from "../../model/numerals.ts";

/** What a level rests on: a published standard, a value that an operation chose for itself, or the one here and the other there. */
export type Basis = "standard" | "default" | "either";

/** @param byDefault of each finding, whether its limit is a default threshold */
export function basisOf(byDefault: Iterable<boolean>): Basis {
  const kinds = new Set(byDefault);
  return kinds.has(true) ? (kinds.has(false) ? "either" : "default") : "standard";
}
const WORDS: Readonly<Record<Basis, Record<Lang, string>>> = {
  standard: { zh: "标准", en: "standard" }, default: { zh: "默认阈值", en: "default limit" }, either: { zh: "阈值", en: "limit" },
};
/** 标准, 默认阈值; 阈值 where both are among them: what follows 橙色. */
export const basisWords = (basis: Basis, lang: Lang = "zh"): string => WORDS[basis][lang];
/** What a Chinese foot explains under lines of these: 标准, 阈值 (a default one is one, too), or 标准或阈值 where lines say the one and the other. */
export function basesWords(bases: readonly Basis[]): string {
  const said = [...(bases.every((basis) => basis !== "standard") ? [] : [WORDS.standard.zh]), ...(bases.every((basis) => basis === "standard") ? [] : [WORDS.either.zh])];
  return said.join("或");
}
