import { dictionary } from "../../kit/language.ts";

/** Words of what is noted on an alert, and of giving it to a post. */
export const t = dictionary({
  备注: "Note", "备注、交办 · {what}": "Note, hand over · {what}", "备注（留痕，不能删改）": "Note (on record; cannot be changed)", 记入备注: "Record note", 正在记入: "Recording", 尚无备注: "No notes yet", "备注 {n} 条": "Notes ({n})", "更早 {n} 条": "{n} earlier",
  交办给: "Give to", "交给 {who}": "Give to {who}", 先选交给谁: "Choose who gets it", "现由 {who} 办": "now with {who}", 正在交办: "Handing over", 本席位: "this seat", "正在取可交办的岗位": "Fetching the posts it can be given to", "没有可交办的岗位": "There is no post it can be given to",
  "可交办的岗位没有取到": "The posts it can be given to could not be fetched", 再取一次: "Try again", "再列 {n} 个岗位": "{n} more posts", "内容还在，请重试": "what you wrote is still here; try again",
});
