import type { Rule } from "../../model/rule.ts";
import { DAY } from "../../model/time.ts";

const DEFAULT = "operational default";
const REPORT = "传染病信息报告管理规范(2015): 甲类及按甲类管理 2h, 其他法定 24h";
const BRETEAU = "登革热媒介监测布雷图指数分级 5/10/20 (广东疾控通行分级)";
const EMS = "国卫医发〔2020〕19号 120 10秒接听率95%、3分钟出车率95%";

/** The catalogue's numeric thresholds; those in words wait for a later version (see README.md). */
export const rules: readonly Rule[] = [
  { id: "hlth.dengue.case#2", indicator: "hlth.dengue.case", level: 2, when: { op: ">=", value: 3 }, holdMs: 0, deadband: 0, source: DEFAULT, says: { zh: "同镇登革热病例达到关注数", en: "dengue cases in one town reach the number to watch" } },
  { id: "hlth.dengue.fortnight#2", indicator: "hlth.dengue.fortnight", level: 2, when: { op: ">=", value: 3 }, holdMs: 0, deadband: 0, source: DEFAULT, says: { zh: "同镇14天内登革热病例达到3例", en: "three dengue cases in one town within 14 days" } },
  { id: "hlth.bi.index#3", indicator: "hlth.bi.index", level: 3, when: { op: ">", value: 5 }, holdMs: 0, deadband: 0.5, source: BRETEAU, says: { zh: "布雷图指数达到低度风险", en: "Breteau index reaches low risk" } },
  { id: "hlth.bi.index#2", indicator: "hlth.bi.index", level: 2, when: { op: ">", value: 10 }, holdMs: 0, deadband: 0.5, source: BRETEAU, says: { zh: "布雷图指数达到中度风险", en: "Breteau index reaches medium risk" } },
  { id: "hlth.bi.index#1", indicator: "hlth.bi.index", level: 1, when: { op: ">", value: 20 }, holdMs: 0, deadband: 0.5, source: BRETEAU, says: { zh: "布雷图指数达到高度风险", en: "Breteau index reaches high risk" } },
  { id: "hlth.ili.rate#3", indicator: "hlth.ili.rate", level: 3, when: { op: ">", value: 2, of: "baseline", over: 7 * DAY }, holdMs: 0, deadband: 0.2, source: DEFAULT, says: { zh: "流感样病例占比七日均值超基线2个标准差", en: "7-day mean of ILI percentage more than 2 standard deviations above the baseline" } },
  { id: "hlth.ili.rate#2", indicator: "hlth.ili.rate", level: 2, when: { op: ">", value: 4, of: "baseline", over: 7 * DAY }, holdMs: 0, deadband: 0.2, source: DEFAULT, says: { zh: "流感样病例占比七日均值超基线4个标准差", en: "7-day mean of ILI percentage more than 4 standard deviations above the baseline" } },
  { id: "hlth.fever.visit#3", indicator: "hlth.fever.visit", level: 3, when: { op: ">", value: 3, of: "baseline" }, holdMs: 0, deadband: 1, source: DEFAULT, says: { zh: "发热门诊人次超同期均值3个标准差", en: "fever-clinic visits more than 3 standard deviations above the same hour's mean" } },
  { id: "hlth.report.overdue#1", indicator: "hlth.report.overdue", level: 1, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: REPORT, says: { zh: "甲类传染病超2小时未报", en: "a class A disease not reported within 2 h" } },
  { id: "hlth.icu.use#3", indicator: "hlth.icu.use", level: 3, when: { op: ">=", value: 80 }, holdMs: 60_000, deadband: 1, source: DEFAULT },
  { id: "hlth.icu.use#2", indicator: "hlth.icu.use", level: 2, when: { op: ">=", value: 90 }, holdMs: 60_000, deadband: 1, source: DEFAULT },
  { id: "hlth.bed.use#3", indicator: "hlth.bed.use", level: 3, when: { op: ">=", value: 93 }, holdMs: 0, deadband: 1, source: DEFAULT },
  { id: "hlth.ems.answer#3", indicator: "hlth.ems.answer", level: 3, when: { op: "<", value: 95 }, holdMs: 60_000, deadband: 0.5, source: EMS, says: { zh: "低于120十秒接听率标准", en: "below the standard for emergency calls answered in 10 s" } },
  { id: "hlth.ems.out3#3", indicator: "hlth.ems.out3", level: 3, when: { op: "<", value: 95 }, holdMs: 60_000, deadband: 0.5, source: EMS, says: { zh: "低于120三分钟出车率标准", en: "below the standard for ambulances out in 3 min" } },
  { id: "hlth.blood.days#3", indicator: "hlth.blood.days", level: 3, when: { op: "<", value: 5 }, holdMs: 0, deadband: 0.2, source: DEFAULT },
  { id: "hlth.blood.days#2", indicator: "hlth.blood.days", level: 2, when: { op: "<", value: 3 }, holdMs: 0, deadband: 0.2, source: DEFAULT },
  { id: "hlth.stockout#2", indicator: "hlth.stockout", level: 2, when: { op: ">=", value: 3 }, holdMs: 0, deadband: 0, source: DEFAULT },
  { id: "hlth.claim.abnormal#3", indicator: "hlth.claim.abnormal", level: 3, when: { op: ">=", value: 2 }, holdMs: 0, deadband: 0.1, source: DEFAULT },
];
