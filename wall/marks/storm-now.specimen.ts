import { told } from "./specimen-figures.ts";
import type { StormNowData } from "./storm-now.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const { truth } = told("3", "", { quality: "extrapolated" });
/** Much is near: the second wind, who is inside, a long name. */
export const specimen: StormNowData = {
  lead: { text: "10级风到 湛江 湛江经济技术开发区（外推）", tone: "notActual" },
  hero: { parts: [["47", "时"], ["58", "分"]], truth: truth! },
  under: [
    [{ text: "约 6日 14:05 到达" }], [{ text: "10级 6日 19:05 湛江 湛江经济技术开发区", tone: "notActual" }],
    [{ text: "最近 湛江 湛江经济技术开发区 " }, { text: "1,101 km", tone: "strong", truth: told("1,101").truth! }],
  ],
  facts: [
    { id: "grade", label: "强度", main: [{ text: "超强台风", unit: "" }] },
    { id: "wind", label: "风力", main: [told("16", "级")], right: [told("52", "m/s")] },
    { id: "pressure", label: "气压", main: [told("1,008", "hPa", { state: "stale" })] },
    { id: "motion", label: "移动", main: [{ text: "西北偏西", unit: "" }], right: [told("28", "km/h")] },
    { id: "reach", label: "7级圈", main: [told("278—444", "km")], right: [{ text: "10级" }, told("111", "km")] },
    { id: "place", label: "位置", main: [told("20.5°N"), told("111.5°E")], tag: "插值" },
  ],
};
/** All who come are inside; nothing is known of circles. */
export const variants: readonly StormNowData[] = [
  { ...specimen, lead: { text: "10级风圈已覆盖" }, hero: { parts: [["122", "县"]], truth: truth!, old: true }, under: [[{ text: "10级风圈内 12 县：湛江经济技术开发区等", tone: "strong" }], specimen.under[2]!] },
  { lead: { text: "最近定位未载风圈半径" }, under: [specimen.under[2]!], facts: [{ id: "wind", label: "风力", main: [{ text: "—", unit: "" }], right: [told("未载", "", { state: "never" })] }, ...specimen.facts.slice(2, 4)] },
];
export const band = (): BandFacts[] => bandsOf({ heading: "台风实况与到达", note: "超强台风 201522 · 10分钟平均风", standing: "昨日 14:00", state: "stale" });
