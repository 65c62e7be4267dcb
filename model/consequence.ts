import type { Grade } from "./words.ts";

/** What came of an incident, as far as it is known; what is left out is not known, and is not zero. */
export interface Consequence {
  /** Persons. */
  readonly deaths?: number;
  /** Serious injuries, persons (重伤，含急性工业中毒). */
  readonly injured?: number;
  /** Direct loss, 万元. */
  readonly lossWan?: number;
  /** Of a provincial grid of 20 GW and more: share of the load that was lost, percent. */
  readonly loadLostPercent?: number;
  /** Burnt forest, hectares. */
  readonly burntHa?: number;
}
export type ConsequenceKind = keyof Consequence;

/** From which number on a grade holds, 4 to 1; 以上 includes the number, 以下 does not. */
type From = readonly [ordinary: number, major: number, serious: number, extreme: number];
export interface ConsequenceTable {
  readonly limits: Readonly<Partial<Record<ConsequenceKind, From>>>;
  readonly source: string;
}

const DEATHS: From = [0, 3, 10, 30];
/**
 * The tables that law lays down. Floods, typhoons, epidemics and social-security events have none: a duty officer grades them by the special plan and
 * writes down the reason.
 */
export const CONSEQUENCE_TABLES = {
  safety: { limits: { deaths: DEATHS, injured: [0, 10, 50, 100], lossWan: [0, 1_000, 5_000, 10_000] }, source: "国务院令第493号《生产安全事故报告和调查处理条例》第三条" },
  grid: { limits: { loadLostPercent: [5, 10, 13, 30] }, source: "国务院令第599号《电力安全事故应急处置和调查处理条例》附表（电网负荷2000万千瓦以上）" },
  forest: { limits: { burntHa: [0, 1, 100, 1_000], deaths: DEATHS, injured: [0, 10, 50, 100] }, source: "《森林防火条例》第四十条" },
  geology: { limits: { deaths: DEATHS, lossWan: [0, 100, 500, 1_000] }, source: "《地质灾害防治条例》第四条" },
} as const satisfies Readonly<Record<string, ConsequenceTable>>;
export type ConsequenceTableName = keyof typeof CONSEQUENCE_TABLES;

/** A grade and which number makes it: the gravest of those that are known. */
export interface GradeByTable {
  readonly grade: Grade;
  readonly because: ConsequenceKind;
}
/** The least grade that the law gives these consequences; null where nothing that the table speaks of is known, or it is below the lowest grade. */
export function gradeOf({ limits }: ConsequenceTable, known: Consequence): GradeByTable | null {
  let gravest: GradeByTable | null = null;
  for (const [kind, from] of Object.entries(limits) as [ConsequenceKind, From][]) {
    const value = known[kind];
    if (value === undefined) continue;
    const reached = from.filter((limit) => value >= limit).length;
    if (reached === 0) continue;
    const grade = (5 - reached) as Grade;
    if (!gravest || grade < gravest.grade) gravest = { grade, because: kind };
  }
  return gravest;
}
