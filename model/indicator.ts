import type { Level, RegionCode } from "./region.ts";
import type { Class, Words } from "./words.ts";

export const ROLLUPS = ["sum", "mean", "wmean", "ratio", "max", "min", "last", "count"] as const;
/** How children add up to a parent. `wmean` weighs by the sample's weight; `ratio` is Σnum/Σden; `count` counts leaves with a value. */
export type Rollup = (typeof ROLLUPS)[number];

/** Roll-ups that are withheld below MIN_COVERAGE; the others are shown with their coverage. */
export const WITHHELD_WHEN_PARTIAL: ReadonlySet<Rollup> = new Set(["mean", "wmean", "ratio"]);

/** What is measured (指标). Declared by a topic pack; the id is the catalogue's code. */
export interface Indicator {
  readonly id: string;
  readonly title: Words;
  /** What it is, in one Chinese sentence, for the dictionary. */
  readonly definition: string;
  /** As shown: m, mm, %, 户 … Empty for a pure index. */
  readonly unit: string;
  /** The unit in English, where the word that model/units.ts has for it would not do. */
  readonly unitEn?: string;
  /** The same unit in UCUM spelling where that differs (Cel, m3/s, d): a sample may name either. */
  readonly unitCode?: string;
  /** Decimals that may be shown; frames carry integers scaled by it. */
  readonly decimals: number;
  /** Where raw samples originate: a region level, or `site`. */
  readonly leaf: Level | "site";
  /** The kind of site, when leaf is `site`. */
  readonly siteKind?: string;
  readonly rollup: Rollup;
  /** Names of numerator and denominator, for ratios. */
  readonly numerator?: string;
  readonly denominator?: string;
  /** What a weighted mean weighs by. */
  readonly weight?: string;
  /** Declared interval T of the source. */
  readonly cadenceMs: number;
  /** What to say where the source states that there is none now, instead of a dash. */
  readonly none?: Words;
  /** What to say for a value of 0 where that is no amount: 圈内, 圈外. */
  readonly zero?: Words;
  /** What its numbers rest on that is older than they are, in few words to stand beside them: 2010 普查. */
  readonly basis?: Words;
  /** Which way is worse; `band`: both, `none`: neither. */
  readonly worse: "higher" | "lower" | "band" | "none";
  /** Physically possible values; outside is quarantined. */
  readonly range: readonly [number, number];
  /** Regions of its leaf level that have what it counts; elsewhere nothing is expected and nothing is missing; what is told all the same is taken. Absent: all of them. */
  readonly where?: readonly RegionCode[];
  /** Counts people: under 5 below town is withheld. */
  readonly people?: boolean;
  /** Counts what the loop has open, or what of it is graded 较大以上: in a played world it follows what people report, grade and close there. */
  readonly counts?: "incidents" | "majorIncidents";
  readonly class: Class;
  readonly owner: string;
  readonly source: string;
  readonly version: number;
}
