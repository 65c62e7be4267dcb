import type { Limits } from "./topic.ts";
import { MINUTE } from "./time.ts";
import type { Grade, Severity, Words } from "./words.ts";
import { afterWorking } from "./working-time.ts";

/** What people are given a time for (限时): each begins with one step of the work and ends with the next. */
export const LIMITS = ["verify", "grade", "dispatch", "accept", "arrive", "report", "deadline", "return", "check", "takeOver"] as const;
export type LimitName = (typeof LIMITS)[number];
export const LIMIT_WORDS: Readonly<Record<LimitName, Words>> = {
  verify: { zh: "核实", en: "Verification" }, grade: { zh: "定级", en: "Grading" }, dispatch: { zh: "派单", en: "Dispatch" }, accept: { zh: "签收", en: "Acceptance" }, arrive: { zh: "到场", en: "Arrival" },
  report: { zh: "反馈", en: "Report" }, deadline: { zh: "办结", en: "Deadline" }, return: { zh: "退回处理", en: "Return" }, check: { zh: "核查", en: "Check" }, takeOver: { zh: "上级接管", en: "Taking over" },
};

/** At these shares of a limit, in percent, something is done: 催办, 催办, 督办, 升级 (governance a7). */
export const STEPS = [80, 100, 120, 150] as const;
export type LimitStep = (typeof STEPS)[number];
/** The last step that each limit has passed. */
export type LimitsPassed = Readonly<Partial<Record<LimitName, LimitStep>>>;

/** What a row of a timer says of a limit. */
export interface LimitTimer {
  readonly limit: LimitName;
  readonly incident: string;
  readonly task?: string;
  readonly percent: LimitStep;
  readonly lengthMs: number;
  readonly counts: Counts;
  /** It went to the next level before its end. */
  readonly isEscalated?: true;
}

/** Minutes at red where neither the type of incident nor the order itself says another (governance a7). */
const AT_RED_MIN: Readonly<Record<Exclude<LimitName, "deadline" | "arrive">, number>> = { verify: 5, grade: 10, dispatch: 3, accept: 5, report: 30, return: 10, check: 60, takeOver: 5 };
const LONGER: Readonly<Record<Severity, number>> = { 1: 1, 2: 1.5, 3: 2, 4: 4 };
/** However long the type allows between two reports, an incident of this grade waits no longer. */
const REPORT_WITHIN_MIN: Readonly<Record<Grade, number>> = { 1: 30, 2: 30, 3: 60, 4: 240 };

/**
 * How long people have, ms; null where nothing limits them: nobody travels for it, or the order says its own deadline.
 * @param type of the incident; what it says itself comes before the general limit
 */
export function limitMs(name: Exclude<LimitName, "deadline">, type: Pick<Limits, "verifyMin" | "acceptMin" | "arriveMin" | "reportMin">, severity: Severity, grade?: Grade): number | null {
  if (name === "verify") return type.verifyMin * MINUTE;
  if (name === "accept") return type.acceptMin * MINUTE;
  if (name === "arrive") return type.arriveMin === undefined ? null : type.arriveMin * MINUTE;
  if (name === "report") return Math.min(type.reportMin, grade === undefined ? Number.POSITIVE_INFINITY : REPORT_WITHIN_MIN[grade]) * MINUTE;
  // Who is to take over what was escalated is not given longer for a lighter colour.
  if (name === "takeOver") return AT_RED_MIN.takeOver * MINUTE;
  return AT_RED_MIN[name] * LONGER[severity] * MINUTE;
}

/** Office hours, or round the clock: an emergency mode, and a grade of 较大 and graver, know no evening. */
export type Counts = "round" | "working";
export const countsAs = (grade: Grade | undefined, isEmergency: boolean): Counts => (isEmergency || grade === undefined || grade <= 3 ? "round" : "working");

/** The instant at which so much of a limit has passed since another of its steps, or since it began. */
export const passedAt = ({ lengthMs, counts }: { readonly lengthMs: number; readonly counts: Counts }, since: number, percent: number): number =>
  counts === "round" ? since + (lengthMs * percent) / 100 : afterWorking(since, (lengthMs * percent) / 100);
/** The instant at which a step of a limit falls due. */
export function stepAt({ startedAt, lengthMs, counts }: { readonly startedAt: number; readonly lengthMs: number; readonly counts: Counts }, percent: LimitStep): number {
  return passedAt({ lengthMs, counts }, startedAt, percent);
}
/** The step behind one, null behind the last. */
export const nextStep = (percent: LimitStep): LimitStep | null => STEPS[STEPS.indexOf(percent) + 1] ?? null;
