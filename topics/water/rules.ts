import type { Rule } from "../../model/rule.ts";

const DEFAULT = "operational default";

/** The catalogue's numeric thresholds; those in words wait for a later version (see README.md). */
export const rules: readonly Rule[] = [
  { id: "water.river.level#4", indicator: "water.river.level", level: 4, when: { op: ">=", value: -0.5 }, holdMs: 60_000, deadband: 0.1, source: "水情预警信号 蓝色=接近警戒水位; 0.5 m 提前量为产品默认", says: { zh: "接近警戒水位（提前量为默认值）", en: "near the warning stage (margin is a default)" } },
  { id: "water.river.level#3", indicator: "water.river.level", level: 3, when: { op: ">=", value: 0 }, holdMs: 60_000, deadband: 0.1, source: "水情预警信号 (水利部《水情预警发布管理办法》体系): 蓝=接近警戒, 黄=达到/超过警戒水位或≥5年一遇, 橙=达到/超过保证水位或≥20年一遇, 红=达到/超过历史最高或≥50年一遇", says: { zh: "达到洪水黄色预警标准（警戒水位）", en: "meets the yellow flood standard (warning stage)" } },
  { id: "water.reservoir.level#3", indicator: "water.reservoir.level", level: 3, when: { op: ">", value: 0 }, holdMs: 60_000, deadband: 0.1, source: DEFAULT },
  { id: "water.rain.hour#3", indicator: "water.rain.hour", level: 3, when: { op: ">=", value: 30 }, holdMs: 0, deadband: 2, source: DEFAULT },
  { id: "water.rain.hour#2", indicator: "water.rain.hour", level: 2, when: { op: ">=", value: 50 }, holdMs: 0, deadband: 2, source: DEFAULT },
  { id: "water.rain.hour#1", indicator: "water.rain.hour", level: 1, when: { op: ">=", value: 80 }, holdMs: 0, deadband: 2, source: DEFAULT },
  { id: "water.dyke.patrol#3", indicator: "water.dyke.patrol", level: 3, when: { op: "<", value: 95 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "water.dyke.patrol#2", indicator: "water.dyke.patrol", level: 2, when: { op: "<", value: 90 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "water.flash.alarm#2", indicator: "water.flash.alarm", level: 2, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: DEFAULT, says: { zh: "有村处于山洪转移预警，是否立即转移须核实", en: "a village is under a flash-flood alarm; verify whether it must leave at once" } },
  { id: "water.eco.flow#3", indicator: "water.eco.flow", level: 3, when: { op: "<", value: 95 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "water.river.chief#3", indicator: "water.river.chief", level: 3, when: { op: "<", value: 90 }, holdMs: 0, deadband: 0.5, source: DEFAULT },
];
