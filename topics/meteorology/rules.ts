import type { Rule } from "../../model/rule.ts";

const DEFAULT = "operational default";
const RAINSTORM = "广东省气象灾害预警信号发布规定 (2019-01-01 起现行版): 暴雨橙=过去3h≥50mm且雨势持续, 红=过去3h≥100mm; 黄色为6h内可能有暴雨的预报判定,无固定数值";
const GUST = "operational default derived from typhoon signal gust forces, GB/T 28591-2012 conversion";
const TYPHOON = "广东省气象灾害预警信号: 台风 蓝(24h 平均≥6级) 黄(24h ≥8级) 橙(12h ≥10级) 红(12h ≥12级); 白色=48h内可能受影响; m/s 换算按 GB/T 28591-2012";
/** What the thresholds of the typhoon signals are read on, and what cannot be read there. */
const CIRCLES = `${TYPHOON}; 按JMA风圈外推研判，风为10分钟平均，小于信号所用2分钟平均，偏保守; 资料无12级风圈，红色不研判`;
const HEAT = "广东省气象灾害预警信号: 高温 黄35/橙37/红39 ℃";
const COLD = "广东省气象灾害预警信号: 寒冷 橙≤5/红≤0 ℃ (approx wording)";
const FOG = "广东省/全国气象灾害预警信号: 大雾 黄<500m(12h)/橙<200m(6h)/红<50m(2h)";

