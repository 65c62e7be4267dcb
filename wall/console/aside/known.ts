import { CONSEQUENCE_TABLES, gradeOf, type Consequence, type ConsequenceKind, type ConsequenceTable, type ConsequenceTableName, type GradeByTable } from "../../../model/consequence.ts";
import type { Grade } from "../../../model/words.ts";
import { t } from "./words.ts";

/** What is asked about an incident's consequences, in the order of the law's tables. */
export const KINDS: readonly ConsequenceKind[] = ["deaths", "injured", "lossWan", "loadLostPercent", "burntHa"];
const WORD: Readonly<Record<ConsequenceKind, Parameters<typeof t>[0]>> = { deaths: "死亡人数", injured: "重伤人数", lossWan: "直接损失（万元）", loadLostPercent: "减供负荷（%）", burntHa: "过火面积（公顷）" };
export const kindWord = (kind: ConsequenceKind): string => t(WORD[kind]);
/** People are counted in whole numbers. */
export const isCount = (kind: ConsequenceKind): boolean => kind === "deaths" || kind === "injured";

/** The fields that a type's table speaks of; of a type without one all: they are told, though they grade nothing. */
export const kindsOf = (table: ConsequenceTableName | undefined): readonly ConsequenceKind[] => (table === undefined ? KINDS : KINDS.filter((kind) => kind in CONSEQUENCE_TABLES[table].limits));

/** What was written into the fields; an empty one is not known, and is no zero. Undefined where nothing is known. */
export function knownFrom(written: Readonly<Partial<Record<ConsequenceKind, string>>>): Consequence | undefined {
  const known: Partial<Record<ConsequenceKind, number>> = {};
  for (const kind of KINDS) {
    const text = written[kind]?.trim() ?? "";
    const n = Number(text);
    if (text !== "" && Number.isFinite(n) && n >= 0 && (!isCount(kind) || Number.isInteger(n))) known[kind] = n;
  }
  return Object.keys(known).length > 0 ? known : undefined;
}
/** What the law's table makes of it; null where it has nothing to say. */
export function byTable(table: ConsequenceTableName | undefined, known: Consequence | undefined): (GradeByTable & { readonly source: string }) | null {
  if (table === undefined || known === undefined) return null;
  const of: ConsequenceTable = CONSEQUENCE_TABLES[table];
  const found = gradeOf(of, known);
  return found && { ...found, source: of.source };
}
/** How a grade that a person chose stands to the table's: 1 is the gravest. */
export const against = (chosen: Grade | null, table: Grade | undefined): "lighter" | "graver" | null => (chosen === null || table === undefined || chosen === table ? null : chosen > table ? "lighter" : "graver");
