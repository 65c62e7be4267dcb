import type { Alert, Cover } from "../../model/alert.ts";
import { asOf } from "../../model/moments.ts";
import type { AlertRecord } from "../../model/records.ts";
import { clockText, HOUR, parseTime } from "../../model/time.ts";
import { valueText } from "../../model/wording.ts";
import { language } from "../kit/language.ts";
import type { IndicatorView } from "../kit/reads.ts";
import { t } from "./words.ts";

/** As many digits as a number may be told with beyond its own, where it would else look like its limit. */
const DIGITS_MORE = 3;

type Found = Pick<AlertRecord, "value" | "limit" | "decimals" | "unit" | "simAt">;

/**
 * What was found, against its limit. Hours that run down are of their own moment, which is said with them; once they have run
 * down they would be read as time that is left, so only the limit stands.
 */
export function foundThen({ value, limit, decimals, unit, simAt }: Found, indicator: Pick<IndicatorView, "zero"> | undefined, now: number): string {
  const words = (number: number, digits = decimals) => valueText(number, { ...indicator, decimals: digits, unit }, language());
  const told = { v: words(value), l: words(limit) };
  // A limit is held against the number before it is rounded: 97.95 is below 98, and "98.0 below 98.0" would be no sense.
  for (let digits = decimals + 1; told.v === told.l && value !== limit && digits <= decimals + DIGITS_MORE; digits++) told.v = words(value, digits);
  const at = parseTime(simAt);
  if (unit !== "h" || indicator?.zero === undefined || value <= 0 || at === null) return t("研判值 {v}，限值 {l}", told);
  return at + value * HOUR <= now ? t("限值 {l}", told) : t("{at} 还有 {v}，限值 {l}", { at: asOf(at, now, 0, language()), ...told });
}

/** Why nobody is asked about an alert for now, until when, and who said so; the end of a shelf is people's time, and says so where the data have another. */
export function coverWords(cover: Cover, nameOf: (account: string) => string, isOneTime: boolean): string {
  if (cover.why === "suppressed") return t("已有告警说明原因，抑制");
  const said = { why: cover.reason, who: nameOf(cover.by) };
  return cover.why === "outOfService" ? t("停用：{why}（{who}）", said) : t(isOneTime ? "搁置至 {at}：{why}（{who}）" : "搁置至现实时间 {at}：{why}（{who}）", { ...said, at: clockText(parseTime(cover.until)!) });
}

/** That an alert comes and goes again and again: it is one alert, however often it was found; counted in people's time. */
export const chatterWords = ({ since, times }: NonNullable<Alert["chatter"]>, isOneTime: boolean): string => t(isOneTime ? "抖动：{at} 起至少 {n} 次" : "抖动：现实时间 {at} 起至少 {n} 次", { at: clockText(parseTime(since)!), n: times });
