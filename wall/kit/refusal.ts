import { MOST_BESIDE_LIVE } from "../../model/situation.ts";
import { CommandLost, CommandRefused } from "./commands.ts";
import { after, dictionary } from "./language.ts";

const t = dictionary({
  "现在不能这样做（状态 {state}），画面将显示最新情况": "Not possible now (state {state}); the page will show what is the case",
  权限不够: "You have no right to do this",
  "没有登录或已过期，请重新登录": "Not signed in, or the session has ended; sign in again",
  "不存在，或不在你的区域": "Does not exist, or lies outside your region",
  "超过了有效时间，没有执行": "Its time had passed; it was not done",
  "回放是只读的": "A replay is read-only",
  "没有开始：实况之外最多同时运行 {most} 个态势，先停掉一个": "Not started: at most {most} situations run beside live; stop one first",
  "没有画上：大屏的标绘已有 {points} 点（最多 {most}），先撤销一笔或清除标绘": "Not drawn: the strokes on the wall have {points} points already (at most {most}); undo a stroke or clear them",
  "没有画上：大屏上没有本页的态势，先用大屏控制把大屏或一块显示屏转到这里": "Not drawn: the wall does not show this situation; send the wall or one of its displays here first",
  "没有得到答复，不知道是否已执行；请先看列表再重发": "No answer; it may or may not have been done. Look at the list before sending again",
  "没有发出：{what}": "Not sent: {what}",
});

/** Why an act did not go through, in the reader's language; never silent. */
export function refusal(error: unknown): string {
  if (error instanceof CommandLost) return t("没有得到答复，不知道是否已执行；请先看列表再重发");
  if (error instanceof CommandRefused) {
    if (error.code === "illegal_transition") return t("现在不能这样做（状态 {state}），画面将显示最新情况", { state: typeof error.details.state === "string" ? error.details.state : "?" });
    if (error.code === "no_right") return after(t("权限不够"), error.message);
    if (error.code === "no_session") return t("没有登录或已过期，请重新登录");
    if (error.code === "not_found") return t("不存在，或不在你的区域");
    if (error.code === "too_late") return t("超过了有效时间，没有执行");
    if (error.code === "read_only") return t("回放是只读的");
    if (error.code === "too_many_situations") return t("没有开始：实况之外最多同时运行 {most} 个态势，先停掉一个", { most: MOST_BESIDE_LIVE });
    const { state, points, most } = error.details;
    if (error.code === "guard" && state === "full" && typeof points === "number" && typeof most === "number") return t("没有画上：大屏的标绘已有 {points} 点（最多 {most}），先撤销一笔或清除标绘", { points, most });
    if (error.code === "guard" && state === "elsewhere") return t("没有画上：大屏上没有本页的态势，先用大屏控制把大屏或一块显示屏转到这里");
    return t("没有发出：{what}", { what: error.message });
  }
  return t("没有发出：{what}", { what: error instanceof Error ? error.message : String(error) });
}
