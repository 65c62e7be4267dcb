import type { AlertTallyData } from "./alert-tally.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const TOPICS = ["气象服务", "水利", "风险防控与应急指挥", "能源保障", "交通运输", "卫生健康", "基层治理", "生态环境", "海洋渔业"];
const data = (counts: readonly number[], state: "fresh" | "stale" = "fresh"): AlertTallyData => ({
  levels: counts.map((count, i) => ({ severity: (i + 1) as 1 | 2 | 3 | 4, count, figure: told(count.toLocaleString("en"), "", { state }), open: count === 0 ? "" : `未确认 ${count.toLocaleString("en")}` })),
  topics: TOPICS.map((title, i) => ({ id: `t${i}`, title, counts: counts.map((count, n) => (n === i % 4 ? 0 : count)) })), heading: "专题", none: "无未消告警（14:10 核）", more: (n) => `另 ${n} 个专题`,
});
export const specimen: AlertTallyData = data([20, 34, 1_231, 0]);
export const variants: readonly AlertTallyData[] = [data([1, 2, 3, 4], "stale"), { ...data([0, 0, 0, 0]), topics: [] }];
export const band = (): BandFacts[] => bandsOf({ heading: "告警计数", note: "系统研判，未发布 · 不含敏感类", standing: "14:10", state: "stale" });
