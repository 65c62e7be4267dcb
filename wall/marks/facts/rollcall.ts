import { phrases, wordsIn } from "../../../model/phrases.ts";
import { below, levelOf, type Level, type RegionCode } from "../../../model/region.ts";
import { sharedQuality } from "../../../model/quality.ts";
import type { Rule } from "../../../model/rule.ts";
import type { Cell } from "../../../model/sample.ts";
import type { Words } from "../../../model/words.ts";
import { ownName } from "../place-name.ts";
import { sentence, type RollcallData, type RollState } from "../rollcall.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export interface RollcallConfig extends Looks {
  /** A share in percent; absent = 值班点名应答率. */
  readonly indicator?: string;
  readonly title?: Words;
  /** Whose cells stand here; absent = the level below the place. */
  readonly level?: Level;
}
const ROLLCALL = "emg.duty.check";
const say = phrases({ 点名: "Roll call", 齐: "all", 未齐: "missing", 过低: "low", 断线: "cut off", 未上报: "unreported", "另 {n} 处应答齐": "{n} more, all answered", "另 {n} 处": "{n} more" });
const WORD = { all: "齐", some: "未齐", low: "过低", cut: "断线", unreported: "未上报" } as const;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;
const placeOf = (config: RollcallConfig): RegionCode => lookedAt(config, "county");

export function read(reader: Reader, config: RollcallConfig) {
  const region = placeOf(config);
  const { indicator = ROLLCALL, level = below(levelOf(region)) ?? "town" } = config;
  return { view: reader.cells(indicator, region, level), whole: reader.cells(indicator, region, levelOf(region)).cells.get(region) };
}
/** All answered only where all reported; too few by the mildest of the indicator's own standards. */
export function rollState({ value, state, observedAt, coverage }: Pick<Cell, "value" | "state" | "observedAt" | "coverage">, rules: readonly Rule[] = []): RollState {
  if (state === "never" || (observedAt === null && state !== "down")) return "unreported";
  if (state === "down") return "cut";
  if (value !== null && value >= 100 && coverage.have >= coverage.of) return "all";
  return value !== null && rules.some(({ when }) => "value" in when && !("of" in when) && (when.op === "<" ? value < when.value : when.op === "<=" && value <= when.value)) ? "low" : "some";
}
const ORDER: readonly RollState[] = ["low", "some", "cut", "unreported", "all"];
export function data({ view, whole }: Seen, config: RollcallConfig, from: From): RollcallData {
  const { lang, words, names } = from;
  const t = say(lang);
  const indicator = words.indicator(config.indicator ?? ROLLCALL);
  const rules = words.rulesOf(config.indicator ?? ROLLCALL);
  const total = figureOf(whole, indicator, from);
  // What all of them are is told once, behind the whole.
  const isTold = total.tag !== undefined && total.tag !== "" && sharedQuality([...view.cells.values()]) !== null;
  const cells = [...view.cells.values()].map((cell) => ({ cell, state: rollState(cell, rules) }))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.cell.value ?? 100) - (b.cell.value ?? 100) || (a.cell.place < b.cell.place ? -1 : 1));
  return {
    total,
    counts: (["all", "some", "low", "cut", "unreported"] as const).map((state) => ({ state, word: t(WORD[state]), count: cells.filter((one) => one.state === state).length })),
    cells: cells.map(({ cell, state }) => {
      const figure = figureOf(cell, indicator, from);
      const name = names.of(cell.place);
      return { id: cell.place, name: cell.place.length <= 4 ? name : ownName(name), state, figure: state === "some" || state === "low" ? { ...figure, prefix: "", ...(isTold && { tag: "" }) } : { text: t(WORD[state]), isNumber: false, ...(figure.truth && { truth: figure.truth }) } };
    }),
    more: (n, areAll) => t(areAll ? "另 {n} 处应答齐" : "另 {n} 处", { n }),
  };
}
export function card({ view: { status, code }, whole }: Seen, config: RollcallConfig, { lang, words, names }: From): CardFacts {
  const worst = worstOf(whole ? [whole] : []);
  return {
    heading: titled(titleOf(config, { lang, words }), placeOf(config), config, names), status, code, observedAt: whole ? worst.observedAt : undefined,
    cadenceMs: words.indicator(config.indicator ?? ROLLCALL)?.cadence ?? 0, state: worst.state, coverage: whole?.coverage,
  };
}
function titleOf({ title, indicator }: RollcallConfig, { lang, words }: Pick<From, "lang" | "words">): string {
  const measured = words.indicator(indicator ?? ROLLCALL);
  return title ? wordsIn(title, lang) : measured ? wordsIn(measured.title, lang) : say(lang)("点名");
}
export const spoken = (seen: Seen, config: RollcallConfig, from: From): string => sentence(data(seen, config, from), titleOf(config, from));
export const briefly = (seen: Seen, config: RollcallConfig, from: From): string => sentence(data(seen, config, from), titleOf(config, from), 1);
