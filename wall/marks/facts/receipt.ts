import { group } from "d3";
import { phrases } from "../../../model/phrases.ts";
import type { TaskRecord } from "../../../model/records.ts";
import { clockText } from "../../../model/time.ts";
import { sentence, type ReceiptData } from "../receipt.ts";
import type { CardFacts } from "./card.ts";
import { countOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import { lateness } from "./order-log.ts";
import { receipts, type Step } from "./order-steps.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export type ReceiptConfig = Looks;
const say = phrases({ 收应办: "Receipts", "超时 {n}": "{n} late", 发: "sent", 收: "got", 到: "there", 办: "done", 单位: "unit", "另 {n} 个单位": "{n} more units", "尚未下发指令（{at} 核）": "no order yet (checked {at})" });
const STEPS: readonly (readonly [Step, "发" | "收" | "到" | "办"])[] = [["sent", "发"], ["accepted", "收"], ["arrived", "到"], ["finished", "办"]];
type From = Pick<Standpoint, "lang" | "here" | "names">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, config: ReceiptConfig) => reader.tasks(lookedAt(config));

/** What was withdrawn is awaited of nobody. */
const counted = ({ records }: Seen): TaskRecord[] => [...records.values()].filter(({ state }) => state !== "withdrawn");
/** A later receipt says that the earlier ones came, too. */
const reached = (task: TaskRecord, n: number): boolean => {
  const came = receipts(task);
  return STEPS.slice(n).some(([step]) => came[step] !== null);
};
export function data(seen: Seen, config: ReceiptConfig, { lang, here }: From): ReceiptData {
  const t = say(lang);
  const tasks = counted(seen);
  const countsOf = (own: readonly TaskRecord[]): number[] => STEPS.map((_, n) => own.filter((task) => reached(task, n)).length);
  const all = countsOf(tasks);
  const units = group(tasks, ({ unit }) => unit);
  return {
    steps: STEPS.map(([step, word], n) => ({
      id: step, word: t(word), count: all[n]!,
      figure: countOf({ id: `tasks.${step}`, place: lookedAt(config), value: all[n]!, observedAt: seen.simAt || null, tick: seen.tick, have: seen.status === "ready" ? 1 : 0 }, here),
    })),
    rows: [...units].map(([id, own]) => ({ id, unit: own[0]!.unitName, counts: countsOf(own), isLate: own.some((task) => lateness(task, here.peopleNow) !== undefined) }))
      .sort((a, b) => Number(b.isLate) - Number(a.isLate) || owes(b) - owes(a) || (a.id < b.id ? -1 : 1)),
    heading: t("单位"), more: (n) => t("另 {n} 个单位", { n }),
  };
}
const owes = ({ counts }: ReceiptData["rows"][number]): number => counts[0]! - counts.at(-1)!;
export function card(seen: Seen, config: ReceiptConfig, { lang, here, names }: From): CardFacts {
  const t = say(lang);
  const tasks = counted(seen);
  const late = tasks.filter((task) => lateness(task, here.peopleNow) !== undefined).length;
  const isKnown = seen.status === "ready";
  return {
    heading: titled(t("收应办"), lookedAt(config), config, names), note: late > 0 ? t("超时 {n}", { n: late }) : "", status: seen.status, code: seen.code,
    observedAt: isKnown ? here.checkedAt(seen) : undefined, state: here.linked ? "fresh" : "stale",
    empty: isKnown && tasks.length === 0 ? t("尚未下发指令（{at} 核）", { at: clockText(here.checkedAt(seen)) }) : "",
  };
}
export const spoken = (seen: Seen, config: ReceiptConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: ReceiptConfig, from: From): string => sentence(data(seen, config, from), 1);
