import { asOf, durationText } from "../../../model/moments.ts";
import { grouped } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import type { TaskRecord } from "../../../model/records.ts";
import { clockText, MINUTE, parseTime } from "../../../model/time.ts";
import { brief, sentence, type OrderLogData, type OrderLogRow } from "../order-log.ts";
import type { CardFacts } from "./card.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import { isAwaited, receipts } from "./order-steps.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export type OrderLogConfig = Looks;
const say = phrases({
  指令流: "Order log", "{n} 条": "{n}", "{n} 条 · 超时 {m}": "{n} · {m} late", 收发为现实时间: "real time", "尚未下发指令（{at} 核）": "no order yet (checked {at})", "另 {n} 条": "{n} more", 收: "got", 到: "there", 办: "done", 省: "province",
  "余 {d}": "{d} left", "超时 {d}": "{d} over", 已退回: "returned", 已撤回: "withdrawn", 已办结: "closed", 待核查: "to check",
});
type From = Pick<Standpoint, "lang" | "here" | "names">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, config: OrderLogConfig) => reader.tasks(lookedAt(config));

/** How far a unit is beyond its time, ms; a returned order is nobody's and presses as one that is just due. Undefined where nothing is late. */
export function lateness(task: TaskRecord, now: number): number | undefined {
  if (task.state === "returned") return 0;
  const by = parseTime(task.deadline);
  return isAwaited(task) && by !== null && by < now ? now - by : undefined;
}
export function data({ records }: Seen, _: OrderLogConfig, from: From): OrderLogData {
  const now = from.here.peopleNow;
  const tasks = [...records.values()].map((task) => ({ task, late: lateness(task, now), at: parseTime(task.dispatchedAt) ?? 0 }));
  tasks.sort((a, b) => (b.late ?? -1) - (a.late ?? -1) || b.at - a.at || (a.task.id < b.task.id ? 1 : -1));
  return { rows: tasks.map(({ task, late, at }) => rowOf(task, late, at, from)), more: (n) => say(from.lang)("另 {n} 条", { n }) };
}
export function card(seen: Seen, config: OrderLogConfig, { lang, here, names }: From): CardFacts {
  const t = say(lang);
  const tasks = [...seen.records.values()];
  const late = tasks.filter((task) => lateness(task, here.peopleNow) !== undefined).length;
  const isKnown = seen.status === "ready";
  const counted = late > 0 ? t("{n} 条 · 超时 {m}", { n: tasks.length, m: late }) : t("{n} 条", { n: tasks.length });
  return {
    heading: titled(t("指令流"), lookedAt(config), config, names), note: tasks.length === 0 ? "" : [counted, ...(here.isOneTime ? [] : [t("收发为现实时间")])].join(" · "),
    status: seen.status, code: seen.code, observedAt: isKnown ? here.checkedAt(seen) : undefined, state: here.linked ? "fresh" : "stale",
    empty: tasks.length === 0 ? t("尚未下发指令（{at} 核）", { at: isKnown ? clockText(here.checkedAt(seen)) : "··" }) : "",
  };
}
export const spoken = (seen: Seen, config: OrderLogConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: OrderLogConfig, from: From): string => brief(data(seen, config, from));

function rowOf(task: TaskRecord, late: number | undefined, at: number, from: From): OrderLogRow {
  const { lang, here, names } = from;
  const t = say(lang);
  const came = receipts(task);
  const due = dueOf(task, late, from);
  const number = task.log[0]?.seq;
  const by = names.of(task.dispatchedFrom);
  return {
    id: task.id, state: task.state, at: asOf(at, here.peopleNow, MINUTE, lang), no: number === undefined ? "" : `№${grouped(number, 0)}`,
    way: `${task.dispatchedFrom.length <= 2 ? t("省") : by} → ${task.unitName}`, text: task.text, ...(due && { due }),
    receipts: ([["收", "accepted"], ["到", "arrived"], ["办", "finished"]] as const).map(([word, step]) => ({ word: t(word), at: came[step] === null ? null : clockText(came[step]) })),
    isAwaited: isAwaited(task), isOver: task.state === "closed" || task.state === "withdrawn",
  };
}
function dueOf(task: TaskRecord, late: number | undefined, { lang, here }: From): OrderLogRow["due"] {
  const t = say(lang);
  if (task.state === "returned") return { text: t("已退回"), isPressing: true };
  if (task.state === "withdrawn") return { text: t("已撤回"), isPressing: false };
  if (task.state === "closed") return { text: t("已办结"), isPressing: false };
  if (task.state === "finished") return { text: t("待核查"), isPressing: false };
  if (late !== undefined) return { text: t("超时 {d}", { d: durationText(late, lang) }), isPressing: true };
  const by = parseTime(task.deadline);
  return by === null ? undefined : { text: t("余 {d}", { d: durationText(by - here.peopleNow, lang) }), isPressing: false };
}
