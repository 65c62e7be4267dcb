import type { Rule } from "../../model/rule.ts";

const ORDER_493 = "国务院令第493号 生产安全事故报告和调查处理条例 (一般/较大/重大/特别重大)";
const DEFAULT = "operational default";
const GAS = "GB/T 50493-2019 可燃气体一级报警≤25%LEL, 二级≤50%LEL";

/** The catalogue's numeric thresholds; those in words wait for a later version (see README.md). */
export const rules: readonly Rule[] = [
  { id: "emg.event.major#2", indicator: "emg.event.major", level: 2, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: ORDER_493 },
  { id: "emg.response.level#4", indicator: "emg.response.level", level: 4, when: { op: "==", value: 4 }, holdMs: 0, deadband: 0, source: DEFAULT },
  { id: "emg.response.level#3", indicator: "emg.response.level", level: 3, when: { op: "==", value: 3 }, holdMs: 0, deadband: 0, source: DEFAULT },
  { id: "emg.response.level#2", indicator: "emg.response.level", level: 2, when: { op: "==", value: 2 }, holdMs: 0, deadband: 0, source: DEFAULT },
  { id: "emg.response.level#1", indicator: "emg.response.level", level: 1, when: { op: "==", value: 1 }, holdMs: 0, deadband: 0, source: DEFAULT },
  { id: "emg.call.answer#3", indicator: "emg.call.answer", level: 3, when: { op: "<", value: 98 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "emg.call.answer#2", indicator: "emg.call.answer", level: 2, when: { op: "<", value: 90 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "emg.shelter.load#3", indicator: "emg.shelter.load", level: 3, when: { op: ">=", value: 80 }, holdMs: 60_000, deadband: 2, source: DEFAULT },
  { id: "emg.shelter.load#2", indicator: "emg.shelter.load", level: 2, when: { op: ">=", value: 95 }, holdMs: 60_000, deadband: 2, source: DEFAULT },
  { id: "emg.boat.return#2", indicator: "emg.boat.return", level: 2, when: { op: "<", value: 100 }, holdMs: 0, deadband: 0, source: DEFAULT, says: { zh: "渔船未全部回港，是否已过截止时刻须核实", en: "not all fishing boats are back; verify whether the deadline has passed" } },
  { id: "emg.hazsource.alarm#2", indicator: "emg.hazsource.alarm", level: 2, when: { op: ">=", value: 1 }, holdMs: 900_000, deadband: 0, source: DEFAULT },
  { id: "emg.hazsource.hihi#1", indicator: "emg.hazsource.hihi", level: 1, when: { op: ">=", value: 2 }, holdMs: 0, deadband: 0, source: DEFAULT, says: { zh: "同罐两个参数高高报", en: "two high-high alarms of one tank" } },
  { id: "emg.gas.lel#3", indicator: "emg.gas.lel", level: 3, when: { op: ">=", value: 25 }, holdMs: 0, deadband: 2, source: GAS, says: { zh: "达到可燃气体一级报警值", en: "reaches the first alarm value for combustible gas" } },
  { id: "emg.gas.lel#1", indicator: "emg.gas.lel", level: 1, when: { op: ">=", value: 50 }, holdMs: 0, deadband: 2, source: GAS, says: { zh: "达到可燃气体二级报警值", en: "reaches the second alarm value for combustible gas" } },
  { id: "emg.duty.check#3", indicator: "emg.duty.check", level: 3, when: { op: "<", value: 98 }, holdMs: 0, deadband: 0.5, source: DEFAULT },
  { id: "emg.death.safety#2", indicator: "emg.death.safety", level: 2, when: { op: ">=", value: 3 }, holdMs: 0, deadband: 0, source: ORDER_493, says: { zh: "本月累计死亡达到三人，是否单起较大事故须核实", en: "three deaths this month; verify whether in one major accident" } },
  { id: "emg.death.safety#1", indicator: "emg.death.safety", level: 1, when: { op: ">=", value: 10 }, holdMs: 0, deadband: 0, source: ORDER_493, says: { zh: "本月累计死亡达到十人，是否单起重大事故须核实", en: "ten deaths this month; verify whether in one serious accident" } },
];
