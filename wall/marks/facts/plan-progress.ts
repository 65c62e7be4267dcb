import { asOf } from "../../../model/moments.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { below, levelOf, type Level, type RegionCode } from "../../../model/region.ts";
import type { Cell } from "../../../model/sample.ts";
import { MINUTE, parseTime } from "../../../model/time.ts";
import type { Words } from "../../../model/words.ts";
import { ownName } from "../place-name.ts";
import { sentence, type PlanProgressData, type ProgressRow } from "../plan-progress.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export interface PlanProgressConfig extends Looks {
  readonly title: Words;
  /** What is done: an amount, or, where there is no `plan`, a share in percent. */
  readonly done: string;
  /** What is to be done, in the same unit. */
  readonly plan?: string;
  /** Absent = the level below the place. */
  readonly level?: Level;
  /** When the work began and until when it must be done, RFC 3339, on the situation's clock. */
  readonly from?: string;
  readonly due?: string;
}
const say = phrases({ "须于 {at} 前完成": "due by {at}", "已过限 {at}": "was due {at}", 按时应达: "should be at", 落后: "behind", "另 {n} 市": "{n} more cities", "另 {n} 处": "{n} more", 尚无上报: "nothing reported yet" });
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;
const placeOf = (config: PlanProgressConfig): RegionCode => lookedAt(config, "county");

export function read(reader: Reader, config: PlanProgressConfig) {
  const region = placeOf(config);
  const { done, plan, level = below(levelOf(region)) ?? "town" } = config;
  const of = (indicator: string) => ({ view: reader.cells(indicator, region, level), whole: reader.cells(indicator, region, levelOf(region)).cells.get(region) });
  return { level, done: of(done), plan: plan === undefined ? undefined : of(plan) };
}
export function data({ done, plan, level }: Seen, config: PlanProgressConfig, from: From): PlanProgressData {
  const { lang, here } = from;
  const t = say(lang);
  const row = (cell: Cell | undefined, planned: Cell | undefined, id: string): ProgressRow => rowOf(cell, planned, id, config, from);
  const rows = [...done.view.cells.values()].map((cell) => row(cell, plan?.view.cells.get(cell.place), cell.place))
    .sort((a, b) => (a.share ?? Infinity) - (b.share ?? Infinity) || (a.id < b.id ? -1 : 1));
  const due = parseTime(config.due ?? "");
  const begun = parseTime(config.from ?? "");
  const pace = due === null || begun === null || due <= begun ? undefined : Math.min(1, Math.max(0, (here.simNow - begun) / (due - begun)));
  return {
    total: row(done.whole, plan?.whole, placeOf(config)), rows, ...(pace !== undefined && { pace }), paceWord: t("按时应达"), behindWord: t("落后"),
    due: due === null ? "" : t(here.simNow <= due ? "须于 {at} 前完成" : "已过限 {at}", { at: asOf(due, here.simNow, MINUTE, lang) }), more: (n) => t(level === "city" ? "另 {n} 市" : "另 {n} 处", { n }),
  };
}
/** A share is only of what both sides have told; a plan of nothing is none. */
export function shareOf(done: Cell | undefined, plan: Cell | undefined, hasPlan: boolean): number | null {
  if (!done || done.value === null || done.state === "down") return null;
  if (!hasPlan) return done.value / 100;
  return plan && plan.value !== null && plan.value > 0 && plan.state !== "down" ? done.value / plan.value : null;
}
function rowOf(cell: Cell | undefined, planned: Cell | undefined, id: string, config: PlanProgressConfig, from: From): ProgressRow {
  const { words, names } = from;
  const figure = figureOf(cell, words.indicator(config.done), from);
  const share = shareOf(cell, planned, config.plan !== undefined);
  const plan = config.plan === undefined || !planned ? undefined : figureOf(planned, words.indicator(config.plan), from);
  const name = names.of(id);
  // Both sides of a fraction are in one order: 8.6 万 of 11.2 万.
  return { id, name: id.length <= 4 ? name : ownName(name), share, done: figure, plan: plan && plan.isNumber !== false && share !== null ? `/${plan.text}${plan.unit && plan.unit !== figure.unit ? ` ${plan.unit}` : ""}` : "" };
}
export function card({ done }: Seen, config: PlanProgressConfig, { lang, words, names }: From): CardFacts {
  const worst = worstOf(done.whole ? [done.whole] : []);
  const { status, code, cells } = done.view;
  return {
    heading: titled(wordsIn(config.title, lang), placeOf(config), config, names), note: words.indicator(config.done)?.unit ?? "", status, code, observedAt: done.whole ? worst.observedAt : undefined,
    cadenceMs: words.indicator(config.done)?.cadence ?? 0, state: worst.state, coverage: done.whole?.coverage,
    empty: status === "ready" && cells.size > 0 && [...cells.values()].every(({ state }) => state === "never") ? say(lang)("尚无上报") : "",
  };
}
export const spoken = (seen: Seen, config: PlanProgressConfig, from: From): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = (seen: Seen, config: PlanProgressConfig, from: From): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang), 1);
