import { DAY, parseTime } from "../../model/time.ts";
import type { CalendarData } from "./calendar.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf, LONGEST_TOWN } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const today = parseTime("2015-10-04T00:00:00+08:00")!;
const DAYS = 139;
const cases = (i: number): number | null => (i > 60 && i < 66 ? null : i === 100 ? null : Math.max(0, Math.round(4 + 3 * Math.sin(i) + 46 * Math.exp(-(((i - 90) / 12) ** 2)) + 90 * Math.exp(-(((i - 136) / 9) ** 2)))));
const days = (of: (i: number) => number | null): CalendarData["days"] => Array.from({ length: DAYS }, (_, i) => ({ at: today - (DAYS - i) * DAY, value: of(i) }));
/** Twenty weeks with a week and a day that nobody reported. */
export const specimen: CalendarData = {
  label: "新冠当日新增确诊", figure: told("1,124", "例", { prefix: "≥", quality: "reported" }), days: days(cases), breaks: [5, 10, 20, 50], unit: "例", decimals: 0,
  words: { none: "无数据", weekdays: ["一", "二", "三", "四", "五", "六", "日"], month: (month) => `${month}月` },
};
/** Three weeks only; stale; lost for ten days; never told. */
export const variants: readonly CalendarData[] = [
  { ...specimen, days: days(cases).slice(-23) },
  { ...specimen, figure: told("1,124", "例", { state: "stale" }) },
  { ...specimen, figure: told("—", "", { state: "down" }), days: days((i) => (i > DAYS - 11 ? null : cases(i))) },
  { ...specimen, figure: told("从未上报", "", { state: "never" }), days: [] },
];
export const band = ({ title, place }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "每日确诊", standing: "9月14日　到达 18/21 市", state: "stale" }, place === "44" ? "全省" : LONGEST_TOWN);
