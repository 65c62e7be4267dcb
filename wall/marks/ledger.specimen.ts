import type { Freshness } from "../../model/freshness.ts";
import { HOUR } from "../../model/time.ts";
import type { LedgerData, LedgerRow } from "./ledger.ts";
import type { Figure } from "./panel-text.ts";
import { before, NOW, told } from "./specimen-figures.ts";
import type { Trace } from "./spark.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

/** A day with a hole in it, its last hours computed. */
const trace: Trace = { points: Array.from({ length: 49 }, (_, i) => [before(24 - i / 2), i > 20 && i < 26 ? null : 10 + 6 * Math.sin(i / 7), i > 40] as const), from: before(24), to: NOW, gapMs: HOUR };
const row = (topic: string, title: string, indicator: string, figure: Figure, state?: Freshness, at = "14:00", coverage = ""): LedgerRow => ({ topic, title, indicator, figure, ...(state && { asOf: { state, at, coverage }, trace }) });
const ROWS: readonly LedgerRow[] = [
  row("a", "基层社会治理和网格化服务管理", "今日网格事件上报数（含转办、督办）", told("1.417", "亿件", { prefix: "≥" }), "fresh", "14:00", "118/122 县"),
  row("b", "应急指挥", "已转移人员", told("213.48", "万人", { quality: "preliminary" }), "ageing", "昨日 14:00", "1,749/1,757 镇街"),
  row("c", "卫生健康", "发热门诊就诊人次", told("从未上报", "", { state: "never" })),
  row("d", "水利", "北江石角 水位", told("9.86", "m", { state: "stale" }), "stale", "9月14日 12:00"),
  row("e", "气象服务", "24 小时最大雨量", told("—", "", { state: "down" }), "down", "12:00"),
  row("f", "能源保障", "全网统调负荷", told("1.417", "亿kW", { quality: "extrapolated", prefix: "约" }), "fresh"),
];
/** All twenty-seven topics. */
export const specimen: LedgerData = { rows: Array.from({ length: 27 }, (_, i) => ({ ...ROWS[i % ROWS.length]!, topic: `t${i}` })), more: (n) => `另 ${n} 个专题`, never: "从未上报：", inAll: (n) => `等 ${n} 项指标` };
/** As many as one wall has; and none of them with a number yet. */
export const variants: readonly LedgerData[] = [{ ...specimen, rows: ROWS }, { ...specimen, rows: ROWS.map((each) => ({ topic: each.topic, title: each.title, indicator: each.indicator, figure: told("从未上报", "", { state: "never" }) })) }];
export const band = (): BandFacts[] => bandsOf({ heading: "专题常态", note: "27 项指标 · 21 项有数据", standing: "2014年12月31日 14:00", state: "stale" });
