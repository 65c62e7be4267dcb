import type { Cell } from "../../model/sample.ts";
import type { Indicator } from "../../model/indicator.ts";
import { QUALITY_TAG } from "../../model/quality.ts";
import { chinaTime, clockText, daysApart } from "../../model/time.ts";
import { dictionary, language } from "./language.ts";

/** How a number is put: ≥ 7.32 万人 估. */
export interface Wording {
  readonly prefix: string;
  readonly number: string;
  readonly unit: string;
  readonly tag: string;
}
type Measured = Pick<Indicator, "unit" | "decimals" | "rollup">;

const t = dictionary({
  从未上报: "never reported", 覆盖不足: "too few reports", 未公开: "not public", 约: "≈", 昨日: "yesterday", 无: "none",
  "末值 {v}": "last {v}", 省: "province", 市: "cities", 县: "counties", 镇: "towns", 村: "villages", 站: "sites", "到达 {have}/{of} {level}": "{have}/{of} {level}",
});

/** A number as VISUAL §6–7 wants it read; a cell without a number says why. */
export function wordingOf(cell: Cell, indicator: Measured): Wording {
  const { value, state, coverage } = cell;
  const tag = QUALITY_TAG[cell.quality][language()];
  if (state === "withheld") return { prefix: "", number: coverage.have < 0.8 * coverage.of ? t("覆盖不足") : t("未公开"), unit: "", tag: "" };
  if (value === null) return { prefix: "", number: state === "never" ? t("从未上报") : "—", unit: "", tag: "" };
  const partial = coverage.have < coverage.of;
  const sum = indicator.rollup === "sum" || indicator.rollup === "count";
  const mean = indicator.rollup === "mean" || indicator.rollup === "wmean" || indicator.rollup === "ratio";
  const { number, scale } = digits(value, indicator.decimals);
  const unit = `${scale}${indicator.unit}`;
  if (state === "down") return { prefix: "—", number: t("末值 {v}", { v: number }), unit, tag };
  return { prefix: partial && sum ? "≥" : partial && mean ? t("约") : "", number, unit, tag };
}

/** Groups of three below 1 万, then 万 and 亿 (thousand and million in English); a real minus. */
export function digits(value: number, decimals: number): { number: string; scale: string } {
  const size = Math.abs(value);
  const steps = language() === "en" ? ([[1e6, 2, "m "], [1e4, 1, "k ", 1e3]] as const) : ([[1e8, 3, "亿"], [1e4, 2, "万"]] as const);
  for (const [from, places, scale, by = from] of steps as readonly (readonly [number, number, string, number?])[])
    if (size >= from) return { number: grouped(value / by, places), scale };
  return { number: grouped(value, decimals), scale: "" };
}
const grouped = (value: number, decimals: number): string => {
  const [whole, part] = Math.abs(value).toFixed(decimals).split(".") as [string, string?];
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part === undefined ? "" : `.${part}`);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
};

/** 14:31, 昨日 23:10, 10月3日 14:31: when it was true, seen from `now`. */
export function asOf(at: number | null, now: number): string {
  if (at === null) return t("无");
  const days = daysApart(at, now);
  if (days === 0) return clockText(at);
  const { month, day } = chinaTime(at);
  if (days === 1) return `${t("昨日")} ${clockText(at)}`;
  return language() === "en" ? `${day}/${month} ${clockText(at)}` : `${month}月${day}日 ${clockText(at)}`;
}

const LEVEL_TEXT = { province: "省", city: "市", county: "县", town: "镇", village: "村", site: "站" } as const;
/** 到达 121/122 县; empty at 100 %. */
export const coverageText = ({ have, of, level }: Cell["coverage"]): string =>
  have >= of ? "" : t("到达 {have}/{of} {level}", { have, of, level: t(LEVEL_TEXT[level]) });

/** 6 时 50 分, 23 分, 4:12; overdue with a minus. */
export function durationText(ms: number): string {
  const sign = ms < 0 ? "−" : "";
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const en = language() === "en";
  if (h === 0 && m < 10) return `${sign}${m}:${String(s).padStart(2, "0")}`;
  if (h === 0) return `${sign}${m}${en ? " min" : " 分"}`;
  return `${sign}${h}${en ? " h " : " 时 "}${m}${en ? " min" : " 分"}`;
}
