import { amount, grouped, type Amount, type Lang, type Order } from "./numerals.ts";
import { asOf, hoursParts } from "./moments.ts";
import { MIN_COVERAGE, type Freshness } from "./freshness.ts";
import { WITHHELD_WHEN_PARTIAL, type Indicator } from "./indicator.ts";
import { QUALITY_TAG } from "./quality.ts";
import { percentAt } from "./share.ts";
import { unitOf } from "./units.ts";
import type { Cell, Coverage } from "./sample.ts";

export const STATE_WORDS: Readonly<Record<Freshness, { readonly zh: string; readonly en: string }>> = {
  fresh: { zh: "按时", en: "on time" },
  ageing: { zh: "迟到", en: "late" },
  stale: { zh: "陈旧", en: "stale" },
  down: { zh: "中断", en: "lost" },
  never: { zh: "从未上报", en: "never reported" },
  withheld: { zh: "未公开", en: "not published" },
};

const LEVEL_UNIT: Readonly<Record<Coverage["level"], Record<Lang, string>>> = {
  province: { zh: "省", en: "provinces" },
  city: { zh: "市", en: "cities" },
  county: { zh: "县", en: "counties" },
  town: { zh: "镇街", en: "towns" },
  village: { zh: "村", en: "villages" },
  site: { zh: "站", en: "sites" },
};

/**
 * 到达 121/122 县; empty when all have arrived.
 * @param counted what of them has come, where others on the same panel are whole: 人口 119/122 县
 */
export function coverageText({ have, of, level }: Coverage, lang: Lang = "zh", counted = ""): string {
  if (have >= of) return "";
  const share = `${grouped(have, 0)}/${grouped(of, 0)}`;
  return lang === "zh" ? `${counted || "到达"} ${share} ${LEVEL_UNIT[level].zh}` : `${counted} ${share} ${LEVEL_UNIT[level].en}`.trim();
}

/** What a reader sees of one number. `text` is never empty: where there is no number it says why. */
export interface Shown {
  /** 约 or ≥ of a partial roll-up; empty when complete. */
  readonly prefix: string;
  readonly text: string;
  readonly unit: string;
  /** The same digit by digit and unit by unit where one unit does not do: 1 时, 24 分. */
  readonly parts?: readonly Amount[];
  /** 末值 92.1（12:00）, of a source that is lost. */
  readonly last: string;
  /** 报 估 初 修 模 外推 …; empty for a good one. */
  readonly tag: string;
  /** True when `text` is the number itself, or the word that its indicator has for 0. */
  readonly isNumber: boolean;
}

type Measured = Pick<Indicator, "decimals" | "unit" | "unitEn"> & { readonly zero?: Indicator["zero"] | undefined };
/** A value as it is read: 圈内 where its indicator has a word for 0, hours as 1 时 24 分 or 12 小时, else the number with its unit. */
export function valueParts(value: number, indicator: Measured, { lang = "zh", order }: { readonly lang?: Lang; readonly order?: Order } = {}): readonly [Amount, ...Amount[]] {
  if (value === 0 && indicator.zero) return [{ text: indicator.zero[lang], unit: "" }];
  if (indicator.unit === "h") return hoursParts(Number(value.toFixed(indicator.decimals)), lang);
  return [amount(indicator.unit === "%" && value > 0 && value < 100 ? percentAt(value, indicator.decimals) : value, { decimals: indicator.decimals, unit: unitOf(indicator, lang), lang, ...(order === undefined ? {} : { order }) })];
}
/** The same as one line of words: 圈内 · 1 时 24 分 · 8.71 万人. */
export const valueText = (value: number, indicator: Measured, lang: Lang = "zh"): string =>
  valueParts(value, indicator, { lang }).map(({ text, unit }) => `${text} ${unit}`.trim()).join(" ");

/** Puts a cell into words; `now` is the situation's time in epoch ms. */
export function shown(
  cell: Cell,
  indicator: Pick<Indicator, "decimals" | "unit" | "unitEn" | "rollup" | "cadenceMs" | "none" | "zero">,
  now: number,
  { lang = "zh", order }: { readonly lang?: Lang; readonly order?: Order } = {},
): Shown {
  const tag = QUALITY_TAG[cell.quality][lang];
  const partial = cell.coverage.of > 0 && cell.coverage.have < cell.coverage.of;
  const none = { prefix: "", unit: "", last: "", tag: "", isNumber: false } as const;
  if (cell.state === "never") return { ...none, text: STATE_WORDS.never[lang] };
  if (cell.state === "withheld") {
    const thin = WITHHELD_WHEN_PARTIAL.has(indicator.rollup) && cell.coverage.have < MIN_COVERAGE * cell.coverage.of;
    return { ...none, text: thin ? (lang === "zh" ? "覆盖不足" : "coverage too low") : STATE_WORDS.withheld[lang] };
  }
  if (cell.value === null) return { ...none, text: (cell.state !== "down" && indicator.none?.[lang]) || "—" };
  const parts = valueParts(cell.value, indicator, { lang, ...(order === undefined ? {} : { order }) });
  const { text, unit } = parts.length === 1 ? parts[0] : { text: valueText(cell.value, indicator, lang), unit: "" };
  if (cell.state === "down") {
    const at = cell.observedAt === null ? "" : asOf(cell.observedAt, now, indicator.cadenceMs, lang);
    // Its unit stands with the indicator's name; an order of magnitude stands nowhere else.
    const figure = unit === "" || unit === unitOf(indicator, lang) ? text : `${text} ${unit}`;
    const last = lang === "zh" ? `末值 ${figure}${at && `（${at}）`}` : `last ${figure}${at && ` (${at})`}`;
    return { ...none, text: "—", last, tag };
  }
  const prefix = !partial ? "" : cell.value === 0 && indicator.zero ? aboutZero(indicator.rollup, lang) : approximation(indicator.rollup, cell.value, lang);
  return { prefix, text, unit, ...(parts.length > 1 && { parts }), last: "", tag, isNumber: true };
}

/** Nothing is nearer than inside; that all are outside is known only of those who have told. */
const aboutZero = (rollup: Indicator["rollup"], lang: Lang): string => (rollup === "min" || rollup === "last" ? "" : known(lang));
const known = (lang: Lang): string => (lang === "zh" ? "已知 " : "known ");
/** "At least none" says nothing: of those who have told, there is none. */
function approximation(rollup: Indicator["rollup"], value: number, lang: Lang): string {
  if (value === 0 && (rollup === "sum" || rollup === "count")) return known(lang);
  if (rollup === "sum" || rollup === "count" || rollup === "max") return "≥";
  if (rollup === "min") return "≤";
  return rollup === "last" ? "" : lang === "zh" ? "约" : "~";
}
