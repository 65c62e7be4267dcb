import { dictionary } from "../kit/language.ts";

/** Words of what stands beside the orders: position, voice, light. */
export const t = dictionary({
  "位置已报 {at}": "Position told {at}", 正在定位: "Finding the position",
  "位置未报：本机没有定位": "Position not told: this device has none", "位置未报：没有得到允许": "Position not told: not allowed on this device",
  "位置未报：没有定到或没有送到": "Position not told: not found, or not heard", 位置未报: "Position not told", 报位置: "Tell my position",
  听任务: "Listen (Chinese)", 夜间: "Night", 日间: "Day", 换成夜间显示: "Dark theme for the night", 换成日间显示: "Light theme for the day",
});
