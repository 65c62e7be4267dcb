import type { Indicator } from "../../model/indicator.ts";
import { HOUR, MINUTE } from "../../model/time.ts";

const ours = { owner: "省气象局", source: "省域治理专题指标目录 1.0（粤府办〔2021〕15号 附件）", version: 1 } as const;
/** Derived from a track by the storm drill; not in the catalogue. */
/** Residents are counted every ten years; those of the storm that is played were counted in 2010. */
const CENSUS = { zh: "2010 普查", en: "census 2010" } as const;
const storm = { owner: "省气象局", source: "台风路径与风圈半径（JMA RSMC 最佳路径），10分钟平均风", version: 1 } as const;

/** What 气象服务 measures; ids are the catalogue's codes. */
export const indicators: readonly Indicator[] = [
  {
    id: "met.warn.active", title: { zh: "生效预警信号数", en: "Active warning signals" }, definition: "各县（市、区）当前生效的气象灾害预警信号个数。",
    unit: "个", decimals: 0, leaf: "county", rollup: "sum",
    cadenceMs: MINUTE, worse: "higher", range: [0, 50], class: "open", ...ours,
  },
  {
    // ours: the catalogue judges 生效预警信号数 by what of it is red; the number that is judged is one that can be seen.
    id: "met.warn.red", title: { zh: "生效红色预警信号", en: "Red warning signals in force" }, definition: "各县（市、区）当前生效的红色气象灾害预警信号个数，是生效预警信号中的一部分。",
    unit: "个", decimals: 0, leaf: "county", rollup: "sum",
    cadenceMs: MINUTE, worse: "higher", range: [0, 50], class: "open", ...ours,
  },
  {
    id: "met.rain.3h", title: { zh: "过去3小时雨量", en: "3-h rainfall" }, definition: "自动站过去三小时的累计降雨量。",
    unit: "mm", decimals: 1, leaf: "site", siteKind: "weather-station", rollup: "max",
    cadenceMs: 5 * MINUTE, worse: "higher", range: [0, 600], class: "open", ...ours,
  },
  {
    id: "met.rain.24h", title: { zh: "24小时雨量", en: "24-h rainfall" }, definition: "自动站过去二十四小时的累计降雨量。",
    unit: "mm", decimals: 1, leaf: "site", siteKind: "weather-station", rollup: "max",
    cadenceMs: HOUR, worse: "higher", range: [0, 2000], class: "open", ...ours,
  },
  {
    id: "met.gust.max", title: { zh: "极大风速", en: "Peak gust" }, definition: "自动站在观测时段内出现过的最大瞬时风速。",
    unit: "m/s", decimals: 1, leaf: "site", siteKind: "weather-station", rollup: "max",
    cadenceMs: MINUTE, worse: "higher", range: [0, 120], class: "open", ...ours,
  },
  {
    id: "met.wind.mean", title: { zh: "台风影响平均风", en: "Mean wind in typhoon" }, definition: "台风影响期间自动站的平均风速，不是累计风速。",
    unit: "m/s", decimals: 1, leaf: "site", siteKind: "weather-station", rollup: "max",
    cadenceMs: MINUTE, worse: "higher", range: [0, 100], class: "open", ...ours,
  },
  {
    id: "met.temp.max", title: { zh: "最高气温", en: "Maximum temperature" }, definition: "自动站当日到目前为止出现过的最高气温。",
    unit: "℃", unitCode: "Cel", decimals: 1, leaf: "site", siteKind: "weather-station", rollup: "max",
    cadenceMs: HOUR, worse: "higher", range: [-20, 50], class: "open", ...ours,
  },
  {
    id: "met.temp.min", title: { zh: "最低气温", en: "Minimum temperature" }, definition: "自动站当日到目前为止出现过的最低气温。",
    unit: "℃", unitCode: "Cel", decimals: 1, leaf: "site", siteKind: "weather-station", rollup: "min",
    cadenceMs: HOUR, worse: "lower", range: [-20, 40], class: "open", ...ours,
  },
  {
    id: "met.visibility", title: { zh: "能见度", en: "Visibility" }, definition: "自动站测得的水平能见距离。",
    unit: "m", decimals: 0, leaf: "site", siteKind: "weather-station", rollup: "min",
    cadenceMs: MINUTE, worse: "lower", range: [0, 100_000], class: "open", ...ours,
  },
  {
    id: "met.lightning", title: { zh: "闪电次数(10min)", en: "Lightning strokes (10 min)" }, definition: "站点周边最近十分钟定位到的闪电次数。",
    unit: "次", decimals: 0, leaf: "site", siteKind: "weather-station", rollup: "sum",
    cadenceMs: MINUTE, worse: "higher", range: [0, 20_000], class: "open", ...ours,
  },
  {
    id: "met.radar.obs", title: { zh: "雷达数据到达率", en: "Radar data arrival rate" }, definition: "天气雷达实际到达的观测时次占应到时次的比例。",
    unit: "%", decimals: 1, leaf: "site", siteKind: "radar", rollup: "ratio",
    numerator: "到达时次", denominator: "应到时次",
    cadenceMs: 5 * MINUTE, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "met.push.reach", title: { zh: "预警信息触达率", en: "Warning reach rate" }, definition: "预警信息已经送达的责任人占应送达责任人的比例。",
    unit: "%", decimals: 1, leaf: "town", rollup: "ratio",
    numerator: "触达责任人", denominator: "应触达责任人",
    cadenceMs: MINUTE, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "met.callback", title: { zh: "气象叫应应答率", en: "Call-back answer rate" }, definition: "气象叫应发出后十五分钟内应答的对象占全部叫应对象的比例。",
    unit: "%", decimals: 1, leaf: "town", rollup: "ratio",
    numerator: "15min内应答", denominator: "应答对象",
    cadenceMs: MINUTE, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "met.storm.circle", title: { zh: "所处风圈", en: "Inside wind circle" }, definition: "镇街所在位置处于台风哪一级风圈之内（10分钟平均风），0为圈外。",
    unit: "级", unitEn: "Bft", decimals: 0, leaf: "town", rollup: "max",
    none: { zh: "未载风圈", en: "no circle stated" }, zero: { zh: "圈外", en: "outside" },
    cadenceMs: 10 * MINUTE, worse: "higher", range: [0, 12], class: "open", ...storm,
  },
  {
    id: "met.storm.distance", title: { zh: "距台风中心", en: "Distance to storm centre" }, definition: "镇街所在位置到台风中心的大圆距离，上级取最近。",
    unit: "km", decimals: 0, leaf: "town", rollup: "min",
    cadenceMs: 10 * MINUTE, worse: "lower", range: [0, 20_100], class: "open", ...storm,
  },
  {
    id: "met.storm.arrival.r7", title: { zh: "7级风圈到达", en: "Gale circle arrival" }, definition: "按最近12小时移动外推，7级风圈（10分钟平均风）还有几小时到达，已在圈内为0，48小时内不到则不报数。",
    unit: "h", decimals: 2, leaf: "town", rollup: "min",
    none: { zh: "无到达预计", en: "no arrival estimate" }, zero: { zh: "圈内", en: "inside" },
    cadenceMs: 10 * MINUTE, worse: "lower", range: [0, 48], class: "open", ...storm,
  },
  {
    id: "met.storm.arrival.r10", title: { zh: "10级风圈到达", en: "Storm circle arrival" }, definition: "按最近12小时移动外推，10级风圈（10分钟平均风）还有几小时到达，已在圈内为0，48小时内不到则不报数。",
    unit: "h", decimals: 2, leaf: "town", rollup: "min",
    none: { zh: "无到达预计", en: "no arrival estimate" }, zero: { zh: "圈内", en: "inside" },
    cadenceMs: 10 * MINUTE, worse: "lower", range: [0, 48], class: "open", ...storm,
  },
  {
    id: "met.storm.exposed.r7", title: { zh: "7级风圈内常住人口", en: "Residents inside gale circle" }, definition: "处于7级风圈之内的常住人口，按2010年人口普查分县数推算。",
    unit: "人", decimals: 0, leaf: "county", rollup: "sum",
    none: { zh: "未载风圈", en: "no circle stated" }, basis: CENSUS,
    cadenceMs: 10 * MINUTE, worse: "higher", range: [0, 20_000_000], people: true, class: "open", ...storm,
  },
  {
    id: "met.storm.exposed.r10", title: { zh: "10级风圈内常住人口", en: "Residents inside storm circle" }, definition: "处于10级风圈之内的常住人口，按2010年人口普查分县数推算。",
    unit: "人", decimals: 0, leaf: "county", rollup: "sum",
    none: { zh: "未载风圈", en: "no circle stated" }, basis: CENSUS,
    cadenceMs: 10 * MINUTE, worse: "higher", range: [0, 20_000_000], people: true, class: "open", ...storm,
  },
];
