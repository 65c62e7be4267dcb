import { chinaTime, clockText, daysApart } from "../../model/time.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** 14:30, with the day when it is another one: 5日 02:30. */
export function moment(at: number, now: number): string {
  return daysApart(at, now) === 0 ? clockText(at) : `${chinaTime(at).day}日 ${clockText(at)}`;
}
/** 2015 年 10 月 4 日 and 星期日. */
export function dateParts(at: number): { readonly date: string; readonly weekday: string } {
  const t = chinaTime(at);
  return { date: `${t.year} 年 ${t.month} 月 ${t.day} 日`, weekday: `星期${"日一二三四五六"[t.weekday]!}` };
}
/** Hours and minutes of a span that lies ahead: 6 and 50. */
export function hoursMinutes(ms: number): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
export const secondsText = (at: number): string => two(chinaTime(at).second);
