import { durationText } from "../../../model/moments.ts";
import { phrases } from "../../../model/phrases.ts";
import type { TaskRecord } from "../../../model/records.ts";
import { isTaskDone } from "../../../model/task.ts";
import { clockText, parseTime } from "../../../model/time.ts";
import { sentence, type OrderRow, type OrdersData } from "../orders.ts";
import type { CardFacts } from "./card.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import { byUrgency, isAwaited, receipts, STEPS, type Step } from "./order-steps.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export type OrdersConfig = Looks;
const WORDS = {
  指令: "Orders", "{n} 条 · 未办结 {m}": "{n} · {m} open", "{n} 条 · 未办结 {m} · 收发为现实时间": "{n} · {m} open · receipts in real time", "尚未下发指令（{at} 核）": "no order yet (checked {at})", "另 {n} 条": "{n} more",
  发: "sent", 收: "got", 到: "there", 办: "done", 核: "checked", "余 {d}": "{d} left", "超时 {d}": "{d} over", 已退回: "returned", 已撤回: "withdrawn", 已办结: "closed", 待核查: "to check",
  有困难: "difficulty",
};
const say = phrases(WORDS);
const WORD: Readonly<Record<Step, keyof typeof WORDS>> = { sent: "发", accepted: "收", arrived: "到", finished: "办", checked: "核" };
type From = Pick<Standpoint, "lang" | "here" | "names">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, config: OrdersConfig) => reader.tasks(lookedAt(config));

export function data({ records }: Seen, _: OrdersConfig, from: From): OrdersData {
  return { rows: byUrgency(records.values()).map((task) => rowOf(task, from)), more: (n) => say(from.lang)("另 {n} 条", { n }) };
}
export function card(seen: Seen, config: OrdersConfig, { lang, here, names }: From): CardFacts {
  const t = say(lang);
  const tasks = [...seen.records.values()];
  const isKnown = seen.status === "ready";
  return {
    heading: titled(t("指令"), lookedAt(config), config, names), note: tasks.length === 0 ? "" : t(here.isOneTime ? "{n} 条 · 未办结 {m}" : "{n} 条 · 未办结 {m} · 收发为现实时间", { n: tasks.length, m: tasks.filter(({ state }) => !isTaskDone(state)).length }),
    status: seen.status, code: seen.code, observedAt: isKnown ? here.checkedAt(seen) : undefined, state: here.linked ? "fresh" : "stale",
    empty: tasks.length === 0 ? t("尚未下发指令（{at} 核）", { at: isKnown ? clockText(here.checkedAt(seen)) : "··" }) : "",
  };
}
export const spoken = (seen: Seen, config: OrdersConfig, from: From): string => sentence(data(seen, config, from));

function rowOf(task: TaskRecord, from: From): OrderRow {
  const t = say(from.lang);
  const at = receipts(task);
  const due = dueOf(task, from);
  return {
    id: task.id, state: task.state, text: task.text, unit: task.unitName, isAwaited: isAwaited(task), isOpen: !isTaskDone(task.state),
    receipts: STEPS.map((step) => ({ word: t(WORD[step]), at: at[step] === null ? null : clockText(at[step]) })),
    ...(due && { due }),
    ...(task.difficulty && { difficulty: t("有困难") }),
  };
}
function dueOf(task: TaskRecord, { lang, here }: From): OrderRow["due"] {
  const t = say(lang);
  if (task.state === "returned") return { text: t("已退回"), isPressing: true };
  if (task.state === "withdrawn") return { text: t("已撤回"), isPressing: false };
  if (task.state === "closed") return { text: t("已办结"), isPressing: false };
  if (task.state === "finished") return { text: t("待核查"), isPressing: false };
  const by = parseTime(task.deadline);
  if (!isAwaited(task) || by === null) return undefined;
  // People's limits run on people's time, whatever the drill's speed.
  const left = by - here.peopleNow;
  return { text: t(left >= 0 ? "余 {d}" : "超时 {d}", { d: durationText(left, lang) }), isPressing: left < 0 };
}
