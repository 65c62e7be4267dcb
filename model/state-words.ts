import type { AlertState } from "./alert.ts";
import type { IncidentState } from "./incident.ts";
import type { TaskState } from "./task.ts";
import type { Words } from "./words.ts";

/** States in words, the same on every page and in the text twin. */
export const ALERT_STATE_WORDS: Readonly<Record<AlertState, Words>> = {
  unacknowledged: { zh: "未确认", en: "Unacknowledged" },
  acknowledged: { zh: "已确认", en: "Acknowledged" },
  returned: { zh: "已回落", en: "Returned" },
  shelved: { zh: "搁置", en: "Shelved" },
  suppressed: { zh: "抑制", en: "Suppressed" },
  outOfService: { zh: "停用", en: "Out of service" },
  closed: { zh: "已关闭", en: "Closed" },
};
export const INCIDENT_STATE_WORDS: Readonly<Record<IncidentState, Words>> = {
  detected: { zh: "发现", en: "Detected" },
  pending: { zh: "待核实", en: "To verify" },
  verified: { zh: "已核实", en: "Verified" },
  graded: { zh: "已定级", en: "Graded" },
  handling: { zh: "处置中", en: "Handling" },
  checking: { zh: "待办结", en: "To close" },
  closed: { zh: "已办结", en: "Closed" },
  evaluated: { zh: "已评估", en: "Evaluated" },
  rejected: { zh: "不予受理", en: "Rejected" },
  merged: { zh: "已并案", en: "Merged" },
  suspended: { zh: "暂停", en: "Suspended" },
  cancelled: { zh: "已取消", en: "Cancelled" },
};
export const TASK_STATE_WORDS: Readonly<Record<TaskState, Words>> = {
  dispatched: { zh: "已下达", en: "Ordered" },
  accepted: { zh: "已接令", en: "Accepted" },
  onScene: { zh: "已到场", en: "On scene" },
  handling: { zh: "处置中", en: "Handling" },
  finished: { zh: "待核查", en: "To check" },
  closed: { zh: "已办结", en: "Closed" },
  returned: { zh: "已退回", en: "Returned" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
};
