import { dictionary } from "../kit/language.ts";

/** Words of the console's keys. */
export const t = dictionary({
  键盘: "Keys", 查找: "Search", "应急响应：打开或收起": "Response levels: open or close", "态势：打开或收起": "Situations: open or close", "返回队列；在队列时返回上一级": "Back to the queues; from the queues up one level",
  "告警负荷：打开或收起": "Alarm load: open or close", 队列下一行: "Next row of the queue", 队列上一行: "Row before it", "所在行：打开本组，或到它的按钮": "on a row: open the group, or go to its buttons", "所在行：确认；组先列后果": "on a row: acknowledge; a group first says what that comes to", "所在行：搁置": "on a row: shelve", "所在行：备注、交办": "on a row: note, hand over", "所在行：转为事件，或打开它的事件": "on a row: make it an incident, or open its incident",
  返回上一级: "Up one level", "静音或取消静音": "Mute, or end the mute", "这张表": "This table", "在各控件间移动": "Move between controls", "按下所选的控件": "Press the control that is chosen",
  "按住 1.2 秒：滑到底、按住的控件": "held for 1.2 s: a slide, or a control that is held", "菜单键、长按：一指拆数": "menu key or long press: take a number apart",
});
