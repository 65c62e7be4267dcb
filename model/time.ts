/** Arithmetic on times that somebody else has read. Times are epoch ms; texts are RFC 3339 with offset. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Guangdong's clock is UTC+8 all year. */
export const CHINA_OFFSET = 8 * HOUR;

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Epoch ms of an RFC 3339 date-time, or null when the text is not one: 30 February, hour 24 and a missing offset are
 * refused, because `Date.parse` would silently move them. A leap second (23:59:60Z) reads as the second after.
 */
export function parseTime(text: unknown): number | null {
  if (typeof text !== "string") return null;
  if (text === lastRead.text) return lastRead.at;
  const at = readTime(text);
  lastRead = { text, at };
  return at;
}
/** Whoever sends many samples sends many of one instant: what was read or written last is at hand. */
let lastRead: { readonly text: string; readonly at: number | null } = { text: "", at: null };
let lastWritten = { at: Number.NaN, text: "" };

function readTime(text: string): number | null {
  const m = RFC3339.exec(text);
  if (!m) return null;
  const [year, month, day, hour, minute, second] = m.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  const zone = m[8]!;
  const offsetMinutes = zone === "Z" || zone === "z" ? 0 : (zone[0] === "-" ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  if (Math.abs(offsetMinutes) > 18 * 60 || (zone.length > 1 && Number(zone.slice(4, 6)) > 59)) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, Math.min(second, 59), 0);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const ms = m[7] ? Math.floor(Number(`0.${m[7]}`) * 1000) : 0;
  const at = date.getTime() + ms - offsetMinutes * MINUTE;
  if (second < 60) return at;
  const utcSecondBefore = new Date(date.getTime() - offsetMinutes * MINUTE);
  return utcSecondBefore.getUTCHours() === 23 && utcSecondBefore.getUTCMinutes() === 59 ? at + SECOND - ms : null;
}

/** RFC 3339 in Guangdong's offset: `2015-10-04T14:10:00.000+08:00`. */
export function formatTime(at: number): string {
  if (at !== lastWritten.at) lastWritten = { at, text: new Date(at + CHINA_OFFSET).toISOString().replace("Z", "+08:00") };
  return lastWritten.text;
}

/** The calendar and clock of Guangdong at an instant. */
export interface ChinaTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 = Sunday. */
  readonly weekday: number;
}
export function chinaTime(at: number): ChinaTime {
  const d = new Date(at + CHINA_OFFSET);
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    second: d.getUTCSeconds(),
    weekday: d.getUTCDay(),
  };
}
/** The instant at which a month begins in Guangdong; month 13 is the next year's first. */
export const monthBegins = (year: number, month: number): number => Date.UTC(year, month - 1, 1) - CHINA_OFFSET;
const two = (n: number): string => String(n).padStart(2, "0");
/** `14:31` in Guangdong's time. */
export const clockText = (at: number): string => {
  const t = chinaTime(at);
  return `${two(t.hour)}:${two(t.minute)}`;
};
/** Whole days between two instants on Guangdong's calendar (0 = same day). */
export const daysApart = (a: number, b: number): number => Math.floor((b + CHINA_OFFSET) / DAY) - Math.floor((a + CHINA_OFFSET) / DAY);
