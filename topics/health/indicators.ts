import type { Indicator } from "../../model/indicator.ts";
import { DAY, HOUR, MINUTE } from "../../model/time.ts";
import { MOSQUITO_VILLAGES } from "./mosquito-villages.ts";

const ours = { owner: "省卫生健康委", source: "省域治理专题指标目录 1.0（粤府办〔2021〕15号 附件）", version: 1 } as const;
/** The record of 2020 behind the epidemic drill; not in the catalogue. */
const covid = { owner: "省卫生健康委", source: "canghailan/Wuhan-2019-nCoV，2020年分市每日公布数", version: 1 } as const;

/** What 卫生健康 measures; ids are the catalogue's codes. */
export const indicators: readonly Indicator[] = [
  {
    id: "hlth.ili.rate", title: { zh: "流感样病例占门急诊比", en: "ILI percentage" }, definition: "哨点医院门急诊就诊者中流感样病例所占的比例。",
    unit: "%", decimals: 2, leaf: "site", siteKind: "hospital", rollup: "ratio",
    numerator: "ILI病例", denominator: "门急诊量",
    cadenceMs: DAY, worse: "higher", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "hlth.dengue.case", title: { zh: "登革热报告病例(周)", en: "Dengue cases (week)" }, definition: "一周内报告的登革热病例数。",
    unit: "例", decimals: 0, leaf: "town", rollup: "sum",
    cadenceMs: DAY, worse: "higher", range: [0, 10_000], people: true, class: "internal", ...ours,
  },
  {
    id: "hlth.dengue.fortnight", title: { zh: "登革热报告病例(14天)", en: "Dengue cases (14 days)" }, definition: "最近十四天内报告的登革热病例数。",
    unit: "例", decimals: 0, leaf: "town", rollup: "sum",
    cadenceMs: DAY, worse: "higher", range: [0, 20_000], people: true, class: "internal", ...ours,
  },
  {
    id: "hlth.bi.index", title: { zh: "布雷图指数", en: "Breteau index" }, definition: "每百户中查到的伊蚊幼虫阳性容器数。",
    unit: "", unitCode: "1", decimals: 1, leaf: "village", rollup: "max", where: MOSQUITO_VILLAGES,
    cadenceMs: 7 * DAY, worse: "higher", range: [0, 500], class: "open", ...ours,
  },
  {
    id: "hlth.fever.visit", title: { zh: "发热门诊人次(日)", en: "Fever-clinic visits (day)" }, definition: "发热门诊一天内累计接诊的人次。",
    unit: "人次", decimals: 0, leaf: "site", siteKind: "hospital", rollup: "sum",
    cadenceMs: HOUR, worse: "none", range: [0, 20_000], people: true, class: "internal", ...ours,
  },
  {
    id: "hlth.icu.use", title: { zh: "ICU 使用率", en: "ICU occupancy" }, definition: "重症监护床位中已占用的比例。",
    unit: "%", decimals: 1, leaf: "site", siteKind: "hospital", rollup: "ratio",
    numerator: "占用床位", denominator: "可用床位",
    cadenceMs: HOUR, worse: "band", range: [0, 150], class: "internal", ...ours,
  },
  {
    id: "hlth.bed.use", title: { zh: "医院床位使用率", en: "Bed occupancy" }, definition: "开放床位中已占用的比例，加床时可能超过百分之百。",
    unit: "%", decimals: 1, leaf: "site", siteKind: "hospital", rollup: "ratio",
    numerator: "占用床位", denominator: "开放床位",
    cadenceMs: DAY, worse: "band", range: [0, 150], class: "internal", ...ours,
  },
  {
    id: "hlth.ems.answer", title: { zh: "120 十秒接听率", en: "120 10-second answer rate" }, definition: "拨打120的来电中十秒之内被接听的比例。",
    unit: "%", decimals: 1, leaf: "city", rollup: "ratio",
    numerator: "10秒内接听", denominator: "来电",
    cadenceMs: 5 * MINUTE, worse: "lower", range: [0, 100], class: "open", ...ours,
  },
  {
    id: "hlth.ems.out3", title: { zh: "120 三分钟出车率", en: "120 3-minute dispatch rate" }, definition: "120派车任务中三分钟之内发车的比例。",
    unit: "%", decimals: 1, leaf: "city", rollup: "ratio",
    numerator: "3min内出车", denominator: "派车",
    cadenceMs: 5 * MINUTE, worse: "lower", range: [0, 100], class: "open", ...ours,
  },
  {
    id: "hlth.report.ontime", title: { zh: "法定传染病报告及时率", en: "Timely notification rate" }, definition: "法定传染病在规定时限内报告的份数占应报份数的比例。",
    unit: "%", decimals: 1, leaf: "site", siteKind: "hospital", rollup: "ratio",
    numerator: "时限内报告", denominator: "应报",
    cadenceMs: DAY, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "hlth.report.overdue", title: { zh: "甲类超2小时未报", en: "Class A reports overdue" }, definition: "甲类及按甲类管理的传染病中，诊断后超过两小时仍未网络报告的件数。",
    unit: "件", decimals: 0, leaf: "site", siteKind: "hospital", rollup: "sum",
    cadenceMs: HOUR, worse: "higher", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "hlth.blood.days", title: { zh: "临床用血库存", en: "Blood stock days" }, definition: "按近期用量折算，现有临床用血还可以供应的天数。",
    unit: "天", unitCode: "d", decimals: 1, leaf: "city", rollup: "min",
    cadenceMs: HOUR, worse: "lower", range: [0, 365], class: "internal", ...ours,
  },
  {
    id: "hlth.stockout", title: { zh: "急救药品缺货品种", en: "Emergency-drug stock-outs" }, definition: "全县（市、区）缺货的急救药品品种数。",
    unit: "种", decimals: 0, leaf: "county", rollup: "sum",
    cadenceMs: DAY, worse: "higher", range: [0, 1000], class: "internal", ...ours,
  },
  {
    id: "hlth.claim.abnormal", title: { zh: "医保疑点结算率", en: "Suspicious claim rate" }, definition: "医保结算中被智能审核列为疑点的比例。",
    unit: "%", decimals: 2, leaf: "site", siteKind: "hospital", rollup: "ratio",
    numerator: "疑点结算", denominator: "结算总量",
    cadenceMs: DAY, worse: "higher", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "hlth.covid.confirmed", title: { zh: "新冠累计确诊", en: "COVID-19 confirmed, cumulative" }, definition: "自2020年1月起各市公布的新冠肺炎累计确诊病例数。",
    unit: "例", decimals: 0, leaf: "city", rollup: "sum",
    cadenceMs: DAY, worse: "higher", range: [0, 20_000_000], people: true, class: "open", ...covid,
  },
  {
    id: "hlth.covid.cured", title: { zh: "新冠累计治愈", en: "COVID-19 recovered, cumulative" }, definition: "自2020年1月起各市公布的新冠肺炎累计治愈出院人数，更正时可能减少。",
    unit: "例", decimals: 0, leaf: "city", rollup: "sum",
    cadenceMs: DAY, worse: "none", range: [0, 20_000_000], people: true, class: "open", ...covid,
  },
  {
    id: "hlth.covid.dead", title: { zh: "新冠累计死亡", en: "COVID-19 deaths, cumulative" }, definition: "自2020年1月起各市公布的新冠肺炎累计死亡人数。",
    unit: "例", decimals: 0, leaf: "city", rollup: "sum",
    cadenceMs: DAY, worse: "higher", range: [0, 1_000_000], people: true, class: "open", ...covid,
  },
  {
    id: "hlth.covid.new", title: { zh: "新冠当日新增确诊", en: "COVID-19 new cases of the day" }, definition: "累计确诊病例数与前一日之差。",
    unit: "例", decimals: 0, leaf: "city", rollup: "sum",
    cadenceMs: DAY, worse: "higher", range: [0, 1_000_000], people: true, class: "open", ...covid,
  },
];
