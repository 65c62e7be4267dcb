import type { Indicator } from "../../model/indicator.ts";
import { DAY, HOUR, MINUTE } from "../../model/time.ts";
import { DYKE_VILLAGES } from "./dyke-villages.ts";
import { FLASH_VILLAGES } from "./flash-villages.ts";

const ours = { owner: "省水利厅", source: "省域治理专题指标目录 1.0（粤府办〔2021〕15号 附件）", version: 1 } as const;

/** What 水利 measures; ids are the catalogue's codes. */
export const indicators: readonly Indicator[] = [
  {
    id: "water.river.level", title: { zh: "河道水位距警戒", en: "River stage minus warning stage" }, definition: "河道站实测水位减去该站警戒水位，大于等于零即到达或超过警戒。",
    unit: "m", decimals: 2, leaf: "site", siteKind: "river-gauge", rollup: "max",
    cadenceMs: 5 * MINUTE, worse: "higher", range: [-50, 30], class: "open", ...ours,
  },
  {
    id: "water.river.flow", title: { zh: "河道流量", en: "River discharge" }, definition: "河道断面单位时间通过的水量。",
    unit: "m³/s", unitCode: "m3/s", decimals: 0, leaf: "site", siteKind: "river-gauge", rollup: "max",
    cadenceMs: 5 * MINUTE, worse: "band", range: [0, 120_000], class: "open", ...ours,
  },
  {
    id: "water.reservoir.level", title: { zh: "水库水位距汛限", en: "Reservoir level minus flood-limit level" }, definition: "水库坝前水位减去当期汛限水位，大于零即超汛限。",
    unit: "m", decimals: 2, leaf: "site", siteKind: "reservoir", rollup: "max",
    cadenceMs: 5 * MINUTE, worse: "band", range: [-150, 30], class: "open", ...ours,
  },
  {
    id: "water.reservoir.storage", title: { zh: "大型水库蓄水总量", en: "Large-reservoir storage" }, definition: "大型水库当前蓄水量，各库相加为全省总量。",
    unit: "亿m³", unitCode: "亿m3", decimals: 2, leaf: "site", siteKind: "reservoir", rollup: "sum",
    cadenceMs: HOUR, worse: "band", range: [0, 200], class: "open", ...ours,
  },
  {
    id: "water.reservoir.outflow", title: { zh: "水库出库流量(最大)", en: "Reservoir outflow, largest" }, definition: "水库当前下泄流量，梯级水库之间不可相加，上级只取最大。",
    unit: "m³/s", unitCode: "m3/s", decimals: 0, leaf: "site", siteKind: "reservoir", rollup: "max",
    cadenceMs: 5 * MINUTE, worse: "none", range: [0, 50_000], class: "open", ...ours,
  },
  {
    id: "water.rain.hour", title: { zh: "小时雨量", en: "Hourly rainfall" }, definition: "气象站最近一小时的降雨量。",
    unit: "mm/h", decimals: 1, leaf: "site", siteKind: "weather-station", rollup: "max",
    cadenceMs: 5 * MINUTE, worse: "higher", range: [0, 300], class: "open", ...ours,
  },
  {
    id: "water.dam.seepage", title: { zh: "坝体渗流量", en: "Dam seepage" }, definition: "大坝渗流监测点单位时间的渗水量。",
    unit: "L/s", decimals: 2, leaf: "site", siteKind: "reservoir", rollup: "max",
    cadenceMs: 10 * MINUTE, worse: "higher", range: [0, 1000], class: "internal", ...ours,
  },
  {
    id: "water.dyke.patrol", title: { zh: "堤防巡查到岗率", en: "Dyke patrol attendance" }, definition: "堤防巡查到岗人数占应到人数的比例。",
    unit: "%", decimals: 1, leaf: "village", rollup: "ratio", where: DYKE_VILLAGES,
    numerator: "到岗人数", denominator: "应到人数",
    cadenceMs: 15 * MINUTE, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "water.flash.alarm", title: { zh: "山洪准备转移预警村", en: "Villages in flash-flood alert" }, definition: "处在山洪准备转移或立即转移状态的预警村个数。",
    unit: "个", decimals: 0, leaf: "village", rollup: "sum", where: FLASH_VILLAGES,
    cadenceMs: 5 * MINUTE, worse: "higher", range: [0, 50], class: "open", ...ours,
  },
  {
    id: "water.flash.go", title: { zh: "山洪立即转移预警村", en: "Villages told to leave at once" }, definition: "处在山洪立即转移状态的预警村个数，是准备转移预警村中的一部分。",
    unit: "个", decimals: 0, leaf: "village", rollup: "sum", where: FLASH_VILLAGES,
    cadenceMs: 5 * MINUTE, worse: "higher", range: [0, 50], class: "open", ...ours,
  },
  {
    id: "water.water.use", title: { zh: "用水总量(日)", en: "Water withdrawal (day)" }, definition: "全县（市、区）一天的取用水总量。",
    unit: "万m³", unitCode: "万m3", decimals: 1, leaf: "county", rollup: "sum",
    cadenceMs: DAY, worse: "band", range: [0, 5000], class: "internal", ...ours,
  },
  {
    id: "water.eco.flow", title: { zh: "生态流量达标率", en: "Ecological-flow compliance" }, definition: "生态流量达标的考核断面占全部考核断面的比例。",
    unit: "%", decimals: 1, leaf: "site", siteKind: "river-gauge", rollup: "ratio",
    numerator: "达标断面", denominator: "考核断面",
    cadenceMs: HOUR, worse: "lower", range: [0, 100], class: "open", ...ours,
  },
  {
    id: "water.river.chief", title: { zh: "河长巡河问题办结率", en: "River-chief issue closure" }, definition: "河长巡河上报的问题中已经办结的比例。",
    unit: "%", decimals: 1, leaf: "village", rollup: "ratio", where: DYKE_VILLAGES,
    numerator: "办结问题", denominator: "上报问题",
    cadenceMs: DAY, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
];
