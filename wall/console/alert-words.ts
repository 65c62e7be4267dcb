import { asOf } from "../../model/moments.ts";
import type { AlertRecord } from "../../model/records.ts";
import { HOUR, parseTime } from "../../model/time.ts";
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
