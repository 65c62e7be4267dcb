import { dictionary } from "../../kit/language.ts";

/** Words of the queue by groups. */
export const t = dictionary({
  按组: "By group", 逐条: "One by one", "{n} 条": "{n}", "{level} {n}": "{level} {n}", "抖动 {n}": "{n} chattering", 确认整组: "Acknowledge group", "‹ 返回各组": "‹ All groups",
  "队列刚刚移动，这一下没有发出：请看清再点": "The queue has just moved, and that touch was not sent: look, and touch again",
  "{at} 起": "since {at}", "上次提示 {at}（{n} 条）": "last told at {at} ({n})", "{at} 加重": "graver at {at}", "{at} 再次提示：尚无人处置": "told again at {at}: nobody has acted", 组的时间为现实时间: "groups in real time", "系统研判，未发布": "machine findings, nothing issued",
  "确认整组 · {what}": "Acknowledge group · {what}", "{n} 条未确认或已回落（不含红色）": "{n} unacknowledged or returned (none of them red)", "至多 {n} 条未确认或已回落（不含红色）": "{n} at most, unacknowledged or returned (none of them red)",
  "这些不再提示；红色 {n} 条仍须逐条确认，此后新来的不在内": "these ask no more; {n} red ones are still acknowledged one by one, and what comes later is not included", "这些不再提示；此后新来的不在内": "these ask no more; what comes later is not included",
  "整组不能撤回；加重、复现会再提示": "cannot be taken back as a whole; what gets graver or comes back asks again", "确认 {n} 条": "Acknowledge {n}", "确认至多 {n} 条": "Acknowledge {n} at most", "备注（可不填）": "Comment (optional)", "本组已无可整组确认的告警": "nothing in the group is left to acknowledge as a whole",
  告警现状: "Alerts by where they stand", 告警负荷: "Alarm load", "本组已无未了告警": "Nothing of this group is open any more",
});
