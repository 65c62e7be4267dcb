import { grouped } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { Severity, Words } from "../../../model/words.ts";
import { digitsOf, MOST_DIGITS, type TrendLimit } from "../trend.ts";
import { limitsOf } from "./limits.ts";
import type { Standpoint } from "./standpoint.ts";

/** A limit that a scene states itself. */
export interface StatedLimit {
  readonly value: number;
  readonly title: Words;
}
const say = phrases({ 红: "R", 橙: "O", 黄: "Y", 蓝: "B" });
const CHARS: Readonly<Record<Severity, "红" | "橙" | "黄" | "蓝">> = { 1: "红", 2: "橙", 3: "黄", 4: "蓝" };

/**
 * Lines over a line of time: those that the scene states; else what the standards hold the number itself against, of those beyond its own range the nearest on either side.
 * @param by what the axis counts in, of the indicator's own unit: 10,000 where 万kW are drawn as 亿kW
 */
export function limitLines(indicator: string, stated: readonly StatedLimit[] | undefined, values: readonly number[], { lang, words }: Pick<Standpoint, "lang" | "words">, by = 1): TrendLimit[] {
  const line = (value: number, name: string): TrendLimit => ({ value: value / by, label: `${name} ${write(value / by)}` });
  if (stated) return stated.map(({ value, title }) => line(value, wordsIn(title, lang)));
  const all = limitsOf(words.rulesOf(indicator));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const nearest = [Math.max(...all.map(({ value }) => value).filter((value) => value < low)), Math.min(...all.map(({ value }) => value).filter((value) => value > high))];
  return all.filter(({ value }) => (value >= low && value <= high) || nearest.includes(value)).map(({ value, level }) => line(value, say(lang)(CHARS[level])));
}
const write = (value: number): string => grouped(value, digitsOf([value], MOST_DIGITS));
