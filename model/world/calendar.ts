import { CHINA_OFFSET, DAY, chinaTime, monthBegins, parseTime } from "../time.ts";

export type DayKind = "workday" | "weekend" | "holiday";

/** First and last days of the public holidays, by the State Council's yearly notices (国务院办公厅关于部分节假日安排的通知). */
const HOLIDAYS: readonly (readonly [from: string, to: string])[] = [
  ["2015-01-01", "2015-01-03"], ["2015-02-18", "2015-02-24"], ["2015-04-04", "2015-04-06"], ["2015-05-01", "2015-05-03"], ["2015-06-20", "2015-06-22"], ["2015-09-03", "2015-09-05"], ["2015-09-26", "2015-09-27"], ["2015-10-01", "2015-10-07"],
  ["2018-09-22", "2018-09-24"], ["2018-10-01", "2018-10-07"],
  ["2020-01-24", "2020-02-02"], ["2020-04-04", "2020-04-06"], ["2020-05-01", "2020-05-05"], ["2020-06-25", "2020-06-27"], ["2020-10-01", "2020-10-08"],
  ["2023-01-21", "2023-01-27"], ["2023-04-05", "2023-04-05"], ["2023-04-29", "2023-05-03"], ["2023-06-22", "2023-06-24"], ["2023-09-29", "2023-10-06"],
  ["2024-02-10", "2024-02-17"], ["2024-04-04", "2024-04-06"], ["2024-05-01", "2024-05-05"], ["2024-06-10", "2024-06-10"], ["2024-09-15", "2024-09-17"], ["2024-10-01", "2024-10-07"],
  ["2025-01-28", "2025-02-04"], ["2025-04-04", "2025-04-06"], ["2025-05-01", "2025-05-05"], ["2025-05-31", "2025-06-02"], ["2025-10-01", "2025-10-08"],
  ["2026-01-01", "2026-01-03"], ["2026-02-15", "2026-02-23"], ["2026-04-04", "2026-04-06"], ["2026-05-01", "2026-05-05"], ["2026-06-19", "2026-06-21"], ["2026-09-25", "2026-09-27"], ["2026-10-01", "2026-10-07"],
];

/** Days since 1970 on Guangdong's calendar. */
export const dayNumber = (at: number): number => Math.floor((at + CHINA_OFFSET) / DAY);
/** The instant at which that day begins in Guangdong. */
export const dayBegins = (day: number): number => day * DAY - CHINA_OFFSET;
/** Hours since midnight in Guangdong, with their fraction. */
export const hourOfDay = (at: number): number => ((at + CHINA_OFFSET) % DAY) / (DAY / 24);

const OFF = new Set<number>();
const dayOf = (date: string): number => dayNumber(parseTime(`${date}T12:00:00+08:00`)!);
for (const [from, to] of HOLIDAYS) for (let day = dayOf(from); day <= dayOf(to); day++) OFF.add(day);

/** What kind of day it is in Guangdong; of years whose holidays are not listed, only weekends are known. */
export function dayKind(at: number): DayKind {
  if (OFF.has(dayNumber(at))) return "holiday";
  const { weekday } = chinaTime(at);
  return weekday === 0 || weekday === 6 ? "weekend" : "workday";
}

/** How far into the year it is: 0 on 1 January, just under 1 on 31 December. */
export function shareOfYear(at: number): number {
  const { year } = chinaTime(at);
  const begins = monthBegins(year, 1);
  return (at - begins) / (monthBegins(year + 1, 1) - begins);
}

/** Share of a day's people that are out and about at each hour, workdays; two peaks (relative to the highest). */
const WORKDAY = [18, 12, 9, 8, 10, 20, 45, 85, 100, 86, 78, 80, 76, 78, 80, 82, 88, 98, 96, 78, 66, 56, 42, 28];
/** The same on days off: later, and flatter. */
const DAY_OFF = [22, 15, 11, 9, 9, 14, 26, 42, 60, 76, 86, 88, 84, 84, 88, 92, 96, 100, 96, 86, 74, 62, 48, 32];

/** How busy the province is, 0 to 1: people on roads and at work, over the day; straight between whole hours. */
export function busy(at: number): number {
  const curve = dayKind(at) === "workday" ? WORKDAY : DAY_OFF;
  const hour = hourOfDay(at);
  const whole = Math.floor(hour);
  const [from, to] = [curve[whole]!, curve[(whole + 1) % 24]!];
  return (from + (to - from) * (hour - whole)) / 100;
}
