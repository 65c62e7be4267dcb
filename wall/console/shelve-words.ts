import { dictionary } from "../kit/language.ts";

/** Words of setting an alert aside. */
export const t = dictionary({
  搁置: "Shelve", "搁置告警 · {what}": "Shelve alert · {what}", "停用告警 · {what}": "Take out of service · {what}", "关闭告警 · {what}": "Close alert · {what}", 时长: "How long", "{n} 分": "{n} min", "{n} 小时": "{n} h", "理由（必填）": "Reason (required)", "先选时长、写理由": "choose how long and give the reason", "先复诵级别": "read the level back first",
  "哪一级的研判？": "which level is it?", "1 条{level}研判 · {what}": "1 {level} finding · {what}", "到 {at} 前不响、不要求确认；变得更重时自动恢复": "until {at} it neither sounds nor asks; it comes back by itself when it becomes graver", "到现实时间 {at} 前不响、不要求确认；变得更重时自动恢复": "until {at} real time it neither sounds nor asks; it comes back by itself when it becomes graver",
  随时可取消搁置: "can be unshelved at any time", "{back}；须另一账号 60 秒内确认才生效": "{back}; takes effect once another account confirms within 60 s", "按住搁置 {d}": "Hold to shelve {d}", 更久: "For longer", "停用，到恢复使用为止": "Out of service until put back", "关闭：数据中断": "Close: no data", 按住停用: "Hold to take out of service", 按住申请停用: "Hold to ask for out of service", 按住关闭: "Hold to close", 按住申请关闭: "Hold to ask for closing",
  "恢复使用前不响、不要求确认，变得更重也不响": "until it is put back it neither sounds nor asks, not even when it becomes graver", "恢复使用前不响、不要求确认；变为橙、红级时自动恢复": "until it is put back it neither sounds nor asks; turning orange or red, it comes back by itself", "值班长、指挥长随时可恢复使用": "a duty chief or a commander can put it back at any time", "数据中断，研判到此结束；来源恢复而仍超限时重新研判": "its data have ended, and the finding ends here; found anew when the source comes back and the limit is still passed", 关闭后不能恢复: "what is closed is not opened again", "按住申请搁置 {d}": "Hold to ask for {d}", 正在发出: "Sending", "内容还在，请重试": "what you wrote is still here; try again",
  "{who} 申请搁置 {d}：{why}": "{who} asks to shelve for {d}: {why}", "{who} 申请停用：{why}": "{who} asks to take it out of service: {why}", "{who} 申请关闭（数据中断）：{why}": "{who} asks to close it (no data): {why}",
});
/** 30 分, 2 小时. */
export const minutesWord = (minutes: number): string => (minutes < 60 ? t("{n} 分", { n: minutes }) : t("{n} 小时", { n: minutes / 60 }));
