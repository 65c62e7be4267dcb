import { ears } from "../../../model/ears.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import { DAY } from "../../../model/time.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type EpiCurveData } from "../epi-curve.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { daily, runsThroughDay } from "./daily.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";

export interface EpiCurveConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  /** Cases of each day, known at its end. */
  readonly indicator: string;
  /** Absent = where the wall looks. */
  readonly place?: string;
  readonly level?: Level;
  /** How many days are shown at most; absent = 60. */
  readonly days?: number;
  /** So many of the newest days are not yet fully reported; absent = none. */
  readonly delayDays?: number;
}
const say = phrases({ 超出: "above", "前 7 日常值至上限": "7-day normal to limit", "这段时间没有数": "no numbers over this time", 未报齐: "incomplete", 未取到: "failed", 正在取数: "fetching" });
const DAYS = 60;
/** What the oldest day's own limits need before it. */
const BEFORE = 12;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "ended">;
type Seen = ReturnType<typeof read>;

const placeOf = ({ place, focus }: EpiCurveConfig): string => lookedAt({ ...(place !== undefined && { region: place }), ...(focus && { focus }) });
export function read(reader: Reader, config: EpiCurveConfig) {
  const place = placeOf(config);
  const { indicator, level = levelOf(place), days = DAYS } = config;
  return { slice: reader.cells(indicator, place, level), place, series: reader.series(indicator, place, (days + BEFORE + 1) * DAY) };
}
export function data({ slice, place, series: { points, status } }: Seen, { indicator: id, days = DAYS, delayDays = 0 }: EpiCurveConfig, from: From): EpiCurveData {
  const { lang, here, words, ended } = from;
  const t = say(lang);
  const measured = words.indicator(id);
  const held = standing(here, lang);
  const now = held?.at ?? here.simNow;
  const all = daily(points, now, runsThroughDay(measured?.cadence));
  const found = ears(all.map(({ value }) => value));
  return {
    label: `${measured ? wordsIn(measured.title, lang) : id}${status === "refused" ? `　✕ ${t("未取到")}` : status === "loading" ? `　${t("正在取数")}` : ""}`,
    figure: figureOf(slice.cells.get(place), measured, from),
    days: all.map((day, i) => ({ ...day, ...found[i]! })).slice(-days),
    delayDays, now, ...(ended && { stopped: ended.word }), ...(held && { stands: held.stands }),
    unit: measured?.unit ?? "", decimals: measured?.decimals ?? 0,
    ...(status === "ready" && all.every(({ value }) => value === null) && { none: t("这段时间没有数") }),
    words: { exceeds: t("超出"), band: t("前 7 日常值至上限"), delayed: t("未报齐") },
  };
}
export function card({ slice: { status, code, cells }, place }: Seen, config: EpiCurveConfig, { lang, words, names }: From): CardFacts {
  const cell = cells.get(place);
  const worst = worstOf(cell ? [cell] : []);
  return {
    heading: titled(wordsIn(config.title, lang), place, config, names), status, code,
    observedAt: cell ? worst.observedAt : undefined, cadenceMs: words.indicator(config.indicator)?.cadence ?? DAY, state: worst.state, coverage: cell?.coverage,
  };
}
export const spoken = (seen: Seen, config: EpiCurveConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: EpiCurveConfig, from: From): string => `${spoken(seen, config, from).split("；").slice(0, 2).join("；").replace(/。$/, "")}。`;
