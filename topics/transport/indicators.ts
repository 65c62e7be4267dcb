import type { Indicator } from "../../model/indicator.ts";
import { HOUR, MINUTE } from "../../model/time.ts";

const ours = { owner: "省交通运输厅", source: "省域治理专题指标目录 1.0（粤府办〔2021〕15号 附件）", version: 1 } as const;

/** What 交通运输 measures; ids are the catalogue's codes, but for the two that its thresholds in words need. */
export const indicators: readonly Indicator[] = [
  {
    id: "tra.expressway.flow", title: { zh: "高速公路车流量(日)", en: "Expressway vehicles (day)" }, definition: "收费站当日零时起累计通过的车次，各站相加为全省当日车流量。",
    unit: "万车次", unitEn: "×10⁴ trips", decimals: 2, leaf: "site", siteKind: "toll-station", rollup: "sum",
    cadenceMs: 5 * MINUTE, worse: "higher", range: [0, 2000], class: "open", ...ours,
  },
  {
    id: "tra.tpi", title: { zh: "城市交通运行指数", en: "Traffic performance index" }, definition: "城市道路交通运行指数，零为畅通，十为严重拥堵，上级按车公里加权。",
    unit: "1", decimals: 1, leaf: "city", rollup: "wmean", weight: "车公里",
    cadenceMs: 5 * MINUTE, worse: "higher", range: [0, 10], class: "open", ...ours,
  },
  {
    id: "tra.seg.speed", title: { zh: "高速路段均速", en: "Segment speed" }, definition: "高速公路路段上车辆的平均速度。",
    unit: "km/h", decimals: 0, leaf: "site", siteKind: "road-section", rollup: "mean",
    cadenceMs: MINUTE, worse: "lower", range: [0, 160], class: "open", ...ours,
  },
  {
    id: "tra.visibility", title: { zh: "高速能见度", en: "Expressway visibility" }, definition: "高速公路路段上能见度仪的读数，上级取最小。",
    unit: "m", decimals: 0, leaf: "site", siteKind: "road-section", rollup: "min",
    cadenceMs: MINUTE, worse: "lower", range: [0, 30_000], class: "open", ...ours,
  },
  {
    id: "tra.toll.queue", title: { zh: "收费站排队长度", en: "Toll-plaza queue" }, definition: "收费站入口方向车辆排队的长度，上级取最长。",
    unit: "m", decimals: 0, leaf: "site", siteKind: "toll-station", rollup: "max",
    cadenceMs: MINUTE, worse: "higher", range: [0, 20_000], class: "open", ...ours,
  },
  {
    id: "tra.hazmat.online", title: { zh: "危货车辆在线率", en: "Hazmat truck online rate" }, definition: "在线的危险货物运输车辆占营运车辆的比例。",
    unit: "%", decimals: 1, leaf: "site", siteKind: "hazmat-fleet", rollup: "ratio", numerator: "在线车辆", denominator: "营运车辆",
    cadenceMs: MINUTE, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "tra.hazmat.speed", title: { zh: "危货车超速报警(时)", en: "Hazmat speeding alarms (hour)" }, definition: "最近一小时危险货物运输车辆的超速报警次数。",
    unit: "次", decimals: 0, leaf: "site", siteKind: "hazmat-fleet", rollup: "sum",
    cadenceMs: MINUTE, worse: "higher", range: [0, 10_000], class: "internal", ...ours,
  },
  {
    id: "tra.hazmat.topspeed", title: { zh: "危货车高速最高车速", en: "Fastest hazmat vehicle" }, definition: "此刻在高速公路上行驶的危险货物运输车辆中最快一辆的速度。",
    unit: "km/h", decimals: 0, leaf: "site", siteKind: "hazmat-fleet", rollup: "max",
    cadenceMs: MINUTE, worse: "higher", range: [0, 200], class: "internal", ...ours,
  },
  {
    id: "tra.fatigue.alarm", title: { zh: "疲劳驾驶报警(时)", en: "Driver fatigue alarms (hour)" }, definition: "最近一小时营运车辆的疲劳驾驶报警次数。",
    unit: "次", decimals: 0, leaf: "site", siteKind: "hazmat-fleet", rollup: "sum",
    cadenceMs: MINUTE, worse: "higher", range: [0, 10_000], class: "internal", ...ours,
  },
  {
    id: "tra.driver.hours", title: { zh: "最长连续驾驶时间", en: "Longest time at the wheel" }, definition: "此刻在途的营运车辆中，驾驶人连续驾驶而未休息满二十分钟的最长时间。",
    unit: "h", decimals: 2, leaf: "site", siteKind: "hazmat-fleet", rollup: "max",
    cadenceMs: MINUTE, worse: "higher", range: [0, 24], class: "internal", ...ours,
  },
  {
    id: "tra.metro.load", title: { zh: "城轨最大断面满载率", en: "Metro peak load factor" }, definition: "城市轨道交通线路最大断面客流与运能之比，上级取最大。",
    unit: "%", decimals: 0, leaf: "site", siteKind: "metro-line", rollup: "max",
    cadenceMs: 5 * MINUTE, worse: "band", range: [0, 200], class: "open", ...ours,
  },
  {
    id: "tra.port.teu", title: { zh: "港口集装箱吞吐量(日)", en: "Port containers (day)" }, definition: "港口当日零时起累计装卸的集装箱标准箱数。",
    unit: "TEU", decimals: 0, leaf: "site", siteKind: "port", rollup: "sum",
    cadenceMs: HOUR, worse: "lower", range: [0, 200_000], class: "open", ...ours,
  },
  {
    id: "tra.bridge.wind", title: { zh: "跨海桥阵风", en: "Sea-bridge gust" }, definition: "跨海大桥桥面风速仪测得的阵风，上级取最大。",
    unit: "m/s", decimals: 1, leaf: "site", siteKind: "bridge", rollup: "max",
    cadenceMs: MINUTE, worse: "higher", range: [0, 90], class: "open", ...ours,
  },
  {
    id: "tra.ferry.stop", title: { zh: "停航航线数", en: "Ferry routes suspended" }, definition: "因天气等原因停航的水路客运航线条数。",
    unit: "条", decimals: 0, leaf: "county", rollup: "sum",
    cadenceMs: 30 * MINUTE, worse: "higher", range: [0, 200], class: "open", ...ours,
  },
];
