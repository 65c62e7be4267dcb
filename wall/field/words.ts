import { dictionary } from "../kit/language.ts";
import type { TaskState } from "../../model/task.ts";
import type { IncidentState } from "../../model/incident.ts";

/** Words of the phone page. */
export const t = dictionary({
  我的任务: "My tasks", 上报: "Report upward", 没有待办任务: "No open tasks", 已结束: "Done", 返回: "Back", 右滑接令: "Slide to accept",
  有困难: "Difficulty", 退回: "Return", 我已到场: "I am on scene", "到场了吗？": "Are you on scene?", "现场怎样？": "How is it on scene?", "处置完了吗？": "Is it done?",
  报告情况: "Report", 再报情况: "Report again", 办结: "Finish", 人数: "People", 说明: "Words", 发送: "Send", 取消: "Cancel",
  "遇到什么困难？": "What is the difficulty?", "为什么退回？": "Why return it?", 发出困难: "Send difficulty", 确认退回: "Return it",
  时限: "Deadline", 超时: "Overdue", 事件: "Incident", 地点: "Place", 下令: "From", 时间: "Time", "已发出，{at}": "Sent, {at}", 正在发出: "Sending",
  "拿不到定位。拍一张现场照片也可以登记到场。": "No position. A photo of the scene also counts.", 拍照到场: "Arrive with a photo", 按事件位置到场: "Arrive at the incident's point",
  "等待核查": "Awaiting check", "已核查办结": "Checked and closed", 已撤回: "Withdrawn", 已退回: "Returned", "检查未通过，请继续处置": "The check failed; carry on",
  事件类型: "Type", 标题: "Title", 情况: "What happened", "已选 {n} 张照片": "{n} photos chosen", "附照片（每张最多 8 MB）": "Add photos (8 MB each at most)", 发出上报: "Send report", 我报的事件: "What I reported", 请选择: "Choose", "上报到 {region}": "Report from {region}",
  还没有上报: "Nothing reported yet", "没有发出，内容还在，请重试": "Not sent; your words are still here. Try again", "照片没有传上：{why}": "The photo was not sent: {why}",
  "最多 8 MB 的图片": "a picture of at most 8 MB", 请写情况或人数: "Write what happened, or a number", "{n} 件在办": "{n} open", 打开: "Open", 已下达: "Ordered", 已接令: "Accepted", 已到场: "On scene", 处置中: "Handling",
  待核查: "To be checked", 已办结: "Closed", 减一: "One less", "加 {n}": "Add {n}", 待核实: "To verify", 已核实: "Verified", 已定级: "Graded", 已评估: "Evaluated", 不予受理: "Rejected", 已并案: "Merged", 暂停: "Suspended", 已取消: "Cancelled", 发现: "Detected",
  "不是处置单位账号，只能上报": "Not a unit's account; it can only report upward", 经过: "Log", 退出: "Sign out", 处置端: "Field page",
});

const TASK: Readonly<Record<TaskState, Parameters<typeof t>[0]>> = {
  dispatched: "已下达", accepted: "已接令", onScene: "已到场", handling: "处置中", finished: "待核查", closed: "已办结", returned: "已退回", withdrawn: "已撤回",
};
export const taskWord = (state: TaskState): string => t(TASK[state]);
const INCIDENT: Readonly<Record<IncidentState, Parameters<typeof t>[0]>> = {
  detected: "发现", pending: "待核实", verified: "已核实", graded: "已定级", handling: "处置中", checking: "待核查", closed: "已办结", evaluated: "已评估",
  rejected: "不予受理", merged: "已并案", suspended: "暂停", cancelled: "已取消",
};
export const incidentWord = (state: IncidentState): string => t(INCIDENT[state]);

