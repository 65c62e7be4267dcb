import type { DatumBarData, DatumColumn } from "./datum-bar.ts";
import { bandsOf } from "./specimen-bands.ts";
import { told } from "./specimen-figures.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const column = (name: string, value: number | null, how: Parameters<typeof told>[2] = {}, more: Partial<DatumColumn> = {}): DatumColumn => ({ id: name, name, value, figure: value === null ? told("—", "", { state: "never" }) : told(value === 0 ? "持平" : `${value > 0 ? "+" : "−"}${Math.abs(value).toFixed(2)}`, "m", how), ...more });
const more = (n: number): string => `另 ${n} 座`;
/** Above and below, with a peak that has passed, at a level, old, computed, level with it, silent. */
export const specimen: DatumBarData = {
  columns: [column("乐昌峡", 1.62, {}, { found: 3, peak: 2.4 }), column("飞来峡", 0.2, {}, { found: 2 }), column("白盆珠", 0), column("鹤地", -0.82, { state: "stale" }), column("枫树坝", -1.4, { quality: "extrapolated" }), column("新丰江", -10.25, {}, { peak: -8.1 }), column("高州石角大水库", -2), column("南水", null)],
  datum: "汛限", more,
};
export const variants: readonly DatumBarData[] = [{ ...specimen, columns: specimen.columns.slice(4) }, { ...specimen, columns: specimen.columns.slice(0, 2) }, { ...specimen, columns: specimen.columns.slice(-1) }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "水库距汛限", note: "m", standing: "14:30　到达 7/8 站", state: "stale" }).slice(1);
