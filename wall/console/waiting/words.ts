import { dictionary } from "../../kit/language.ts";

/** Words of what waits for a second person. */
export const t = dictionary({
  待第二人确认: "Waiting for a second person", "有 {n} 项待第二人确认": "{n} decisions wait for a second person", "余 {n} 秒": "{n} s left", 滑到底确认: "Slide to confirm", 驳回: "Refuse", 撤回: "Take back", 正在发出: "Sending",
  须由另一账号确认: "another account must confirm", 须指挥长或值班长确认: "a commander or a duty chief must confirm", 没有待确认的事项: "Nothing waits for a second person",
  "{who} 申请误报撤销：{title}": "{who} asks to cancel as a false alarm: {title}", "{who} 申请停用：{what}": "{who} asks to take out of service: {what}", "{who} 申请关闭（数据中断）：{what}": "{who} asks to close (no data): {what}", "{who} 申请搁置 {d}：{what}": "{who} asks to shelve for {d}: {what}", "{why}；在办任务一并撤回": "{why}; its open orders are withdrawn with it",
});
