import { may } from "../../model/account.ts";
import { CONSEQUENCE_TABLES, gradeOf, type ConsequenceKind } from "../../model/consequence.ts";
import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Incident } from "../../model/incident.ts";
import type { Grade } from "../../model/words.ts";
import type { Asking } from "./asking.ts";
import { mustMove, one } from "./incident-commands.ts";

const RIGHT = { 4: "grade4", 3: "grade3", 2: "gradeAny", 1: "gradeAny" } as const satisfies Readonly<Record<Grade, string>>;
/** The right that a grade needs; who has not graded yet sets the lightest. */
export const rightToGrade = (grade: Grade | undefined): (typeof RIGHT)[Grade] => RIGHT[grade ?? 4];

/** What the law's table for its type makes of what is known of an incident; undefined where the law has none for it, or it says nothing of what is known. */
export function byTable(asking: Asking, { type, consequence }: Pick<Incident, "type" | "consequence">): { readonly grade: Grade; readonly because: ConsequenceKind; readonly source: string } | undefined {
  const name = asking.needs.incidentType(type)?.gradedBy;
  const table = name && CONSEQUENCE_TABLES[name];
  const told = table && consequence && gradeOf(table, consequence);
  return told ? { ...told, source: table.source } : undefined;
}

/** A person grades. What the law's table says stands beside it; who says less holds the right to the grade of the table, and has the reason in the journal. */
export function grade(asking: Asking, { incident: id, grade: level, reason, consequence: told }: CommandData<"incident.grade">): Decision {
  asking.right("grade4");
  const incident = asking.incident(id);
  asking.right(rightToGrade(level));
  mustMove(incident, "grade", "incident.grade");
  const consequence = told && { ...incident.consequence, ...told };
  const table = byTable(asking, { ...incident, ...(consequence && { consequence }) });
  if (table && level > table.grade && !may(asking.actor, rightToGrade(table.grade)))
    asking.noRight(`grades ${level} what is ${table.grade} by ${table.source} (${table.because}); who says less needs the right "${rightToGrade(table.grade)}"`);
  const decision = one("incident.grade", asking, incident, { grade: level, reason, ...(consequence && { consequence }), ...(table && { byTable: { grade: table.grade, because: table.because } }) });
  return { ...decision, result: { ...decision.result, ...(table && { byTable: table }) } };
}
