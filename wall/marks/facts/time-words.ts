import { chinaTime, clockText, daysApart } from "../../../model/time.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** 14:30, with the day when it is another one: 5日 02:30. */
export function moment(at: number, now: number): string {
  return daysApart(at, now) === 0 ? clockText(at) : `${chinaTime(at).day}日 ${clockText(at)}`;
}
/** Hours and minutes of a span that lies ahead: 6 and 50. */
export function hoursMinutes(ms: number): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
export const secondsText = (at: number): string => two(chinaTime(at).second);
