import type { ReceiptData } from "./receipt.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const data = (counts: readonly number[], state: "fresh" | "stale" = "fresh"): ReceiptData => ({
  steps: ["发", "收", "到", "办"].map((word, i) => ({ id: `s${i}`, word, count: counts[i]!, figure: told(String(counts[i]), "", { state }) })),
  rows: Array.from({ length: 24 }, (_, i) => ({ id: `u${i}`, unit: i % 2 === 0 ? "湛江经济技术开发区三防办" : "茂南区消防救援队伍", counts: [12, 9, i % 3, 0].map((n) => (i > 18 ? 4 : n)), isLate: i < 2 })),
  heading: "单位", more: (n) => `另 ${n} 个单位`,
});
/** As many orders as a storm brings; some units late, some done. */
export const specimen: ReceiptData = data([128, 114, 96, 0]);
export const variants: readonly ReceiptData[] = [data([6, 6, 6, 6], "stale"), { ...data([0, 0, 0, 0]), rows: [] }];
export const band = (): BandFacts[] => [{ ...bandsOf({ heading: "收应办", standing: "14:10", state: "stale" }, "湛江雷州")[0]!, note: "超时 14" }];
