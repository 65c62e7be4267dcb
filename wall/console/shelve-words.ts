import { dictionary } from "../kit/language.ts";

/** Words of setting an alert aside. */
export const t = dictionary({
  搁置: "Shelve", "搁置告警 · {what}": "Shelve alert · {what}", 时长: "How long", "{n} 分": "{n} min", "{n} 小时": "{n} h", "理由（必填）": "Reason (required)", "先选时长、写理由": "choose how long and give the reason", "先复诵级别": "read the level back first",
  "哪一级的研判？": "which level is it?", "1 条{level}研判 · {what}": "1 {level} finding · {what}", "到 {at} 前不响、不要求确认；变得更重时自动恢复": "until {at} it neither sounds nor asks; it comes back by itself when it becomes graver", "到现实时间 {at} 前不响、不要求确认；变得更重时自动恢复": "until {at} real time it neither sounds nor asks; it comes back by itself when it becomes graver",
  随时可取消搁置: "can be unshelved at any time", "{back}；须另一账号 60 秒内确认才生效": "{back}; takes effect once another account confirms within 60 s", "按住搁置 {d}": "Hold to shelve {d}", "按住申请搁置 {d}": "Hold to ask for {d}", 正在发出: "Sending", "内容还在，请重试": "what you wrote is still here; try again",
  "{who} 申请搁置 {d}：{why}": "{who} asks to shelve for {d}: {why}", "余 {n} 秒": "{n} s left", 滑到底确认: "Slide to confirm", 驳回: "Refuse", 撤回: "Take back", 须由另一账号确认: "another account must confirm", 须指挥长或值班长确认: "a commander or a duty chief must confirm",
});
/** 30 分, 2 小时. */
export const minutesWord = (minutes: number): string => (minutes < 60 ? t("{n} 分", { n: minutes }) : t("{n} 小时", { n: minutes / 60 }));
