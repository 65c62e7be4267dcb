import type { Indicator } from "../../model/indicator.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../model/time.ts";

const ours = { owner: "省能源局", source: "省域治理专题指标目录 1.0（粤府办〔2021〕15号 附件）", version: 1 } as const;

/** What is reckoned beforehand so that a curve can be held against it; not in the catalogue. */
const forecast = { owner: "省能源局", source: "模型推算：日历与常年气温", version: 1 } as const;

/** What 能源保障 measures; ids are the catalogue's codes, but for the load of the day after. */
export const indicators: readonly Indicator[] = [
  {
    id: "ener.load.total", title: { zh: "全省统调负荷", en: "Provincial dispatched load" }, definition: "由省级电网统一调度的用电负荷。",
    unit: "万kW", decimals: 1, leaf: "site", siteKind: "grid-node", rollup: "sum",
    cadenceMs: 5 * MINUTE, worse: "none", range: [0, 20_000], class: "internal", ...ours,
  },
  {
    id: "ener.load.ahead", title: { zh: "次日同时刻负荷预测", en: "Load forecast, same time next day" }, definition: "按日历、常年气温和此刻偏冷偏热推算的二十四小时以后的统调负荷，不含未来天气。",
    unit: "万kW", decimals: 1, leaf: "site", siteKind: "grid-node", rollup: "sum",
    cadenceMs: 5 * MINUTE, worse: "none", range: [0, 20_000], class: "internal", ...forecast,
  },
  {
    id: "ener.load.reserve", title: { zh: "旋转备用率", en: "Spinning reserve ratio" }, definition: "旋转备用容量与当前负荷之比。",
    unit: "%", decimals: 2, leaf: "province", rollup: "ratio",
    numerator: "旋转备用容量", denominator: "当前负荷",
    cadenceMs: 5 * MINUTE, worse: "lower", range: [-50, 200], class: "internal", ...ours,
  },
  {
    id: "ener.gap.ratio", title: { zh: "供电缺口占最大用电需求比", en: "Supply gap ratio" }, definition: "电力缺口与最大用电需求之比。",
    unit: "%", decimals: 2, leaf: "county", rollup: "ratio",
    numerator: "电力缺口", denominator: "最大用电需求",
    cadenceMs: 15 * MINUTE, worse: "higher", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "ener.freq", title: { zh: "系统频率", en: "System frequency" }, definition: "省级电网的实时频率。",
    unit: "Hz", decimals: 3, leaf: "province", rollup: "last",
    cadenceMs: SECOND, worse: "band", range: [45, 55], class: "internal", ...ours,
  },
  {
    id: "ener.outage.users", title: { zh: "停电用户数", en: "Customers out" }, definition: "当前处于停电状态的用户数。",
    unit: "户", decimals: 0, leaf: "town", rollup: "sum",
    cadenceMs: MINUTE, worse: "higher", range: [0, 1_000_000], class: "open", ...ours,
  },
  {
    id: "ener.outage.ratio", title: { zh: "减供负荷比例", en: "Load lost ratio" }, definition: "因故减供的负荷与事前负荷之比。",
    unit: "%", decimals: 2, leaf: "province", rollup: "ratio",
    numerator: "减供负荷", denominator: "事前负荷",
    cadenceMs: MINUTE, worse: "higher", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "ener.coal.days", title: { zh: "电煤可用天数", en: "Coal days in stock" }, definition: "按近期日耗折算，电厂存煤还可以使用的天数。",
    unit: "天", unitCode: "d", decimals: 1, leaf: "site", siteKind: "power-plant", rollup: "min",
    cadenceMs: DAY, worse: "lower", range: [0, 365], class: "internal", ...ours,
  },
  {
    id: "ener.gas.storage", title: { zh: "城燃储气能力可供天数", en: "City-gas storage days" }, definition: "按日均消费量折算，城镇燃气储气能力可供应的天数。",
    unit: "天", unitCode: "d", decimals: 1, leaf: "city", rollup: "min",
    cadenceMs: DAY, worse: "lower", range: [0, 365], class: "internal", ...ours,
  },
  {
    id: "ener.lng.tank", title: { zh: "LNG 接收站罐位", en: "LNG terminal tank level" }, definition: "液化天然气接收站储罐的液位占罐容的比例。",
    unit: "%", decimals: 1, leaf: "site", siteKind: "lng-terminal", rollup: "mean",
    cadenceMs: HOUR, worse: "band", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "ener.renew.share", title: { zh: "新能源出力占比", en: "Renewable output share" }, definition: "风电和光伏等新能源出力与当前负荷之比。",
    unit: "%", decimals: 2, leaf: "province", rollup: "ratio",
    numerator: "新能源出力", denominator: "当前负荷",
    cadenceMs: 5 * MINUTE, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "ener.nuclear.out", title: { zh: "核电出力", en: "Nuclear output" }, definition: "核电机组当前出力，各电厂相加为全省总量。",
    unit: "万kW", decimals: 1, leaf: "site", siteKind: "nuclear-plant", rollup: "sum",
    cadenceMs: 5 * MINUTE, worse: "lower", range: [0, 2000], class: "sensitive", ...ours,
  },
  {
    id: "ener.oil.days", title: { zh: "成品油可供天数", en: "Refined-oil stock days" }, definition: "按近期销量折算，成品油库存可供应的天数。",
    unit: "天", unitCode: "d", decimals: 1, leaf: "county", rollup: "min",
    cadenceMs: DAY, worse: "lower", range: [0, 365], class: "internal", ...ours,
  },
];
