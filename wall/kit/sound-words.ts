import { dictionary } from "./language.ts";

/** Words of what is heard, and of why it is not. */
export const t = dictionary({
  演练: "DRILL", 回放: "REPLAY", 告警潮: "flood of alerts", "{what}（预计）": "{what} (forecast)",
  告警播报: "Alerts as they are told", 声音未开: "Sound is off", 触屏即开: "touch to open", "静音 {n} 分": "Mute {n} min", "静音 余 {d}": "Muted, {d} left", 点此取消: "touch to end", 本机无声音: "No sound here", 声音已开: "sound is on",
  "{level}研判：{what}": "{level} finding: {what}", "告警潮：只响红、橙，其余归组列出": "Flood of alerts: only red and orange sound, the rest is listed by group", "{level}告警组：{what}": "{level} group: {what}", "共 {n} 条": "{n} in all", "增至 {n} 条": "grown to {n}", "加重，共 {n} 条": "graver, {n} in all", "已确认，尚无人处置": "acknowledged, nobody has acted", "另 {n} 条": "{n} more", 看告警: "Look", 知道了: "Close", "静音中，未响": "muted, not sounded", "声音未开，未响": "sound is off, not sounded",
});
