import type { Rule } from "../../model/rule.ts";

const DEFAULT = "operational default";

/** The catalogue's numeric thresholds; those in words wait for a later version (see README.md). */
export const rules: readonly Rule[] = [
  { id: "grid.event.closed#3", indicator: "grid.event.closed", level: 3, when: { op: "<", value: 95 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "grid.event.closed#2", indicator: "grid.event.closed", level: 2, when: { op: "<", value: 90 }, holdMs: 60_000, deadband: 0.5, source: DEFAULT },
  { id: "grid.event.overdue#3", indicator: "grid.event.overdue", level: 3, when: { op: ">=", value: 20 }, holdMs: 0, deadband: 1, source: DEFAULT },
  { id: "grid.event.overdue#2", indicator: "grid.event.overdue", level: 2, when: { op: ">=", value: 50 }, holdMs: 0, deadband: 1, source: DEFAULT },
  { id: "grid.dispute.resolve#3", indicator: "grid.dispute.resolve", level: 3, when: { op: "<", value: 95 }, holdMs: 0, deadband: 0.5, source: DEFAULT },
  { id: "grid.visit.keyperson#3", indicator: "grid.visit.keyperson", level: 3, when: { op: "<", value: 90 }, holdMs: 0, deadband: 0.5, source: DEFAULT },
  { id: "grid.visit.keyperson#2", indicator: "grid.visit.keyperson", level: 2, when: { op: "<", value: 80 }, holdMs: 0, deadband: 0.5, source: DEFAULT },
  { id: "grid.petition.group#2", indicator: "grid.petition.group", level: 2, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: DEFAULT, says: { zh: "有群体访，是否五十人以上须核实", en: "a group petition; verify whether by 50 people or more" } },
  { id: "grid.school.patrol#3", indicator: "grid.school.patrol", level: 3, when: { op: "<", value: 95 }, holdMs: 0, deadband: 0.5, source: DEFAULT },
];
