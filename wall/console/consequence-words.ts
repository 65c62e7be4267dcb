import { dictionary } from "../kit/language.ts";

/** Words of what acts of the console come to. */
export const t = dictionary({
  "1 项任务 · {unit}": "1 order · {unit}", 单位尚未接令: "the unit has not accepted it yet", 单位已接令在办: "the unit is at work on it and turns back", "不能恢复；要再派须另下任务": "cannot be undone; a new order must be sent",
  "{done} 项任务已了结": "{done} orders settled", "{done} 项任务已了结，{open} 项在办": "{done} orders settled, {open} still open", 没有下发过任务: "no order was sent", 事件离开在办队列: "the incident leaves the queue", "7 日内可重开": "can be reopened within 7 days", 关闭后不能重开: "cannot be reopened",
  "研判 {a} 条 · 在办事件 {i} 件": "{a} findings · {i} open incidents", "态势的钟和画面结束；正看它的大屏退回前一画面": "its clock and pictures end; walls that show it go back", "不能恢复；日志留存，可从头另开": "cannot be undone; the journal stays, another can be started", "实况不受影响，可另开回放": "live is untouched; another replay can be started",
  "{place}及 {below}": "{place} and {below}", "{place}及所有下级区域": "{place} and all regions below", "各级按预案启动值守和行动，大屏全部换标": "all levels act by their plans; every wall changes its sign", 各级按预案减少值守和行动: "all levels reduce what they do by their plans",
  "只能逐级降，每级写明理由": "lowered one level at a time, with a reason for each", 可随时再升: "can be raised again at any time",
});
