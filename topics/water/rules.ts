import type { Rule } from "../../model/rule.ts";
import { DAY, MINUTE } from "../../model/time.ts";

const DEFAULT = "operational default";
const FLOOD = "水情预警信号 (水利部《水情预警发布管理办法》体系): 蓝=接近警戒, 黄=达到/超过警戒水位或≥5年一遇, 橙=达到/超过保证水位或≥20年一遇, 红=达到/超过历史最高或≥50年一遇";

/** The catalogue's thresholds. Those in words are held against what each site states of itself, against a return period, or against what was (README.md). */
export const rules: readonly Rule[] = [
  { id: "water.river.level#4", indicator: "water.river.level", level: 4, when: { op: ">=", value: -0.5 }, holdMs: 60_000, deadband: 0.1, source: "水情预警信号 蓝色=接近警戒水位; 0.5 m 提前量为产品默认", says: { zh: "接近警戒水位（提前量为默认值）", en: "near the warning stage (margin is a default)" } },
  { id: "water.river.level#3", indicator: "water.river.level", level: 3, when: { op: ">=", value: 0 }, holdMs: 60_000, deadband: 0.1, source: FLOOD, says: { zh: "达到洪水黄色预警标准（警戒水位）", en: "meets the yellow flood standard (warning stage)" } },
  { id: "water.river.level#2", indicator: "water.river.level", level: 2, when: { op: ">=", site: "guaranteedStageM", minus: "warningStageM" }, holdMs: MINUTE, deadband: 0.1, source: FLOOD, says: { zh: "达到洪水橙色预警标准（保证水位）", en: "meets the orange flood standard (guaranteed stage)" } },
  { id: "water.river.level#1", indicator: "water.river.level", level: 1, when: { op: ">=", site: "recordStageM", minus: "warningStageM" }, holdMs: MINUTE, deadband: 0.1, source: FLOOD, says: { zh: "达到洪水红色预警标准（历史最高）", en: "meets the red flood standard (highest on record)" } },
  { id: "water.river.flow#3", indicator: "water.river.flow", level: 3, when: { op: ">=", value: 5, of: "returnPeriod", site: "flowM3s" }, holdMs: MINUTE, deadband: 200, source: FLOOD, says: { zh: "达到洪水黄色预警标准（5年一遇）", en: "meets the yellow flood standard (once in 5 years)" } },
  { id: "water.river.flow#2", indicator: "water.river.flow", level: 2, when: { op: ">=", value: 20, of: "returnPeriod", site: "flowM3s" }, holdMs: MINUTE, deadband: 200, source: FLOOD, says: { zh: "达到洪水橙色预警标准（20年一遇）", en: "meets the orange flood standard (once in 20 years)" } },
  { id: "water.river.flow#1", indicator: "water.river.flow", level: 1, when: { op: ">=", value: 50, of: "returnPeriod", site: "flowM3s" }, holdMs: MINUTE, deadband: 200, source: FLOOD, says: { zh: "达到洪水红色预警标准（50年一遇）", en: "meets the red flood standard (once in 50 years)" } },
  { id: "water.reservoir.level#2", indicator: "water.reservoir.level", level: 2, when: { op: ">=", site: "designFloodM", minus: "floodLimitM" }, holdMs: MINUTE, deadband: 0.1, source: DEFAULT, says: { zh: "达到水库设计洪水位", en: "reaches the reservoir's design flood level" } },
  { id: "water.reservoir.level#1", indicator: "water.reservoir.level", level: 1, when: { op: ">=", site: "checkFloodM", minus: "floodLimitM" }, holdMs: MINUTE, deadband: 0.1, source: DEFAULT, says: { zh: "达到水库校核洪水位", en: "reaches the reservoir's check flood level" } },
  { id: "water.dam.seepage#2", indicator: "water.dam.seepage", level: 2, when: { op: ">", site: "seepageEnvelopeLs" }, holdMs: 10 * MINUTE, deadband: 0.5, source: DEFAULT, says: { zh: "渗流量超历史包络值", en: "seepage above its historical envelope" } },
  { id: "water.dam.seepage#1", indicator: "water.dam.seepage", level: 1, when: { op: ">", value: 50, of: "growth", over: DAY }, holdMs: 0, deadband: 5, source: DEFAULT, says: { zh: "渗流量24小时突增超过50%", en: "seepage up by more than 50% in 24 h" } },
  { id: "water.reservoir.level#3", indicator: "water.reservoir.level", level: 3, when: { op: ">", value: 0 }, holdMs: 60_000, deadband: 0.1, source: DEFAULT },
  { id: "water.rain.hour#3", indicator: "water.rain.hour", level: 3, when: { op: ">=", value: 30 }, holdMs: 0, deadband: 2, source: DEFAULT },
  { id: "water.rain.hour#2", indicator: "water.rain.hour", level: 2, when: { op: ">=", value: 50 }, holdMs: 0, deadband: 2, source: DEFAULT },
  { id: "water.rain.hour#1", indicator: "water.rain.hour", level: 1, when: { op: ">=", value: 80 }, holdMs: 0, deadband: 2, source: DEFAULT },
  { id: "water.dyke.patrol#3", indicator: "water.dyke.patrol", level: 3, when: { op: "<", value: 95 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "water.dyke.patrol#2", indicator: "water.dyke.patrol", level: 2, when: { op: "<", value: 90 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "water.flash.alarm#2", indicator: "water.flash.alarm", level: 2, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: DEFAULT, says: { zh: "有村处于山洪转移预警，是否立即转移须核实", en: "a village is under a flash-flood alarm; verify whether it must leave at once" } },
  { id: "water.flash.go#1", indicator: "water.flash.go", level: 1, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: DEFAULT, says: { zh: "有村处于山洪立即转移预警", en: "a village must leave at once for a flash flood" } },
  { id: "water.eco.flow#3", indicator: "water.eco.flow", level: 3, when: { op: "<", value: 95 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "water.river.chief#3", indicator: "water.river.chief", level: 3, when: { op: "<", value: 90 }, holdMs: 0, deadband: 0.5, source: DEFAULT },
];
