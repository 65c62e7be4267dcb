import { dictionary } from "../../kit/language.ts";
import type { Aside } from "./acts.ts";

/** Words of what befalls an incident beside its way. */
export const t = dictionary({
  更多处置: "More", "更多处置 · {title}": "More · {title}", 另选: "Choose another", 正在发出: "Sending", "内容还在，请重试": "what you wrote is still here; try again", "理由（必填）": "Reason (required)", 先写理由: "give the reason first",
  更新情况: "Update", 恢复处置: "Resume", 提级上报: "Escalate", 移送: "Transfer", 并案: "Merge", 挂起: "Suspend", 不予受理: "Reject", 重开: "Reopen", 评估: "Evaluate", 误报撤销: "Cancel as a false alarm",
  滑到底提级: "Slide to escalate", "滑到底移送 {place}": "Slide to hand on to {place}", 按住并案: "Hold to merge", "按住挂起至 {at}": "Hold to suspend until {at}", 按住不予受理: "Hold to reject", 按住重开: "Hold to reopen", 按住提交评估: "Hold to send the evaluation", 按住申请撤销: "Hold to ask for it",
  标题: "Title", 情况: "What happened", 事件类型: "Type", "位置（经度,纬度）": "Point (longitude,latitude)", 取设施位置: "Take the point of a site", 不改: "unchanged", 没有改动: "nothing is changed yet", "位置写成 110.09,20.91": "write the point like 110.09,20.91",
  死亡人数: "Deaths", 重伤人数: "Serious injuries", "直接损失（万元）": "Direct loss (10,000 yuan)", "减供负荷（%）": "Load lost (%)", "过火面积（公顷）": "Burnt area (ha)", "后果（只填已核实的；空着就是不知道）": "Consequences (only what is verified; empty is not known)",
  "按表：{grade}（{why}）": "By the table: {grade} ({why})", "此类型无分级表，由人定级并写明理由": "No table for this type; a person grades it and gives the reason", 填了已核实的后果才能对表: "the table speaks once a verified number is given",
  "轻于表定 {grade}：理由里写明为什么，且须有 {grade} 的定级权": "less grave than the table’s {grade}: say why; it needs the right to {grade}", "重于表定 {grade}：理由里写明为什么": "graver than the table’s {grade}: say why",
  "并入哪一件？": "Merge into which one?", "{title}（相距约 {m} 米，{n} 分）": "{title} (about {m} m, {n} min apart)", "{title}（同区，相隔 {n} 分）": "{title} (same region, {n} min apart)", 没有疑似同一件的事件: "Nothing looks like the same incident", "未取到疑似同一件的事件：{code}": "What may be the same could not be fetched: {code}", 正在找疑似同一件的事件: "Looking for what may be the same", 先选并入哪一件: "choose which one first",
  挂起到何时: "Until when", "{n} 小时": "{n} h", "{n} 天": "{n} d", 先选到何时: "choose until when first", "移送到哪里？": "To which region?", 先选移送到哪里: "choose the region first", "评分（0–100）": "Score (0–100)", 评语: "Remarks", "先写评分、评语": "give score and remarks first",
  "1 件事件，{n} 项任务在办": "1 incident, {n} orders open", "1 件事件，没有在办任务": "1 incident, no open orders", "告警可另报事件；不再处置": "its alert may be reported anew; nothing more is done", 不能恢复: "cannot be undone",
  "本件结案，任务和告警并入所选事件": "this one ends; its orders and alerts go to the chosen one", "到期自动恢复；期间不能下达新任务": "goes on by itself on its day; nothing is ordered meanwhile", "可提前恢复；只能挂起一次": "can be resumed before; only once", "{place}当值须 5 分钟内接管": "the watch of {place} takes over within 5 min", "不能收回，可继续处置": "cannot be taken back; work goes on", 上一级: "the next level",
  "由{place}负责；本席位不再管辖的看不到": "{place} is in charge; who does not hold it sees it no more", "只能由接收方再移送；来回移送会被记为推诿": "only the receiver hands it on; to and fro is named as passing the buck", "回到处置中，限时重新计": "back to handling; its limits begin anew", "处置完可再关闭": "can be closed again", "评估只做一次，写入结案": "evaluated once, for good",
  "在办任务全部撤回，单位收到撤回": "all open orders are withdrawn, units are told", "不能恢复；须另一账号 60 秒内确认才生效": "cannot be undone; takes effect once another account confirms within 60 s", 前后都留痕: "both are on record", 随时可再更新: "can be updated again", 不能再次挂起: "cannot be suspended again", 立即恢复处置: "Resume now",
  "{who} 申请误报撤销：{why}": "{who} asks to cancel as a false alarm: {why}", 定级: "Grade", 定级理由: "Reason for the grade", "先选级别、写理由": "choose a grade and write the reason", "先写理由，才能定级": "write the reason first",
  催办: "Remind", 督办: "Supervise", "督办要求（给其负责人）": "To their leader", 按住督办: "Hold to supervise", "督办 {n} 次": "supervised {n} ×", "应通报：该单位 {days} 天内督办 {n} 次": "due for public naming (通报): {n} supervisions in {days} days", "{limit} {n}%": "{limit} {n}%", 限时: "Limits", "连续 {n} 次超时": "{n} limits missed in a row",
  已发: "sent", 送达: "delivered", 已读: "seen", 接令: "accepted", 到场: "on scene", 处置: "handling", 办结: "finished", 核查: "checked", 进度: "Ladder", "步骤 {n}/{of}": "Steps {n}/{of}", "完成标准：{what}": "done when: {what}", "已提级至 {place}": "escalated to {place}", 已提级: "escalated", "挂起至 {at}": "suspended until {at}", "挂起至现实时间 {at}": "suspended until {at} real time", "{at} 前须评估": "to be evaluated by {at}", "评估 {n} 分": "evaluated: {n}", "单位负责人说明原因；该单位 {days} 天内满 {n} 次应通报": "their leader explains; {n} in {days} days are due for public naming (通报)", "1 项任务 · {unit}": "1 order · {unit}", 不能收回: "cannot be taken back",
});
const WORD: Readonly<Record<Aside, Parameters<typeof t>[0]>> = {
  "incident.update": "更新情况", "incident.resume": "恢复处置", "incident.escalate": "提级上报", "incident.transfer": "移送", "incident.merge": "并案", "incident.suspend": "挂起", "incident.reject": "不予受理",
  "incident.reopen": "重开", "incident.evaluate": "评估", "incident.cancel": "误报撤销",
};
export const asideName = (act: Aside): string => t(WORD[act]);
