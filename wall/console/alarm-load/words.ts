import type { AlarmLoad } from "../../../model/alarm-load.ts";
import { dictionary } from "../../kit/language.ts";

/** Words of the load of alarms. */
export const t = dictionary({
  "告警负荷 · {place}": "Alarm load · {place}", "{at} 统计，近 24 小时": "as of {at}, last 24 h", 可承受: "acceptable", 尚可应付: "manageable", 超出人力: "beyond a person", 告警潮: "flood",
  "近 10 分钟提示席位 {told} 次，新起告警 {asked} 起：{says}": "In the last 10 min a desk was told {told} times, {asked} alerts asked: {says}",
  "近 24 小时无新起告警，各项占比无从计算": "No alert asked within 24 h; shares cannot be told", "现存 0 起": "none stands now",
  每十分钟: "Every ten minutes", "提示席位的次数（实）与新起告警（淡）；横线为 1、2、10 次": "times that a desk was told (solid) and alerts that asked (faint); lines at 1, 2 and 10", "超出图的有数字": "what is beyond the picture bears its number",
  抖动: "Chattering", "超过 24 小时": "Older than 24 h", "处于告警潮的时间": "Time in flood", "最吵的十处": "The ten loudest", 级别构成: "By level", "{n} 起": "{n}", "占 {p}": "{p}", 目标: "Goal", 实际: "Now",
  "少于 {n} 起": "fewer than {n}", "低于 {p}": "below {p}", 约: "about", "红 {r} · 橙 {o} · 其余 {rest}": "red {r} · orange {o} · rest {rest}", 达到: "met", 未达到: "not met", 无从判断: "cannot be told", "合计占 {p}": "together {p}",
  "24 小时提示席位": "Told within 24 h", "24 小时新起": "Asked within 24 h", "≤ {n} 次": "≤ {n}", "{n} 次": "{n}×",
  "目标来源：EEMUA 191、ANSI/ISA-18.2、IEC 62682：每席每 10 分钟约 1 起可承受，2 起为能应付的上限，10 起即告警潮，降到 5 起以下为止；红、橙、其余约 5、15、80 %（超出一半即计未达到）；处于告警潮的时间低于 1 %；超过 24 小时的少于 5 起；最吵的十处合计低于 5 %（上限）。": "Goals: EEMUA 191, ANSI/ISA-18.2, IEC 62682: for one seat in 10 min about 1 is acceptable, 2 are the most that can be managed, 10 begin a flood that ends below 5; red, orange and the rest about 5, 15 and 80 % (half as much again counts as not met); in flood less than 1 % of the time; fewer than 5 older than 24 h; the ten loudest together below 5 % (upper bound).",
  "“提示”按组计一次，每席 10 分钟至多响 10 次，其余只列不响；“新起”逐条计。按现实时间统计。": "A group that is told counts once; a seat sounds ten times in ten minutes at most, the rest is listed in silence; alerts that ask count each. In real time.",
});
const SAYS = { acceptable: "可承受", manageable: "尚可应付", over: "超出人力", flood: "告警潮" } as const satisfies Record<AlarmLoad["now"]["says"], Parameters<typeof t>[0]>;
export const SAYS_WORD = (says: AlarmLoad["now"]["says"]): string => t(SAYS[says]);
