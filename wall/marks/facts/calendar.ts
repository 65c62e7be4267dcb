import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import { DAY } from "../../../model/time.ts";
import { unitOf } from "../../../model/units.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type CalendarData } from "../calendar.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { daily, runsThroughDay } from "./daily.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";

export interface CalendarConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  readonly indicator: string;
  /** Absent = where the wall looks. */
  readonly place?: string;
  readonly level?: Level;
  /** Absent = 16. */
  readonly weeks?: number;
  /** Lower bounds of all classes but the first; fixed, so that two days compare. */
  readonly breaks: readonly number[];
}
const say = phrases({ 无数据: "no data", 未取到: "failed", 正在取数: "fetching" });
const WEEKS = 16;
const WEEKDAYS = { zh: ["一", "二", "三", "四", "五", "六", "日"], en: ["M", "T", "W", "T", "F", "S", "S"] } as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

const placeOf = ({ place, focus }: CalendarConfig): string => lookedAt({ ...(place !== undefined && { region: place }), ...(focus && { focus }) });
export function read(reader: Reader, config: CalendarConfig) {
  const place = placeOf(config);
  const { indicator, level = levelOf(place), weeks = WEEKS } = config;
  return { slice: reader.cells(indicator, place, level), place, series: reader.series(indicator, place, weeks * 7 * DAY) };
}
export function data({ slice, place, series: { points, status } }: Seen, { indicator: id, weeks = WEEKS, breaks }: CalendarConfig, from: From): CalendarData {
  const { lang, here, words } = from;
  const t = say(lang);
  const measured = words.indicator(id);
  return {
    label: `${measured ? wordsIn(measured.title, lang) : id}${status === "refused" ? `　✕ ${t("未取到")}` : status === "loading" ? `　${t("正在取数")}` : ""}`,
    figure: figureOf(slice.cells.get(place), measured, from), days: daily(points, standing(here, lang)?.at ?? here.simNow, runsThroughDay(measured?.cadence)).slice(-7 * weeks), breaks,
    unit: measured ? unitOf(measured, lang) : "", decimals: measured?.decimals ?? 0,
    words: { none: t("无数据"), weekdays: WEEKDAYS[lang], month: (month) => (lang === "zh" ? `${month}月` : MONTHS[month - 1]!) },
  };
}
export function card({ slice: { status, code, cells }, place }: Seen, config: CalendarConfig, { lang, words, names }: From): CardFacts {
  const cell = cells.get(place);
  const worst = worstOf(cell ? [cell] : []);
  return {
    heading: titled(wordsIn(config.title, lang), place, config, names), status, code,
    observedAt: cell ? worst.observedAt : undefined, cadenceMs: words.indicator(config.indicator)?.cadence ?? DAY, state: worst.state, coverage: cell?.coverage,
  };
}
export const spoken = (seen: Seen, config: CalendarConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: CalendarConfig, from: From): string => `${spoken(seen, config, from).split("；")[0]!.replace(/。$/, "")}。`;
