import type { Indicator } from "../../model/indicator.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../model/time.ts";
import { DANGER_VILLAGES } from "./danger-villages.ts";
import { DANGER_TOWNS } from "./moved.ts";

const ours = { owner: "省应急管理厅", source: "省域治理专题指标目录 1.0（粤府办〔2021〕15号 附件）", version: 1 } as const;

/** 沿海县（市、区）: those with a shore of the sea, whose boats are called back. */
const BY_THE_SEA = [
  "440112", "440113", "440115", "440305", "440306", "440307", "440308", "440402", "440403", "440404", "440507", "440511", "440512", "440513", "440514", "440515", "440523",
  "440705", "440781", "440785", "440802", "440803", "440804", "440811", "440823", "440825", "440881", "440882", "440883", "440904", "441303", "441323", "441502", "441521", "441581",
  "441702", "441704", "441721", "445122", "445224",
];

/** What 风险防控与应急指挥 measures; ids are the catalogue's codes. */
export const indicators: readonly Indicator[] = [
  {
    id: "emg.event.active", title: { zh: "在办突发事件数", en: "Active emergencies" }, definition: "已经接报、尚未办结的突发事件起数。",
    unit: "起", decimals: 0, leaf: "town", rollup: "sum",
    cadenceMs: MINUTE, worse: "higher", range: [0, 1000], counts: "incidents", class: "internal", ...ours,
  },
  {
    // ours: the catalogue judges 在办突发事件数 by what of it is 较大以上; the number that is judged is one that can be seen.
    id: "emg.event.major", title: { zh: "较大以上在办事件", en: "Active emergencies, major or above" }, definition: "已经接报、定为较大及以上、尚未办结的突发事件起数。",
    unit: "起", decimals: 0, leaf: "town", rollup: "sum",
    cadenceMs: MINUTE, worse: "higher", range: [0, 1000], counts: "majorIncidents", class: "internal", ...ours,
  },
  {
    id: "emg.response.level", title: { zh: "生效应急响应最高等级", en: "Highest active response level" }, definition: "当前生效的最高应急响应级别，一级最高，未启动时不报数。",
    unit: "级", decimals: 0, leaf: "county", rollup: "min",
    cadenceMs: MINUTE, worse: "none", range: [1, 4], class: "open", ...ours,
  },
  {
    id: "emg.call.answer", title: { zh: "叫应闭环率", en: "Call-and-respond closure" }, definition: "叫应发出后十五分钟内应答的人数占被叫应人数的比例。",
    unit: "%", decimals: 1, leaf: "town", rollup: "ratio",
    numerator: "15min内应答人数", denominator: "被叫应人数",
    cadenceMs: MINUTE, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "emg.people.moved", title: { zh: "转移避险人数", en: "People evacuated" }, definition: "已经转移到安全地点的群众人数。",
    unit: "人", decimals: 0, leaf: "village", rollup: "sum", where: DANGER_VILLAGES,
    cadenceMs: 15 * MINUTE, worse: "none", range: [0, 200_000], people: true, class: "internal", ...ours,
  },
  {
    id: "emg.shelter.open", title: { zh: "开放避护场所", en: "Shelters open" }, definition: "已经开放、可以接收群众的避护场所个数。",
    unit: "个", decimals: 0, leaf: "town", rollup: "sum",
    cadenceMs: 15 * MINUTE, worse: "none", range: [0, 500], class: "open", ...ours,
  },
  {
    id: "emg.shelter.load", title: { zh: "避护场所占用率", en: "Shelter occupancy" }, definition: "避护场所内安置人数占容量的比例，可能超过百分之百。",
    unit: "%", decimals: 1, leaf: "town", rollup: "ratio", where: DANGER_TOWNS,
    numerator: "安置人数", denominator: "容量",
    cadenceMs: 15 * MINUTE, worse: "higher", range: [0, 300], class: "internal", ...ours,
  },
  {
    id: "emg.boat.return", title: { zh: "渔船回港率", en: "Fishing-boat return rate" }, definition: "已回港渔船占应回港渔船的比例。",
    unit: "%", decimals: 1, leaf: "county", rollup: "ratio",
    numerator: "已回港", denominator: "应回港", where: BY_THE_SEA,
    cadenceMs: 30 * MINUTE, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "emg.hazsource.alarm", title: { zh: "重大危险源报警未消", en: "Major-hazard source alarms open" }, definition: "重大危险源监测系统中还没有消除的报警条数。",
    unit: "条", decimals: 0, leaf: "site", siteKind: "hazard-source", rollup: "sum",
    cadenceMs: MINUTE, worse: "higher", range: [0, 1000], class: "sensitive", ...ours,
  },
  {
    id: "emg.hazsource.hihi", title: { zh: "同罐高高报参数", en: "High-high alarms of one tank" }, definition: "同一储罐此刻处在高高报警的参数个数，各罐取最多。",
    unit: "个", decimals: 0, leaf: "site", siteKind: "hazard-source", rollup: "max",
    cadenceMs: MINUTE, worse: "higher", range: [0, 20], class: "sensitive", ...ours,
  },
  {
    id: "emg.gas.lel", title: { zh: "可燃气体浓度", en: "Combustible gas" }, definition: "空气中可燃气体浓度，以爆炸下限的百分数表示。",
    unit: "%LEL", decimals: 1, leaf: "site", siteKind: "hazard-source", rollup: "max",
    cadenceMs: 10 * SECOND, worse: "higher", range: [0, 100], class: "sensitive", ...ours,
  },
  {
    id: "emg.duty.check", title: { zh: "值班点名应答率", en: "Duty roll-call response" }, definition: "值班点名时按时应答的单位占被点名单位的比例。",
    unit: "%", decimals: 1, leaf: "town", rollup: "ratio",
    numerator: "应答单位", denominator: "点名单位",
    cadenceMs: HOUR, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "emg.team.ready", title: { zh: "可用救援队伍", en: "Rescue teams ready" }, definition: "人员装备齐备、可以立即出动的救援队伍支数。",
    unit: "支", decimals: 0, leaf: "county", rollup: "sum",
    cadenceMs: 5 * MINUTE, worse: "lower", range: [0, 1000], class: "internal", ...ours,
  },
  {
    id: "emg.death.safety", title: { zh: "生产安全事故死亡(月)", en: "Work-safety deaths (month)" }, definition: "本月生产安全事故死亡人数，只采用签字上报的数字。",
    unit: "人", decimals: 0, leaf: "county", rollup: "sum",
    cadenceMs: DAY, worse: "higher", range: [0, 10_000], people: true, class: "sensitive", ...ours,
  },
];
