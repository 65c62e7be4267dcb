import type { AlertState } from "./alert.ts";
import type { Severity } from "./words.ts";

/** Where a member of a group stands. */
export type GroupStanding = AlertState;

/** When a desk was last told of a group: pure of the entries, so that a restart tells nothing twice. */
export interface Told {
  /** Seq of the entry that it was told with: no two are alike. */
  readonly seq: number;
  /** RFC 3339, people's time. */
  readonly at: string;
  /** How many members had asked by then. */
  readonly size: number;
  readonly severity: Severity;
  readonly why: "new" | "grown" | "graver" | "again";
}

/** Alerts of one cause in one area and topic (告警组): lossless, each member still stands by itself. */
export interface AlertGroup {
  /** cause × area × topic; of a city the text of `Alert.group`. */
  readonly id: string;
  readonly indicator: string;
  readonly area: string;
  readonly topic: string;
  /** Members by where they stand; together all that were ever raised in it. */
  readonly counts: Readonly<Record<GroupStanding, number>>;
  /** Those that ask or are seen to, by level: neither closed nor covered. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Null while none asks. */
  readonly gravest: Severity | null;
  /** Red ones that nobody has acknowledged: each is painted by itself, however large its group is. */
  readonly critical: readonly string[];
  /** How many of it open and close again and again (抖动). */
  readonly chattering: number;
  readonly newestAt: string;
  /** Seq of its newest entry: whoever acknowledges the group acknowledges what stood by then. */
  readonly upTo: number;
  /** Null while none of it has asked since all of it was closed. */
  readonly told: Told | null;
}

/** The sizes at which a group is told again: 1, 3, 10, 30, 100 … */
export function toldAt(size: number): number {
  let step = 1;
  for (let tenfold = 1; tenfold <= size; tenfold *= 10) step = size >= 3 * tenfold ? 3 * tenfold : tenfold;
  return step;
}

export interface Asking {
  readonly seq: number;
  readonly at: string;
  /** Members that have asked since all of it was closed last, the one that asks now included. */
  readonly size: number;
  readonly severity: Severity;
  /** Before it asked: the gravest that was not closed, and whether nobody waited to be seen. */
  readonly gravestBefore: Severity | null;
  readonly wasSeen: boolean;
}
/** What is told when a member asks; the former when it is not told again. */
export function nextTold(before: Told | null, { seq, at, size, severity, gravestBefore, wasSeen }: Asking): Told {
  const isGraver = gravestBefore === null || severity < gravestBefore;
  const gravest = isGraver ? severity : gravestBefore;
  const why = before === null || (wasSeen && !isGraver) || gravestBefore === null ? "new" : isGraver ? "graver" : toldAt(size) > toldAt(before.size) ? "grown" : null;
  return why === null ? before! : { seq, at, size, severity: gravest, why };
}

/** Nothing is lost in a group: what was raised is what stands in them, wherever it stands. */
export function conserved(raised: number, groups: Iterable<Pick<AlertGroup, "counts">>): boolean {
  let standing = 0;
  for (const { counts } of groups) for (const n of Object.values(counts)) standing += n;
  return standing === raised;
}
