import { dictionary, inWords } from "../kit/language.ts";
import type { Level } from "../../model/region.ts";
import { INCIDENT_STATE_WORDS, TASK_STATE_WORDS } from "../../model/state-words.ts";
import type { TaskState } from "../../model/task.ts";
import type { IncidentState } from "../../model/incident.ts";

/** Words of the phone page. */
export const t = dictionary({
  我的任务: "My tasks", 上报: "Report upward", 没有待办任务: "No open tasks", 已结束: "Done", 返回: "Back", 右滑接令: "Slide to accept",
  有困难: "Difficulty", 退回: "Return", 我已到场: "I am on scene", "到场了吗？": "Are you on scene?", "现场怎样？": "How is it on scene?", "处置完了吗？": "Is it done?",
  报告情况: "Report", 再报情况: "Report again", 办结: "Finish", 人数: "People", 说明: "Words", 发送: "Send", 取消: "Cancel",
  "遇到什么困难？": "What is the difficulty?", "为什么退回？": "Why return it?", "同一事件只能退回一次，退回后不能收回": "Of one incident a unit returns once, and takes nothing back", 发出困难: "Send difficulty", 确认退回: "Return it",
  时限: "Deadline", 现实时间: "real time", 超时: "Overdue", 事件: "Incident", 地点: "Place", 下令: "From", 时间: "Time", "已发出，{at}": "Sent, {at}", 正在发出: "Sending",
  "拿不到定位。拍一张现场照片也可以登记到场。": "No position. A photo of the scene also counts.", 拍照到场: "Arrive with a photo", 按事件位置到场: "Arrive at the incident's point",
  "等待核查": "Awaiting check", "已核查办结": "Checked and closed", "检查未通过，请继续处置": "The check failed; carry on",
  事件类型: "Type", 标题: "Title", 情况: "What happened", "已选 {n} 张照片": "{n} photos chosen", "附照片（每张最多 8 MB）": "Add photos (8 MB each at most)", 发出上报: "Send report", 我报的事件: "What I reported", 请选择: "Choose", "上报至 {region}（{level}）": "Goes to {region} ({level})", "上报至 {region}（{level}）和以上各级": "Goes to {region} ({level}) and every level above it", 省: "province", 市: "city", 县: "county", 镇: "town", 村: "village",
  还没有上报: "Nothing reported yet", "没有发出，内容还在，请重试": "Not sent; your words are still here. Try again", "照片没有传上：{why}": "The photo was not sent: {why}",
  "最多 8 MB 的图片": "a picture of at most 8 MB", 请写情况或人数: "Write what happened, or a number", "{n} 件在办": "{n} open", 打开: "Open",
  减一: "One less", "加 {n}": "Add {n}",
  "不是处置单位账号，只能上报": "Not a unit's account; it can only report upward", 经过: "Log", 退出: "Sign out", 处置端: "Field page", 下面还有: "more below", "回放只读：可看当时的任务，不能回执": "Replay, read-only: orders as they stood; nothing can be answered", "回放只读：可看当时的上报，不能上报": "Replay, read-only: reports as they stood; nothing can be reported",
});

const LEVEL: Readonly<Record<Level, Parameters<typeof t>[0]>> = { province: "省", city: "市", county: "县", town: "镇", village: "村" };
export const levelWord = (level: Level): string => t(LEVEL[level]);
export const taskWord = (state: TaskState): string => inWords(TASK_STATE_WORDS[state]);
export const incidentWord = (state: IncidentState): string => inWords(INCIDENT_STATE_WORDS[state]);

