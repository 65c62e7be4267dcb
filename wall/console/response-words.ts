import { ROMAN, type ResponseLevel, type Standing } from "../../model/response.ts";
import { dictionary } from "../kit/language.ts";

/** Words of response levels on the console. */
export const t = dictionary({
  应急响应: "Response levels", 响应: "Response", 未启动: "none in force", "{level} 级响应": "Level {level} response", "{level} 级": "level {level}", 不再响应: "no response", 未响应: "none",
  现行: "In force", "{place}未启动应急响应": "No response in force in {place}", 正在取响应级别: "Loading response levels", "未取到响应级别：{code}": "Response levels failed: {code}",
  "{who} 启动，{at} 起": "ordered by {who}, since {at}", "{who} 启动，{second} 确认，{at} 起": "ordered by {who}, confirmed by {second}, since {at}", "依据：{plan}": "Basis: {plan}",
  "降为 {level} 级": "Lower to {level}", 终止响应: "End it", 待第二人确认: "Waiting for a second person", "{who} 申请：{place} {kind} {from} → {to}": "{who} asks: {place}, {kind}, {from} → {to}",
  启动或升级: "Start or raise", "降级：{kind}": "Lower: {kind}", 返回: "Back", 类型: "Kind", 级别: "Level", 理由: "Reason", "预案条款、文号（可不填）": "Clause of the plan, document number (optional)",
  "先选级别、写理由": "Choose a level and give the reason first", "{place} {kind}：{from} → {to}，适用于所有下级区域": "{place}, {kind}: {from} → {to}, in all regions below", "须另一账号在 60 秒内确认": "another account must confirm within 60 s", "立即生效，留痕": "takes effect at once, on the record",
  滑到底启动: "Slide to order", 滑到底降级: "Slide to lower", 滑到底申请启动: "Slide to ask", 滑到底申请降级: "Slide to ask", 正在发出: "Sending", "本席位不能启动或终止响应": "This seat neither starts nor ends a response",
  "有 {n} 项响应待第二人确认": "{n} response changes wait for a second person", 查看: "Look", "{place} {response}": "{place}: {response}", "内容还在，请重试": "What you wrote is still here; try again", "{level} 级只能由指挥长下达": "Level {level} is the commander's",
});
/** II 级; of none, what that means. */
export const levelName = (level: Standing): string => (level === null ? t("未响应") : t("{level} 级", { level: ROMAN[level] }));
export const responseName = (level: ResponseLevel): string => t("{level} 级响应", { level: ROMAN[level] });
