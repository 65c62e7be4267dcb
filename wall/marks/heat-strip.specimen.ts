import { HOUR } from "../../model/time.ts";
import type { HeatRow, HeatStripData } from "./heat-strip.ts";
import { NOW, told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const CITIES = ["湛江", "茂名", "阳江", "江门", "珠海", "中山", "佛山", "云浮", "肇庆", "广州", "清远", "韶关", "深圳", "东莞", "惠州", "河源", "汕尾", "揭阳", "汕头", "潮州", "梅州"];
const to = Math.ceil(NOW / HOUR) * HOUR;
/** Rain that comes with a storm from the coast, hour by hour; two places are silent, one has a hole. */
const rain = (i: number, hour: number): number => Math.max(0, 62 * Math.exp(-(((hour - 15 - i * 0.9) / 5) ** 2)) - i * 1.4);
const row = (name: string, i: number, of: number): HeatRow =>
  i % 9 === 8
    ? { id: name, name, figure: told("从未上报", "", { state: "never" }), hours: Array.from({ length: of }, () => null) }
    : { id: name, name, figure: told((62.4 - 2.9 * i).toFixed(1), "mm", { prefix: i % 4 === 1 ? "≥" : "", ...(i === 2 && { state: "stale" }), ...(i === 5 && { quality: "interpolated" }) }), hours: Array.from({ length: of }, (_, h) => (i === 3 && h > 6 && h < 10 ? null : Math.round(10 * rain(i, h * (24 / of))) / 10)) };
const data = (names: readonly string[], of: number): HeatStripData => ({
  rows: names.map((name, i) => row(name, i, of)), from: to - of * HOUR, to, now: NOW, breaks: [2, 10, 20, 50], unit: "mm",
  words: { none: "无数据", more: (n) => `另 ${n} 市` },
});
export const specimen: HeatStripData = data(CITIES, 24);
/** Two days of longer names; cut off; never reported. */
export const variants: readonly HeatStripData[] = [
  data(["连山壮族瑶族自治县", "乌石镇", "东里镇", "广宁北市南街", "南山", "企水"], 48),
  { ...specimen, stands: ["画面停在 13:20", "13:20"] },
  { ...specimen, rows: specimen.rows.map((each) => ({ ...each, figure: told("—", "", { state: "down" }), hours: each.hours.map(() => null) })) },
];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "小时雨量", note: "mm", standing: "9月14日 14:00　到达 18/21 市", state: "stale" });
