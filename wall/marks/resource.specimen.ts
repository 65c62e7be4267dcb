import type { ResourceData } from "./resource.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const CITIES = ["湛江", "茂名", "阳江", "江门", "珠海", "广州", "深圳", "中山", "东莞", "佛山", "惠州", "汕头", "揭阳", "潮州", "汕尾", "韶关", "清远", "河源", "梅州", "肇庆", "云浮"];
const unit = (id: string, isLate: boolean) => ({ id, name: id.endsWith("1") ? "湛江经济技术开发区三防办" : "雷州市供电局", state: isLate ? "超时" : "到场", isLate });
const data = (outs: readonly number[], state: "fresh" | "stale" | "never" = "fresh"): ResourceData => ({
  ready: { word: "可用", figure: state === "never" ? told("从未上报", "", { state }) : told("2,318", "支", { state, prefix: "≥" }) },
  out: ["出动", "途中", "到场"].map((word, i) => ({ id: `o${i}`, word, count: outs[i]!, figure: told(String(outs[i])) })),
  rows: CITIES.map((name, i) => ({ id: name, name, ready: state === "never" || i === 6 ? told("从未上报", "", { state: "never" }) : told(String(186 - 5 * i), "支", { state: i === 2 ? "stale" : "fresh" }), out: outs[0] === 0 ? 0 : Math.max(0, 12 - 2 * i), units: outs[0] === 0 ? [] : Array.from({ length: Math.max(0, 12 - 2 * i) }, (_, n) => unit(`${i}-${n + 1}`, n === 0 && i < 2)) })),
  headings: ["市", "可用", "出动", "单位"], more: (n) => `另 ${n} 市`,
});
export const specimen: ResourceData = data([36, 12, 24]);
export const variants: readonly ResourceData[] = [data([0, 0, 0], "stale"), data([4, 4, 0], "never")];
export const band = (): BandFacts[] => bandsOf({ heading: "队伍物资", note: "到场时间未报", standing: "14:10　到达 118/122 县", state: "stale" }, "湛江雷州");
