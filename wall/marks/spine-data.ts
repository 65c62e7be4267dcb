import type { Severity } from "../../model/words.ts";

export interface SpineMark {
  readonly id: string;
  readonly at: number;
  /** Of what came over a time, its end; absent = all at `at`. */
  readonly lastAt?: number;
  readonly label: string;
  /** Extrapolated or forecast: wisteria, dashed. */
  readonly notActual?: boolean;
  readonly severity?: Severity;
  readonly issued?: boolean;
  /** The greater stays when two words want the same room. */
  readonly weight?: number;
  /** Where it was found, for findings: those that would touch are told together, each place counted once. */
  readonly places?: readonly string[];
}
export interface SpinePhase {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** A level that has stood: a bar at the top, its shape where it begins. */
  readonly severity?: Severity;
  readonly issued?: boolean;
  /** A window that is expected: wisteria block. */
  readonly notActual?: boolean;
}
/** One part of the wall's line of time; the parts of all displays together are the whole. */
export interface SpineData {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly marks: readonly SpineMark[];
  readonly phases?: readonly SpinePhase[];
  /** 等 {n} 档, behind the gravest of levels that follow each other too closely for a shape each. */
  readonly levelsWord?: (n: number) => string;
  /** The whole line begins here: what comes from before it has its shape where the line begins. */
  readonly first?: boolean;
  /** A series behind: rain of each hour, events of each quarter. */
  readonly series?: readonly (readonly [at: number, value: number | null])[];
  readonly seriesMax?: number;
  /** Each value stands for so long a time that ends at its own: a step, not a slope. */
  readonly seriesEveryMs?: number;
  /** Before the highest of all steps: 最多. */
  readonly mostWord?: string;
  /** Marks are told by their day: the line is so long that hours say nothing. */
  readonly byDay?: boolean;
  /** The word of a world that does not run any more (已停止): it stands where 现在 stood, and nothing is ahead. */
  readonly stopped?: string;
  /** The display is cut off: when its picture stands, the fullest words first (画面停在 13:20, 13:20). They stand where 现在 stands, and `now` is that moment. */
  readonly stands?: readonly string[];
  /** The moment itself, where `now` moves on in steps: what has been by then is not ahead. Absent = `now`. */
  readonly exactly?: number;
  /** What stands on the line has not come yet: 正在取数. */
  readonly awaited?: string;
  /** The moment that people have sent the wall to, and its words (所看时刻 13:20); `beyond` = it lies outside the whole line, and this part is the one at that edge. */
  readonly looked?: { readonly at: number; readonly words: string; readonly beyond?: "before" | "after" };
  /** Of which place the line tells, where that is not the whole province that the wall looks at. */
  readonly where?: string;
  /** What the series is; only on the first part. */
  readonly title?: string;
}
