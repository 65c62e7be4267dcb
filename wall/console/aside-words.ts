import { dictionary } from "../kit/language.ts";

const t = dictionary({
  更新: "Updated", 不予受理: "Rejected", 并案: "Merged", 挂起: "Suspended", 恢复处置: "Resumed", 提级: "Escalated", 移送: "Transferred", 重开: "Reopened", 误报撤销: "Cancelled as a false alarm", 评估: "Evaluated",
  送达: "Delivered", 已读: "Seen", 补充说明: "Note", 催办: "Reminded", 督办: "Supervised", 批量下发: "Dispatched to many", 限时已过: "A limit has passed",
});
/** What befalls an incident and its orders beside the way from a report to its close. */
const STEP = {
  "incident.update": "更新", "incident.reject": "不予受理", "incident.merge": "并案", "incident.suspend": "挂起", "incident.resume": "恢复处置", "incident.escalate": "提级", "incident.transfer": "移送",
  "incident.reopen": "重开", "incident.cancel": "误报撤销", "incident.evaluate": "评估",
  "task.delivered": "送达", "task.seen": "已读", "task.note": "补充说明", "task.remind": "催办", "task.supervise": "督办", "task.dispatchMany": "批量下发", "limit.passed": "限时已过",
} as const satisfies Readonly<Record<string, Parameters<typeof t>[0]>>;
export type AsideStep = keyof typeof STEP;
/** Undefined for a step that is none of them. */
export const asideWord = (kind: string): string | undefined => (Object.hasOwn(STEP, kind) ? t(STEP[kind as AsideStep]) : undefined);
