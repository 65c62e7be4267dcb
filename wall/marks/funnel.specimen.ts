import type { FunnelData } from "./funnel.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const data = (counts: readonly number[], state: "fresh" | "stale" = "fresh"): FunnelData => ({
  stages: ["接报", "核实", "定级", "处置", "核查", "办结"].map((word, i) => ({
    id: `s${i}`, word, count: counts[i]!, figure: told(counts[i]!.toLocaleString("en"), "", { state }), median: counts[i] === 0 ? "" : i === 5 ? "历时 12 时 50 分" : "中位 12 时 50 分", longest: counts[i] === 0 || i === 5 ? "" : "最久 14 天",
  })),
  none: "尚无事件（14:10 核）",
});
export const specimen: FunnelData = data([1_684, 12, 0, 384, 96, 1_204]);
export const variants: readonly FunnelData[] = [data([2, 0, 1, 5, 0, 8], "stale"), data([0, 0, 0, 0, 0, 0])];
export const band = (): BandFacts[] => bandsOf({ heading: "事件阶段", note: "在办 1,684 起 · 停留时间中位数", standing: "14:10", state: "stale" }, "湛江雷州");
