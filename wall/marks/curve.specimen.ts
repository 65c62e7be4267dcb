import { HOUR, MINUTE } from "../../model/time.ts";
import type { CurveData } from "./curve.ts";
import { after, before, NOW, told } from "./specimen-figures.ts";
import { bandsOf, LONGEST_TOWN } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";
import type { TrendData, TrendPoint } from "./trend.ts";

/** A summer's day of a grid: low before dawn, high before noon and in the evening. */
const load = (at: number): number => {
  const hour = ((at / HOUR + 8) % 24 + 24) % 24;
  return 10_600 - 2_300 * Math.cos(((hour - 4) / 24) * 2 * Math.PI) - 500 * Math.exp(-(((hour - 12.6) / 1.1) ** 2)) + 420 * Math.exp(-(((hour - 19.5) / 1.8) ** 2));
};
const every = (from: number, to: number, of: (at: number) => number | null): TrendPoint[] => Array.from({ length: Math.floor((to - from) / (5 * MINUTE)) + 1 }, (_, i) => [from + i * 5 * MINUTE, of(from + i * 5 * MINUTE)] as const);
const over: TrendData = {
  from: before(24), to: after(4), now: NOW, unit: "万kW", decimals: 1, gapMs: 15 * MINUTE, isWhole: true,
  observed: every(before(24), NOW, (at) => (at > before(9) && at < before(8.2) ? null : load(at) + 60 * Math.sin(at / HOUR))),
  earlier: { label: "昨日", points: every(before(24), after(4), (at) => 0.965 * load(at) - 40 * Math.cos(at / HOUR)) },
  ahead: every(NOW, after(4), (at) => 1.012 * load(at)), aheadLabel: "预测",
  band: Array.from({ length: 29 }, (_, i) => [before(24 - i), 0.93 * load(before(24 - i)), 1.03 * load(before(24 - i))] as const),
  limits: [{ value: 14_500, label: "黄 14,500" }, { value: 15_500, label: "橙 15,500" }],
};
export const specimen: CurveData = {
  facts: [
    { caption: "全省统调负荷", figure: told("1.28", "亿kW", { prefix: "≥", quality: "preliminary" }) },
    { caption: "较昨日同时", figure: told("+12.3", "%") }, { caption: "旋转备用率", figure: told("10.25", "%", { state: "stale" }) },
    { caption: "预测", at: "5日 18:10", figure: told("1.31", "亿kW", { quality: "modelled" }) },
  ],
  trend: over,
};
const line = (more: Partial<TrendData>): TrendData => ({ from: over.from, to: over.to, now: NOW, unit: "m", decimals: 2, gapMs: 15 * MINUTE, observed: [], ...more });
/** Nothing but the line; stale and cut off; a source that is lost; never reported; not yet come. */
export const variants: readonly CurveData[] = [
  { facts: [{ caption: "石角水位", figure: told("9.86", "m") }], trend: line({ observed: every(before(24), NOW, (at) => 9 + Math.sin(at / HOUR / 5)), isWhole: true, limits: [{ value: 11, label: "警戒 11.0" }] }) },
  { ...specimen, facts: [{ caption: "全省统调负荷", figure: told("9,876.5", "万kW", { state: "stale" }) }, ...specimen.facts.slice(1)], trend: { ...over, stands: ["画面停在 13:20", "13:20"] } },
  { facts: [{ caption: "全省统调负荷", figure: told("—", "", { state: "down" }) }, { caption: "旋转备用率", figure: told("—", "", { state: "down" }) }], trend: line({ observed: every(before(24), before(6), (at) => load(at)) }) },
  { facts: [{ caption: "全省统调负荷", figure: told("从未上报", "", { state: "never" }) }], trend: line({}) },
  { facts: [{ caption: "全省统调负荷　正在取数", figure: { text: "··", isNumber: false } }], trend: line({}) },
];
const standing = "9月14日 14:00　到达 118/122 县";
export const band = ({ title, place, level }: Readonly<Record<string, unknown>>): BandFacts[] => {
  const heading = headingOf(title) ?? "负荷";
  // A site is named by its scene, and is one.
  return level === "site" ? [{ heading, standing: "9月14日 14:00", state: "stale" }] : bandsOf({ heading, standing, state: "stale" }, place === "44" ? "全省" : LONGEST_TOWN);
};
