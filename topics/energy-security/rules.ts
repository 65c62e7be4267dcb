import type { Rule } from "../../model/rule.ts";

const DEFAULT = "operational default";
const FREQUENCY = "GB/T 15945-2008 频率偏差 ±0.2 Hz";
const LOAD = "国家发展改革委 电力负荷管理办法(2023年版) 缺口占最大用电需求 <5/5-10/10-20/≥20%";
const ORDER_599 = "国务院令第599号、国办函〔2015〕134号 省级电网(≥20000MW)减供负荷 5/10/13/30%";

/** The catalogue's numeric thresholds; those in words wait for a later version (see README.md). */
export const rules: readonly Rule[] = [
  { id: "ener.load.total#3", indicator: "ener.load.total", level: 3, at: "province", when: { op: ">=", value: 14_500 }, holdMs: 60_000, deadband: 50, source: DEFAULT },
  { id: "ener.load.total#2", indicator: "ener.load.total", level: 2, at: "province", when: { op: ">=", value: 15_500 }, holdMs: 60_000, deadband: 50, source: DEFAULT },
  { id: "ener.load.reserve#3", indicator: "ener.load.reserve", level: 3, when: { op: "<", value: 5 }, holdMs: 60_000, deadband: 0.2, source: DEFAULT },
  { id: "ener.load.reserve#2", indicator: "ener.load.reserve", level: 2, when: { op: "<", value: 3 }, holdMs: 60_000, deadband: 0.2, source: DEFAULT },
  { id: "ener.gap.ratio#4", indicator: "ener.gap.ratio", level: 4, when: { op: ">", value: 0 }, holdMs: 60_000, deadband: 0, source: LOAD, says: { zh: "达到负荷管理蓝色标准（Ⅳ级缺口）", en: "meets the blue standard of load management (gap IV)" } },
  { id: "ener.gap.ratio#3", indicator: "ener.gap.ratio", level: 3, when: { op: ">=", value: 5 }, holdMs: 60_000, deadband: 0.2, source: LOAD, says: { zh: "达到负荷管理黄色标准（Ⅲ级缺口）", en: "meets the yellow standard of load management (gap III)" } },
  { id: "ener.gap.ratio#2", indicator: "ener.gap.ratio", level: 2, when: { op: ">=", value: 10 }, holdMs: 60_000, deadband: 0.2, source: LOAD, says: { zh: "达到负荷管理橙色标准（Ⅱ级缺口）", en: "meets the orange standard of load management (gap II)" } },
  { id: "ener.gap.ratio#1", indicator: "ener.gap.ratio", level: 1, when: { op: ">=", value: 20 }, holdMs: 60_000, deadband: 0.2, source: LOAD, says: { zh: "达到负荷管理红色标准（Ⅰ级缺口）", en: "meets the red standard of load management (gap I)" } },
  { id: "ener.freq#3", indicator: "ener.freq", level: 3, when: { op: ">", value: 0.1, of: "deviation", minus: 50 }, holdMs: 2_000, deadband: 0.02, source: DEFAULT, says: { zh: "频率偏差超过0.1赫兹", en: "frequency off by more than 0.1 Hz" } },
  { id: "ener.freq#2", indicator: "ener.freq", level: 2, when: { op: ">", value: 0.2, of: "deviation", minus: 50 }, holdMs: 0, deadband: 0.02, source: FREQUENCY, says: { zh: "频率偏差超过0.2赫兹", en: "frequency off by more than 0.2 Hz" } },
  { id: "ener.outage.users#2", indicator: "ener.outage.users", level: 2, at: "province", when: { op: ">=", value: 100_000 }, holdMs: 60_000, deadband: 2000, source: DEFAULT },
  { id: "ener.outage.users#1", indicator: "ener.outage.users", level: 1, at: "province", when: { op: ">=", value: 1_000_000 }, holdMs: 60_000, deadband: 2000, source: DEFAULT },
  { id: "ener.outage.ratio#4", indicator: "ener.outage.ratio", level: 4, when: { op: ">=", value: 5 }, holdMs: 30_000, deadband: 0.2, source: ORDER_599, says: { zh: "达到一般大面积停电标准", en: "meets the standard of an ordinary large-area outage" } },
  { id: "ener.outage.ratio#3", indicator: "ener.outage.ratio", level: 3, when: { op: ">=", value: 10 }, holdMs: 30_000, deadband: 0.2, source: ORDER_599, says: { zh: "达到较大大面积停电标准", en: "meets the standard of a major large-area outage" } },
  { id: "ener.outage.ratio#2", indicator: "ener.outage.ratio", level: 2, when: { op: ">=", value: 13 }, holdMs: 30_000, deadband: 0.2, source: ORDER_599, says: { zh: "达到重大大面积停电标准", en: "meets the standard of a serious large-area outage" } },
  { id: "ener.outage.ratio#1", indicator: "ener.outage.ratio", level: 1, when: { op: ">=", value: 30 }, holdMs: 30_000, deadband: 0.2, source: ORDER_599, says: { zh: "达到特别重大大面积停电标准", en: "meets the standard of an extremely serious large-area outage" } },
  { id: "ener.coal.days#3", indicator: "ener.coal.days", level: 3, when: { op: "<", value: 12 }, holdMs: 0, deadband: 0.2, source: DEFAULT },
  { id: "ener.coal.days#2", indicator: "ener.coal.days", level: 2, when: { op: "<", value: 7 }, holdMs: 0, deadband: 0.2, source: DEFAULT },
  { id: "ener.gas.storage#3", indicator: "ener.gas.storage", level: 3, when: { op: "<", value: 3 }, holdMs: 0, deadband: 0.1, source: "发改能源规〔2018〕637号 地方政府储气能力≥3天日均消费量", says: { zh: "低于三天储气能力要求", en: "below the required three days of stored gas" } },
  { id: "ener.lng.tank#3", indicator: "ener.lng.tank", level: 3, when: { op: "<", value: 30 }, holdMs: 60_000, deadband: 1, source: DEFAULT },
  { id: "ener.lng.tank#2", indicator: "ener.lng.tank", level: 2, when: { op: "<", value: 20 }, holdMs: 60_000, deadband: 1, source: DEFAULT },
  { id: "ener.nuclear.out#2", indicator: "ener.nuclear.out", level: 2, at: "province", when: { op: "<", value: 1000 }, holdMs: 60_000, deadband: 20, source: DEFAULT },
  { id: "ener.oil.days#3", indicator: "ener.oil.days", level: 3, when: { op: "<", value: 7 }, holdMs: 0, deadband: 0.2, source: DEFAULT },
  { id: "ener.oil.days#2", indicator: "ener.oil.days", level: 2, when: { op: "<", value: 5 }, holdMs: 0, deadband: 0.2, source: DEFAULT },
];
