import { chinaTime, clockText, DAY, daysApart, HOUR, MINUTE, SECOND } from "./time.ts";
import { grouped, type Amount, type Lang } from "./numerals.ts";

const THIN = "\u2009";
const QUARTERS = ["一季度", "二季度", "三季度", "四季度"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** As-of wording (VISUAL §6): 14:31 today, 昨日, 9月14日; months and quarters for statistics. Never "实时". */
export function asOf(observedAt: number, now: number, cadenceMs: number, lang: Lang = "zh"): string {
  const t = chinaTime(observedAt);
  const zh = lang === "zh";
  const sameYear = t.year === chinaTime(now).year;
  if (cadenceMs >= 80 * DAY) return quarterText(t.year, t.month, sameYear, lang);
  if (cadenceMs >= 27 * DAY) return zh ? `${sameYear ? "" : `${t.year}年`}${t.month}月` : `${MONTHS[t.month - 1]!}${sameYear ? "" : ` ${t.year}`}`;
  const days = daysApart(observedAt, now);
  const clock = clockText(observedAt);
  if (days === 0) return clock;
  const subDaily = cadenceMs < DAY;
  const day = days === 1 ? (zh ? "昨日" : "yesterday") : `${sameYear ? "" : zh ? `${t.year}年` : ""}${dayText(observedAt, lang)}${!sameYear && !zh ? ` ${t.year}` : ""}`;
  return subDaily ? `${day} ${clock}` : day;
}

/** 9月14日 · 14 Sep. */
export function dayText(at: number, lang: Lang = "zh"): string {
  const t = chinaTime(at);
  return lang === "zh" ? `${t.month}月${t.day}日` : `${t.day} ${MONTHS[t.month - 1]!}`;
}

/** A time on an axis or in a row: 8时, and on another day 17日0时. */
export function hourText(at: number, now: number | null, lang: Lang = "zh"): string {
  const t = chinaTime(at);
  const otherDay = now === null || daysApart(at, now) !== 0;
  if (lang === "en") return otherDay ? `${t.day} ${MONTHS[t.month - 1]!} ${clockText(at)}` : clockText(at);
  return otherDay ? `${t.day}日${t.hour}时` : `${t.hour}时`;
}

/** 2015年10月4日 星期日. */
export function dateText(at: number, lang: Lang = "zh"): string {
  const t = chinaTime(at);
  if (lang === "en") return `${["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][t.weekday]!} ${t.day} ${MONTHS[t.month - 1]!} ${t.year}`;
  return `${t.year}年${t.month}月${t.day}日 星期${"日一二三四五六"[t.weekday]!}`;
}

/** Hours as a reader has them, to the minute: 1 时 and 24 分; 12 小时, which is no time of the day. */
export function hoursParts(hours: number, lang: Lang = "zh"): readonly [Amount, ...Amount[]] {
  const minutes = Math.round(Math.abs(hours) * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const [h, m] = lang === "zh" ? [rest === 0 ? "小时" : "时", "分"] : ["h", "min"];
  const sign = hours < 0 && minutes > 0 ? "\u2212" : "";
  if (whole === 0) return [{ text: `${sign}${rest}`, unit: m! }];
  return [{ text: `${sign}${grouped(whole, 0)}`, unit: h! }, ...(rest === 0 ? [] : [{ text: String(rest), unit: m! }])];
}

/** 6 时 50 分 · 23 分 · under ten minutes m:ss; of a negative span the size. Days from 48 h on. */
export function durationText(ms: number, lang: Lang = "zh"): string {
  const size = Math.abs(ms);
  const [h, m, d] = lang === "zh" ? ["时", "分", "天"] : ["h", "min", "d"];
  if (size < 10 * MINUTE) {
    const seconds = Math.floor(size / SECOND);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
  const minutes = Math.floor(size / MINUTE);
  if (size < HOUR) return `${minutes}${THIN}${m}`;
  if (size < 48 * HOUR) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)}${THIN}${h}${rest === 0 ? "" : `${THIN}${rest}${THIN}${m}`}`;
  }
  const hours = Math.floor(size / HOUR) % 24;
  return `${Math.floor(size / DAY)}${THIN}${d}${hours === 0 ? "" : `${THIN}${hours}${THIN}${h}`}`;
}

/** A span as short as it is still understood: 114 分, 17 时, 3 天. Nobody reads 1,070 minutes; what is left of an hour or a day is not told. */
export function coarseSpan(minutes: number, lang: Lang): string {
  const [m, h, d] = lang === "zh" ? ["分", "时", "天"] : ["min", "h", "d"];
  if (minutes < COARSE_FROM) return `${minutes} ${m}`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} ${h}` : `${Math.floor(hours / 24)} ${d}`;
}
/** From so many minutes on a short span is told in hours. */
export const COARSE_FROM = 120;

function quarterText(year: number, month: number, sameYear: boolean, lang: Lang): string {
  const quarter = Math.ceil(month / 3);
  if (lang === "en") return `Q${quarter}${sameYear ? "" : ` ${year}`}`;
  return `${sameYear ? "" : `${year}年`}${QUARTERS[quarter - 1]!}`;
}
