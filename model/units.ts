import type { Indicator } from "./indicator.ts";
import type { Lang } from "./numerals.ts";

/** Units that are Chinese words, in English; a classifier (个, 条) has none, the title says what is counted. */
const IN_ENGLISH: Readonly<Record<string, string>> = {
  人: "people", 人次: "visits", 户: "customers", 例: "cases", 件: "cases", 宗: "cases", 起: "events", 处: "sites", 支: "teams", 批: "batches", 种: "kinds", 次: "times", 个: "", 条: "",
  天: "days", 级: "level", 万kW: "×10 MW", "万m³": "×10⁴ m³", "亿m³": "×10⁸ m³",
};

/** Durations are words in Chinese, though the sample counts them in SI. */
const IN_CHINESE: Readonly<Record<string, string>> = { h: "小时" };
/** UCUM writes 1 for a number without a dimension; behind a number it would read as one more digit. */
const NO_DIMENSION = "1";

/** A unit as a reader of `lang` reads it; what is written the same everywhere stays, and a number without a dimension has none. */
export const unitIn = (unit: string, lang: Lang): string => (unit === NO_DIMENSION ? "" : ((lang === "en" ? IN_ENGLISH : IN_CHINESE)[unit] ?? unit));
/** The unit of an indicator's numbers in a reader's language. */
export const unitOf = ({ unit, unitEn }: Pick<Indicator, "unit" | "unitEn">, lang: Lang): string => (lang === "en" && unitEn !== undefined ? unitEn : unitIn(unit, lang));
