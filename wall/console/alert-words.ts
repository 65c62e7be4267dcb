import { asOf } from "../../model/moments.ts";
import type { AlertRecord } from "../../model/records.ts";
import { HOUR, parseTime } from "../../model/time.ts";
import { valueText } from "../../model/wording.ts";
import { language } from "../kit/language.ts";
import type { IndicatorView } from "../kit/reads.ts";
import { t } from "./words.ts";

type Found = Pick<AlertRecord, "value" | "limit" | "decimals" | "unit" | "simAt">;

/**
 * What was found, against its limit. Hours that run down are of their own moment, which is said with them; once they have run
 * down they would be read as time that is left, so only the limit stands.
 */
export function foundThen({ value, limit, decimals, unit, simAt }: Found, indicator: Pick<IndicatorView, "zero"> | undefined, now: number): string {
  const words = (number: number) => valueText(number, { ...indicator, decimals, unit }, language());
  const told = { v: words(value), l: words(limit) };
  const at = parseTime(simAt);
  if (unit !== "h" || indicator?.zero === undefined || value <= 0 || at === null) return t("研判值 {v}，限值 {l}", told);
  return at + value * HOUR <= now ? t("限值 {l}", told) : t("{at} 还有 {v}，限值 {l}", { at: asOf(at, now, 0, language()), ...told });
}
