import type { ThresholdBarData, ThresholdRow } from "./threshold-bar.ts";
import { bandsOf } from "./specimen-bands.ts";
import { told } from "./specimen-figures.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

type How = Parameters<typeof told>[2];
const more = (n: number): string => `另 ${n} 处`;
const row = (name: string, value: number | null, how: How = {}, more_: Partial<ThresholdRow["bars"][number]> = {}): ThresholdRow => ({
  id: name, name, bars: [{ value, figure: value === null ? told("从未上报", "", { state: "never" }) : told(value.toFixed(1), "mm/h", how), limits: [30, 50, 80], ...more_ }],
});
/** Each level once, a peak that has passed, one computed, one old, one lost, one silent. */
export const specimen: ThresholdBarData = {
  rows: [row("湛江徐闻", 84.2, {}, { found: 1 }), row("湛江雷州", 61.5, {}, { found: 2, peak: 92 }), row("茂名电白", 34.8, {}, { found: 3, peak: 36 }), row("阳江阳西", 29.9, { quality: "extrapolated" }), row("江门台山", 12.4, { state: "stale" }, { peak: 41 }), row("珠海金湾", 0), { ...row("云浮郁南", null), bars: [{ value: null, figure: told("—", "", { state: "down" }), limits: [30, 50, 80] }] }, row("潮州饶平", null)],
  steps: [], decimals: 1, more,
};
const beds = (name: string, bed: number | null, icu: number | null): ThresholdRow => ({
  id: name, name, also: bed === null ? told("从未上报", "", { state: "never" }) : { ...told("1,024", "人次", { prefix: "≥" }) },
  bars: [{ value: bed, figure: bed === null ? told("从未上报", "", { state: "never" }) : told(bed.toFixed(1), "%"), limits: [93], ...(bed !== null && bed >= 93 && { found: 3 as const }) }, { value: icu, figure: icu === null ? told("覆盖不足", "", { state: "withheld" }) : told(icu.toFixed(1), "%"), limits: [80, 90], ...(icu !== null && icu >= 90 && { found: 2 as const }) }],
});
/** Beds of the cities as steps on one axis of 100 %. */
const ladder: ThresholdBarData = { rows: [beds("深圳", 104.2, 96.1), beds("广州", 93.4, 88), beds("佛山", 88.1, 71.4), beds("东莞", 80.6, null), beds("潮州", null, null)], steps: ["床位", "ICU"], alsoTitle: "发热门诊", range: [0, 100], decimals: 1, more };
const floor: ThresholdBarData = { rows: [{ id: "a", name: "云浮", bars: [{ value: 2.4, figure: told("2.4", "天"), limits: [5, 3], found: 2 }] }, { id: "b", name: "梅州", bars: [{ value: 7.1, figure: told("7.1", "天"), limits: [5, 3] }] }], steps: [], isFloor: true, decimals: 1, more };
export const variants: readonly ThresholdBarData[] = [ladder, floor, { ...specimen, rows: specimen.rows.slice(-1) }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "小时雨量", note: "mm/h", standing: "昨日 14:30　到达 118/125 站", state: "stale" }).slice(1);
