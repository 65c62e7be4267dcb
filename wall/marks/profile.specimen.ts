import { grouped } from "../../model/numerals.ts";
import type { Severity } from "../../model/words.ts";
import type { ProfileData, ProfileReservoir, ProfileStation } from "./profile.ts";
import { bandsOf } from "./specimen-bands.ts";
import { told } from "./specimen-figures.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

type How = Parameters<typeof told>[2];
const over = (value: number | null, how: How = {}) => {
  const figure = told(value === null ? "从未上报" : `${value > 0 ? "+" : "−"}${Math.abs(value).toFixed(2)}`, "m", value === null ? { state: "never" } : how);
  return { ...figure, truth: { ...figure.truth!, value } };
};
const gauge = (name: string, km: number, warningM: number, value: number | null, { how = {}, peak, found }: { readonly how?: How; readonly peak?: number; readonly found?: Severity } = {}): ProfileStation => ({
  id: name, name, km, warningM, guaranteedM: warningM + 1.5, lowM: warningM - 7, stageM: value === null ? null : warningM + value, over: over(value, how), stage: value === null ? over(null) : told(grouped(warningM + value, 2), "m", how), flow: told("10,400", "m³/s", how),
  ...(peak !== undefined && { peakM: warningM + peak, peak: over(peak, how) }), ...(found && { found }),
});
const reservoir = (name: string, km: number, limitM: number, value: number | null, tributary?: string): ProfileReservoir => ({ id: name, name, km, limitM, levelM: value === null ? null : limitM + value, over: over(value), ...(tributary && { tributary }) });
const words: ProfileData["words"] = { below: "距警戒", above: "超警", belowLimit: "距汛限", aboveLimit: "超汛限", peak: "今日峰", warning: "警戒", guaranteed: "保证", limit: "汛限", low: "枯水", noLower: (name: string) => `不低于${name}` };
/** Two gauges above their warning stages one behind the other, a third just below, and the reservoirs about their limits. */
const north = (how: How = {}): ProfileData["rivers"][number] => ({
  name: "北江",
  stations: [gauge("新韶", 0, 53, -0.9, { how, peak: -0.42 }), gauge("英德", 118, 26, -0.8, { how }), gauge("清远", 206, 12, -0.28, { how, peak: 0.12 }), gauge("石角", 222, 11, 0.38, { how, found: 3 }), gauge("三水", 258, 6, 0.32, { how, peak: 0.45, found: 2 })],
  reservoirs: [reservoir("乐昌峡", 0, 145.5, 0.6, "武江"), reservoir("南水", 26, 215, -2, "南水"), reservoir("飞来峡", 168, 22.5, 0.1)],
});
const west: ProfileData["rivers"][number] = { name: "西江", stations: [gauge("封开", 0, 19, -10.6), gauge("德庆", 50, 15, -8.43), gauge("高要", 130, 10, -5.61), gauge("马口", 178, 6, -3.35), gauge("天河", 222, 3.5, null)], reservoirs: [] };
const east: ProfileData["rivers"][number] = {
  name: "东江", stations: [gauge("龙川", 62, 66, -4.9), gauge("河源", 168, 36, -12.07), gauge("岭下", 240, 14, -4.95, { found: 4 }), gauge("博罗", 300, 7, -10.04), gauge("石龙", 348, 3, 1.85, { found: 1 })],
  reservoirs: [reservoir("枫树坝", 0, 164, -10.2), reservoir("新丰江", 166, 114.5, -4.25, "新丰江"), reservoir("白盆珠", 286, 75, null, "西枝江")],
};
const river = (one: ProfileData["rivers"][number]): ProfileData => ({ rivers: [one], words });
export const specimen: ProfileData = river(north());
const silent = { ...north(), stations: north().stations.map((each, i) => (i % 2 === 0 ? gauge(each.name, each.km, each.warningM, null) : each)), reservoirs: [reservoir("飞来峡", 168, 22.5, null)] };
const han: ProfileData["rivers"][number] = { ...west, name: "韩江", stations: west.stations.slice(0, 3) };
export const variants: readonly ProfileData[] = [river(north({ state: "stale" })), river(silent), river(north({ quality: "modelled" })), river(west), river(east), { rivers: [west, north(), east, han], words }, { rivers: [north(), west, east, han], leads: true, words }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "北江干流纵剖面", note: "m · 示意里程 · 灰线=警戒 · 双线=保证", standing: "昨日 14:30　到达 139/142 站", state: "stale" }).slice(1);
