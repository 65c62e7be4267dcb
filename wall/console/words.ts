import type { AlertState } from "../../model/alert.ts";
import type { CommandKind } from "../../model/command.ts";
import type { IncidentState, IncidentStep } from "../../model/incident.ts";
import type { Level } from "../../model/region.ts";
import { ALERT_STATE_WORDS, INCIDENT_STATE_WORDS, TASK_STATE_WORDS } from "../../model/state-words.ts";
import type { TaskState } from "../../model/task.ts";
import { dictionary, inWords } from "../kit/language.ts";
import type { RegionView } from "../kit/reads.ts";
import { asideWord, type AsideStep } from "./aside-words.ts";

/** Words of the console. */
export const t = dictionary({
  返回上一级: "Up one level", 层级: "Level", 省: "Province", 市: "City", 县: "County", 镇: "Town", 村: "Village", 下一级: "Next level", 同镇各村: "Villages of this town", 同级各处: "Places beside it", "{n} 个{level}": "{n} {level}",
  "{wall} 显示屏 {n} 黑屏": "{wall}, display {n} is dark", "第 {n} 次停用": "ended {n} ×", 图层: "Layers", 图上点位: "Points on the map", "点位：随指标": "Points: as the indicator", "点位：不显示": "Points: none", "点位：{what}": "Points: {what}", 更多指标: "More indicators", 告警: "Alerts", 事件: "Incidents", 研判: "finding", 默认阈值: "default threshold", "依据：": "Source: ", "{says}，系统研判，未发布": "{says}; nothing issued",
  无未了告警: "No open alerts", "{place}及以下另无告警": "No alerts of {place} itself", 本辖区无未了告警: "No open alerts in your area", "；上级区域的告警本席位看不到": "; alerts of the regions above it are not shown to this seat", 所在省: "In the province", 所在市: "In the city", 所在县市: "In the county", 所在区: "In the district", 所在镇街: "In the town",
  无在办事件: "No open incidents", "{at} 核": "checked {at}", 确认: "Acknowledge", 转为事件: "Make incident", 打开事件: "Open incident", "{who} 已确认": "Acknowledged by {who}", 撤回确认: "Undo", 取消搁置: "Unshelve", 恢复使用: "Put back", "交 {who}": "given to {who}",
  "搁置至 {at}：{why}（{who}）": "shelved until {at}: {why} ({who})", "搁置至现实时间 {at}：{why}（{who}）": "shelved until {at} real time: {why} ({who})", "停用：{why}（{who}）": "out of service: {why} ({who})", "已有告警说明原因，抑制": "suppressed: another alert explains it",
  "抖动：{at} 起至少 {n} 次": "chatters: {n} times or more since {at}", "抖动：现实时间 {at} 起至少 {n} 次": "chatters: {n} times or more since {at} real time", "{who}：": "{who}: ", "共 {n} 条备注": "{n} comments",
  "研判值 {v}，限值 {l}": "found: {v}, limit {l}", "限值 {l}": "limit {l}", "{at} 还有 {v}，限值 {l}": "{v} left at {at}, limit {l}", 数据中断: "source lost",
  返回队列: "Back to queues", 核实: "Verify", 核实说明: "Verification note", "先写说明，才能核实": "write the note first", "先选级别、写理由": "choose a grade and write the reason", "先写理由，才能定级": "write the reason first", "先写结论，才能关闭": "write the conclusion first", 定级: "Grade", 定级理由: "Reason for the grade", 下发任务: "Dispatch", 接收单位: "Unit", 任务要求: "Order", 时限: "Deadline",
  "{n} 分": "{n} min", "{n} 小时": "{n} h", 滑到底下发: "Slide to dispatch", "派 {unit} → {place}：{text}，限 {at} 前": "Send {unit} → {place}: {text}, before {at}",
  "影响：发出后 10 秒内可撤回，指令留痕": "Effect: can be withdrawn within 10 s; the order is on record", "越级下达，抄送 {levels}": "Levels skipped; copies to {levels}", "先选单位、写要求": "Choose a unit and write the order first",
  "已下发，{n} 秒内可撤回": "Dispatched; {n} s to withdraw", 撤回: "Withdraw", "误下发，10 秒内撤回": "dispatched by mistake, withdrawn within 10 s", 核查: "Check", 核查通过: "Check passed", 核查不通过: "Check not passed", "核查说明（不通过须写明原因）": "Result of the check (a reason, if not passed)", 通过: "Passed", 不通过: "Not passed",
  关闭事件: "Close incident", 结论: "Conclusion", 经过: "Log", 任务: "Tasks", 尚无任务: "No tasks yet", "键盘：按住 Enter 1.2 秒等效": "Keyboard: hold Enter for 1.2 s", 撤回任务: "Withdraw task",
  送上大屏: "Send to wall", 大屏返回: "Wall back", 大屏控制: "Direct the wall", 标绘: "Draw", 大屏: "Wall", "大屏正看：{place}": "Wall shows: {place}", 上级区域: "a region above yours", 辖区以外: "a region outside yours", 新事件: "New incident", 事件类型: "Type", 标题: "Title", 情况: "What happened", 上报事件: "Report incident", 取消: "Cancel",
  "新告警：{what}": "New alert: {what}", "新事件：{what}": "New incident: {what}", 态势: "Situations", 退出: "Sign out", 请选择: "Choose", 特殊统计单元: "statistical area", 直管: "directly under the city",
  正在发出: "Sending", "内容还在，请重试": "Your words are still here; try again",
  暂停: "Suspended", "位置不符：距事发区域约 {n} 公里": "Not at the place: about {n} km from the incident's region", "再列 {n} 条": "List {n} more",
  "无权处置，仅可查看": "No right to act; view only", "所在：{place}": "At: {place}", 上报人: "Reported by", 有困难: "Difficulty", 收起: "Close", 总览: "Overview", 无数据: "no data", 写明要求: "Write the order", 附件: "Files", 触控台: "Console", "回放只读：可看当时的告警和事件，不能处置": "Replay, read-only: alerts and incidents as they stood; nothing can be ordered", 一指拆数: "take apart", 接报: "Reported", 下发: "Dispatched", 接令: "Accepted", 到场: "On scene", 报告: "Report", 办结: "Finished", 退回: "Returned", 事件关闭: "Closed", "任务均已了结，事件待关闭": "All tasks settled; the incident waits to be closed", 再下发任务: "Dispatch another task", "统计到{level}级": "counted down to {level}", "所在{level}": "its {level}:",
  "、": ", ", "；": "; ", "圆面积 = 数量，最大 {n}": "circle area = amount, largest {n}", "↓ 其后还有 {n} 个": "↓ {n} more below", "↓ 其后还有 {n} 个单位": "↓ {n} more units below", "↓ 其后还有 {n} 条": "↓ {n} more below", "↓ 其后还有 {n} 件": "↓ {n} more below", "在办 {n} 项": "{n} open", 看任务和经过: "Tasks and log", 图上各数: "all numbers here", "图上各数由 {at} 所报推算至此刻": "numbers on the map counted down from reports of {at}", "现实时间 {at}": "real time {at}", 接报为现实时间: "reported in real time", 收发为现实时间: "receipts in real time", "时限、收发为现实时间": "deadlines and receipts in real time", "派 {unit} → {place}：{text}，限现实时间 {at} 前": "Send {unit} → {place}: {text}, before {at} real time", 按此刻各地的数分级: "classes from the numbers now",
  "地址里的指标 {id} 不存在，或本席位看不到；现在显示{shown}，可在图层栏另选": "The indicator {id} in the address does not exist or is not for this seat; {shown} is shown, choose another under Layers",
  "地址里的点位 {id} 不存在，或本席位看不到；现在按指标显示点位，可在“点位”中另选": "The points {id} in the address do not exist or are not for this seat; those of the indicator are shown, choose others under Points",
  "地址里的区域 {code} 不存在，或不在本席位辖区；现在显示{place}": "The region {code} in the address does not exist or lies outside this seat's area; {place} is shown", "区域 {code} 没有取到，请重试；现在显示{place}": "Region {code} could not be fetched, try again; {place} is shown",
});

