import { ears } from "../../model/ears.ts";
import { DAY, parseTime } from "../../model/time.ts";
import type { EpiCurveData } from "./epi-curve.ts";
import { NOW, told } from "./specimen-figures.ts";
import { bandsOf, LONGEST_TOWN } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const DAYS = 72;
const today = parseTime("2015-10-04T00:00:00+08:00")!;
/** A wave that comes, goes and comes again; a day is missing, and the newest are not told in full. */
const cases = (i: number): number | null =>
  i === 41 ? null : Math.round((6 + 3 * Math.sin(2.2 * i) + 1_180 * Math.exp(-(((i - 34) / 8) ** 2)) + 620 * Math.exp(-(((i - 70) / 7) ** 2))) * (i > DAYS - 4 ? 0.28 * (DAYS - i) : 1));
const days = (of: (i: number) => number | null): EpiCurveData["days"] => {
  const all = Array.from({ length: DAYS }, (_, i) => of(i));
  const found = ears(all);
  return all.map((value, i) => ({ at: today - (DAYS - i) * DAY, value, ...found[i]! })).slice(-60);
};
export const specimen: EpiCurveData = {
  label: "新冠当日新增确诊", figure: told("1,124", "例", { prefix: "≥", quality: "reported" }), days: days(cases), delayDays: 3, now: NOW, unit: "例", decimals: 0,
  words: { exceeds: "超出", band: "前 7 日常值至上限", delayed: "未报齐" },
};
/** Quiet weeks without delay; cut off and stale; lost a week ago; never reported. */
export const variants: readonly EpiCurveData[] = [
  { ...specimen, figure: told("2", "例"), delayDays: 0, days: days((i) => [0, 2, 1, 0, 3, 1, 2][(i * 3) % 7]!) },
  { ...specimen, figure: told("1,124", "例", { state: "stale" }), stands: ["画面停在 13:20", "13:20"] },
  { ...specimen, figure: told("—", "", { state: "down" }), days: days((i) => (i > DAYS - 8 ? null : cases(i))) },
  { ...specimen, figure: told("从未上报", "", { state: "never" }), days: [] },
];
export const band = ({ title, place }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "新增确诊", standing: "9月14日　到达 18/21 市", state: "stale" }, place === "44" ? "全省" : LONGEST_TOWN);
