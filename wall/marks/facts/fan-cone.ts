import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import { HOUR, MINUTE } from "../../../model/time.ts";
import type { Words } from "../../../model/words.ts";
import type { CurveFact } from "../curve.ts";
import { sentence, type FanConeData } from "../fan-cone.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";
import { moment } from "./time-words.ts";
import { gapOf } from "./traces.ts";

interface Told {
  readonly indicator: string;
}
export interface FanConeConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  /** Told at one time, each speaks of `aheadH` hours later. */
  readonly low: Told;
  readonly middle: Told;
  readonly high: Told;
  readonly aheadH: number;
  /** What came of it: the line before now. */
  readonly observed?: Told;
  /** Absent = where the wall looks. */
  readonly place?: string;
  readonly level?: Level;
  /** How far back that line reaches; absent = as far as the cone reaches ahead. */
  readonly hours?: number;
}
const say = phrases({ 预测: "forecast", 低值: "low", 高值: "high", "这段时间没有数": "no numbers over this time" });
const EDGES = ["low", "middle", "high"] as const;
const STEP_MS = 5 * MINUTE;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "ended">;
type Seen = ReturnType<typeof read>;

const placeOf = ({ place, focus }: FanConeConfig): string => lookedAt({ ...(place !== undefined && { region: place }), ...(focus && { focus }) });
export function read(reader: Reader, config: FanConeConfig) {
  const place = placeOf(config);
  const { level = levelOf(place), aheadH, hours = aheadH, observed } = config;
  const one = ({ indicator }: Told, windowH: number) => {
    const slice = reader.cells(indicator, place, level);
    const { points, status } = reader.series(indicator, place, windowH * HOUR);
    return { slice, cell: slice.cells.get(place), points, status };
  };
  return { place, low: one(config.low, aheadH + 1), middle: one(config.middle, aheadH + 1), high: one(config.high, aheadH + 1), observed: observed && one(observed, hours) };
}

export function data(seen: Seen, config: FanConeConfig, from: From): FanConeData {
  const { aheadH, hours = aheadH, observed } = config;
  const { lang, here, words, ended } = from;
  const t = say(lang);
  const measured = words.indicator(config.middle.indicator);
  const held = standing(here, lang);
  const now = Math.ceil((held?.at ?? here.simNow) / STEP_MS) * STEP_MS;
  const shift = aheadH * HOUR;
  const [begins, to] = [now - hours * HOUR, now + shift];
  const later = (of: (typeof EDGES)[number]): ReadonlyMap<number, number | null> => new Map(seen[of].points.map(([at, value]) => [at + shift, value] as const).filter(([at]) => at >= now && at <= to));
  const [low, middle, high] = [later("low"), later("middle"), later("high")];
  const fact = (of: (typeof EDGES)[number], caption: string): CurveFact => ({ caption, figure: { ...figureOf(seen[of].cell, words.indicator(config[of].indicator), from), notActual: true } });
  const told = seen.middle.cell?.observedAt;
  const known = observed && words.indicator(observed.indicator);
  const before = (seen.observed?.points ?? []).map(([at, value]) => [at, value] as const).filter(([at]) => at >= begins && at <= now);
  const isNothing = [...before, ...low, ...middle, ...high].every(([, value]) => value === null) && [...EDGES.map((of) => seen[of]), ...(seen.observed ? [seen.observed] : [])].every(({ status }) => status === "ready");
  const ahead = [{ ...fact("middle", t("预测")), ...(told != null && { at: moment(told + shift, here.simNow) }) }, fact("low", t("低值")), { ...fact("high", t("高值")), joined: true }] as const;
  return {
    facts: observed ? [{ caption: known ? wordsIn(known.title, lang) : observed.indicator, figure: figureOf(seen.observed?.cell, known, from) }, ...ahead] : ahead,
    trend: {
      from: begins, to, now, ...(ended && { stopped: ended.word }), ...(held && { stands: held.stands }), unit: measured?.unit ?? "", ...(measured && { decimals: measured.decimals }), isWhole: true,
      observed: before, ...(isNothing && { none: t("这段时间没有数") }), gapMs: known ? gapOf(known, hours * HOUR, here) : HOUR,
      ahead: [...middle], aheadLabel: t("预测"),
      cone: [...new Set([...low.keys(), ...high.keys()])].sort((a, b) => a - b).map((at) => [at, low.get(at) ?? null, high.get(at) ?? null] as const),
    },
  };
}
/** As old as the forecast itself, or as what came of it, whichever is worse. */
export function card(seen: Seen, config: FanConeConfig, { lang, words, names }: From): CardFacts {
  const { slice: { status, code } } = seen.middle;
  const cells = [...EDGES.map((of) => seen[of].cell), seen.observed?.cell].filter((cell) => cell !== undefined);
  const worst = worstOf(cells);
  return {
    heading: titled(wordsIn(config.title, lang), seen.place, config, names), status, code,
    observedAt: cells.length > 0 ? worst.observedAt : undefined, cadenceMs: words.indicator(config.middle.indicator)?.cadence ?? 0, state: worst.state, coverage: seen.middle.cell?.coverage,
  };
}
/** What is told of later, then what came so far. */
function told(seen: Seen, config: FanConeConfig, from: From, isBrief: boolean): string {
  const whole = data(seen, config, from);
  const title = wordsIn(config.title, from.lang);
  const ahead = whole.facts.slice(config.observed ? 1 : 0).map(({ caption, at, figure }) => `${caption}${at ? ` ${at}` : ""} ${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`).join("，");
  const first = `${title}：${ahead}。`;
  return isBrief || !config.observed ? first : `${first}${sentence({ ...whole, facts: [whole.facts[0]] }, whole.facts[0].caption)}`;
}
export const spoken = (seen: Seen, config: FanConeConfig, from: From): string => told(seen, config, from, false);
export const briefly = (seen: Seen, config: FanConeConfig, from: From): string => told(seen, config, from, true);
