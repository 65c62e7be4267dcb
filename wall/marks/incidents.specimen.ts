import type { Grade } from "../../model/words.ts";
import type { IncidentRow, IncidentsData } from "./incidents.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const row = (id: string, grade: Grade | undefined, over: Partial<IncidentRow> = {}): IncidentRow => ({
  id, state: "handling", ...(grade && { grade }), at: "19:44", place: "湛江 湛江经济技术开发区", title: "【模拟】徐闻县外罗镇海堤漫顶，沿海低洼地带受淹", stage: "处置", orders: "指令 12/14", isOver: false, ...over,
});
export const specimen: IncidentsData = {
  stages: ["接报", "核实", "定级", "处置", "核查", "办结"].map((word, i) => ({ id: `s${i}`, word, count: i === 2 ? 0 : 1_684, figure: told(i === 2 ? "0" : "1,684", "", { state: i === 4 ? "stale" : "fresh" }) })),
  rows: [
    row("a", 1), row("b", 2, { place: "茂名 电白", title: "海珍大酒店裙楼失火" }), row("c", 3, { state: "pending", stage: "接报", orders: "未派" }), row("d", 4), row("e", undefined, { place: "全省" }),
    ...Array.from({ length: 24 }, (_, i) => row(`n${i}`, 4, { isOver: true, stage: "办结", state: "closed" })),
  ],
  none: "尚无事件（14:10 核）", more: (n) => `另 ${n} 起`,
};
export const variants: readonly IncidentsData[] = [{ ...specimen, rows: [] }];
export const band = (): BandFacts[] => bandsOf({ heading: "事件", note: "在办 1,684 起 · 接报为现实时间", standing: "14:10", state: "stale" });