export const alertWord = (state: AlertState): string => inWords(ALERT_STATE_WORDS[state]);
export const incidentWord = (state: IncidentState): string => inWords(INCIDENT_STATE_WORDS[state]);
export const taskWord = (state: TaskState): string => inWords(TASK_STATE_WORDS[state]);
const LEVEL: Readonly<Record<Level, Parameters<typeof t>[0]>> = { province: "省", city: "市", county: "县", town: "镇", village: "村" };
export const levelWord = (level: Level): string => t(LEVEL[level]);
const MANY: Readonly<Record<Level, readonly [one: string, many: string]>> = { province: ["province", "provinces"], city: ["city", "cities"], county: ["county", "counties"], town: ["town", "towns"], village: ["village", "villages"] };
/** 9 个县 · 9 counties. */
export const levelCount = (n: number, level: Level): string => t("{n} 个{level}", { n, level: inWords({ zh: levelWord(level), en: MANY[level][n === 1 ? 0 : 1] }) });
/** 所在县市 雷州市: how a place lies in one above it. */
export function withinWord({ level, name }: Pick<RegionView, "level" | "name">): string {
  if (level === "county") return name.endsWith("区") ? t("所在区") : t("所在县市");
  return level === "province" ? t("所在省") : level === "city" ? t("所在市") : t("所在镇街");
}
/** What a timeline can show: every command about an incident or its tasks, and the one step that follows by itself. */
type StepKind = Exclude<Extract<CommandKind, `incident.${string}` | `task.${string}`>, AsideStep> | "incident.checking";
const STEP: Readonly<Record<StepKind, Parameters<typeof t>[0]>> = {
  "incident.report": "接报", "incident.verify": "核实", "incident.grade": "定级", "incident.checking": "任务均已了结，事件待关闭", "incident.close": "事件关闭", "task.dispatch": "下发", "task.accept": "接令",
  "task.arrive": "到场", "task.report": "报告", "task.finish": "办结", "task.check": "核查", "task.return": "退回", "task.withdraw": "撤回", "task.difficulty": "有困难",
};
/** What a receipt's point says against the place; undefined when it lies there, or none was given. */
export const awayWords = ({ awayKm }: { readonly awayKm?: number | undefined }): string | undefined => (awayKm === undefined ? undefined : t("位置不符：距事发区域约 {n} 公里", { n: awayKm }));
/** What was done, in the log of an incident: a check with what came of it. An unknown kind is shown as it is. */
export function stepWord({ kind, passed }: Pick<IncidentStep, "kind" | "passed">): string {
  if (kind === "task.check" && passed !== undefined) return passed ? t("核查通过") : t("核查不通过");
  return isStep(kind) ? t(STEP[kind]) : (asideWord(kind) ?? kind);
}
const isStep = (kind: string): kind is StepKind => Object.hasOwn(STEP, kind);