/** The catalogue's numeric thresholds; those in words wait for a later version (see README.md). */
export const rules: readonly Rule[] = [
  { id: "met.warn.red#2", indicator: "met.warn.red", level: 2, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: DEFAULT, says: { zh: "有红色预警信号生效", en: "a red warning signal is in force" } },
  { id: "met.rain.3h#2", indicator: "met.rain.3h", level: 2, when: { op: ">=", value: 50 }, holdMs: 0, deadband: 2, source: RAINSTORM, says: { zh: "达到暴雨橙色预警标准", en: "meets the orange rainstorm standard" } },
  { id: "met.rain.3h#1", indicator: "met.rain.3h", level: 1, when: { op: ">=", value: 100 }, holdMs: 0, deadband: 2, source: RAINSTORM, says: { zh: "达到暴雨红色预警标准", en: "meets the red rainstorm standard" } },
  { id: "met.rain.24h#4", indicator: "met.rain.24h", level: 4, when: { op: ">=", value: 50 }, holdMs: 0, deadband: 5, source: DEFAULT },
  { id: "met.rain.24h#3", indicator: "met.rain.24h", level: 3, when: { op: ">=", value: 100 }, holdMs: 0, deadband: 5, source: DEFAULT },
  { id: "met.rain.24h#2", indicator: "met.rain.24h", level: 2, when: { op: ">=", value: 250 }, holdMs: 0, deadband: 5, source: DEFAULT },
  { id: "met.gust.max#4", indicator: "met.gust.max", level: 4, when: { op: ">=", value: 13.9 }, holdMs: 0, deadband: 1, source: GUST },
  { id: "met.gust.max#3", indicator: "met.gust.max", level: 3, when: { op: ">=", value: 20.8 }, holdMs: 0, deadband: 1, source: GUST },
  { id: "met.gust.max#2", indicator: "met.gust.max", level: 2, when: { op: ">=", value: 28.5 }, holdMs: 0, deadband: 1, source: GUST },
  { id: "met.gust.max#1", indicator: "met.gust.max", level: 1, when: { op: ">=", value: 37 }, holdMs: 0, deadband: 1, source: GUST },
  { id: "met.wind.mean#4", indicator: "met.wind.mean", level: 4, when: { op: ">=", value: 10.8 }, holdMs: 60_000, deadband: 1, source: TYPHOON, says: { zh: "达到台风蓝色预警标准", en: "meets the blue typhoon standard" } },
  { id: "met.wind.mean#3", indicator: "met.wind.mean", level: 3, when: { op: ">=", value: 17.2 }, holdMs: 60_000, deadband: 1, source: TYPHOON, says: { zh: "达到台风黄色预警标准", en: "meets the yellow typhoon standard" } },
  { id: "met.wind.mean#2", indicator: "met.wind.mean", level: 2, when: { op: ">=", value: 24.5 }, holdMs: 60_000, deadband: 1, source: TYPHOON, says: { zh: "达到台风橙色预警标准", en: "meets the orange typhoon standard" } },
  { id: "met.wind.mean#1", indicator: "met.wind.mean", level: 1, when: { op: ">=", value: 32.7 }, holdMs: 60_000, deadband: 1, source: TYPHOON, says: { zh: "达到台风红色预警标准", en: "meets the red typhoon standard" } },
  { id: "met.temp.max#3", indicator: "met.temp.max", level: 3, when: { op: ">=", value: 35 }, holdMs: 60_000, deadband: 0.5, source: HEAT, says: { zh: "达到高温黄色预警标准", en: "meets the yellow heat standard" } },
  { id: "met.temp.max#2", indicator: "met.temp.max", level: 2, when: { op: ">=", value: 37 }, holdMs: 60_000, deadband: 0.5, source: HEAT, says: { zh: "达到高温橙色预警标准", en: "meets the orange heat standard" } },
  { id: "met.temp.max#1", indicator: "met.temp.max", level: 1, when: { op: ">=", value: 39 }, holdMs: 60_000, deadband: 0.5, source: HEAT, says: { zh: "达到高温红色预警标准", en: "meets the red heat standard" } },
  { id: "met.temp.min#2", indicator: "met.temp.min", level: 2, when: { op: "<=", value: 5 }, holdMs: 60_000, deadband: 0.5, source: COLD, says: { zh: "达到寒冷橙色预警标准", en: "meets the orange cold standard" } },
  { id: "met.temp.min#1", indicator: "met.temp.min", level: 1, when: { op: "<=", value: 0 }, holdMs: 60_000, deadband: 0.5, source: COLD, says: { zh: "达到寒冷红色预警标准", en: "meets the red cold standard" } },
  { id: "met.visibility#3", indicator: "met.visibility", level: 3, when: { op: "<", value: 500 }, holdMs: 60_000, deadband: 50, source: FOG, says: { zh: "达到大雾黄色预警标准", en: "meets the yellow fog standard" } },
  { id: "met.visibility#2", indicator: "met.visibility", level: 2, when: { op: "<", value: 200 }, holdMs: 60_000, deadband: 20, source: FOG, says: { zh: "达到大雾橙色预警标准", en: "meets the orange fog standard" } },
  { id: "met.visibility#1", indicator: "met.visibility", level: 1, when: { op: "<", value: 50 }, holdMs: 60_000, deadband: 10, source: FOG, says: { zh: "达到大雾红色预警标准", en: "meets the red fog standard" } },
  { id: "met.lightning#2", indicator: "met.lightning", level: 2, when: { op: ">=", value: 300 }, holdMs: 0, deadband: 20, source: DEFAULT },
  { id: "met.radar.obs#3", indicator: "met.radar.obs", level: 3, when: { op: "<", value: 95 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "met.push.reach#3", indicator: "met.push.reach", level: 3, when: { op: "<", value: 98 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "met.push.reach#2", indicator: "met.push.reach", level: 2, when: { op: "<", value: 95 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "met.callback#3", indicator: "met.callback", level: 3, when: { op: "<", value: 98 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  // The published typhoon signals, read on the extrapolated wind circles: 7级 is past blue's 6级, 10级 past yellow's 8级.
  // The track states no radius of 12级 wind, so red is not judged.
  { id: "met.storm.arrival.r7#4", indicator: "met.storm.arrival.r7", level: 4, at: "county", when: { op: "<=", value: 24 }, holdMs: 0, deadband: 1, source: CIRCLES, says: { zh: "达到台风蓝色预警标准", en: "meets the blue typhoon standard" } },
  { id: "met.storm.arrival.r10#3", indicator: "met.storm.arrival.r10", level: 3, at: "county", when: { op: "<=", value: 24 }, holdMs: 0, deadband: 1, source: CIRCLES, says: { zh: "达到台风黄色预警标准", en: "meets the yellow typhoon standard" } },
  { id: "met.storm.arrival.r10#2", indicator: "met.storm.arrival.r10", level: 2, at: "county", when: { op: "<=", value: 12 }, holdMs: 0, deadband: 1, source: CIRCLES, says: { zh: "达到台风橙色预警标准", en: "meets the orange typhoon standard" } },
];
