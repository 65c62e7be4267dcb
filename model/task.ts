import type { IncidentStep } from "./incident.ts";
import type { LimitsPassed } from "./limit.ts";
import type { RegionCode } from "./region.ts";
import { DAY } from "./time.ts";

export const TASK_STATES = ["dispatched", "accepted", "onScene", "handling", "finished", "closed", "returned", "withdrawn"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** The longest limit of the catalogue within which an incident must be closed (2,160 h): no order runs longer. */
export const LONGEST_ORDER_MS = 90 * DAY;

/** How far an order has come, as its unit tells it; 送达 and 已读 move nothing, and what is read has been delivered. */
export const RUNGS = ["sent", "delivered", "seen", "accepted", "arrived", "handling", "finished", "checked"] as const;
export type Rung = (typeof RUNGS)[number];
/** When each rung was reached, as far as it was: what is told afterwards (补报) stands at its own time. */
export type Ladder = Readonly<Partial<Record<Rung, string>>>;

/** An order to a unit (任务). Times are RFC 3339. */
export interface Task {
  readonly id: string;
  readonly incident: string;
  readonly unit: string;
  readonly text: string;
  readonly deadline: string;
  readonly state: TaskState;
  readonly dispatchedBy: string;
  /** The dispatcher's region: who may take the order back sits there or above. */
  readonly dispatchedFrom: string;
  readonly dispatchedAt: string;
  /** Regions that were skipped and receive a copy (越级). */
  readonly copied: readonly string[];
  readonly difficulty?: string;
  /** What is to be done one after the other, and by what it is known to be done. */
  readonly steps?: readonly { readonly text: string; readonly doneAt?: string }[];
  readonly success?: string;
  /** The plan that it follows. */
  readonly plan?: string;
  readonly ladder?: Ladder;
  /** How far its limits have been passed that run now. */
  readonly limits?: LimitsPassed;
  /** Limits that were missed in a row. */
  readonly missed?: number;
  /** To whose leader it was last supervised (督办), and how often. */
  readonly supervised?: { readonly to: RegionCode; readonly at: string; readonly times: number };
  /** With its last supervision its unit had so many within 30 days, on whatever orders, and is to be named to those above it (通报); see notice.ts. */
  readonly notice?: { readonly times: number };
  readonly log: readonly IncidentStep[];
}

export type TaskMove = "accept" | "arrive" | "report" | "finish" | "pass" | "fail" | "return" | "withdraw" | "difficulty" | "remind" | "supervise";

const MOVES: Readonly<Partial<Record<TaskState, Partial<Record<TaskMove, TaskState>>>>> = {
  dispatched: { accept: "accepted", return: "returned", withdraw: "withdrawn", difficulty: "dispatched", remind: "dispatched", supervise: "dispatched" },
  accepted: { arrive: "onScene", withdraw: "withdrawn", difficulty: "accepted", remind: "accepted", supervise: "accepted" },
  onScene: { report: "handling", withdraw: "withdrawn", difficulty: "onScene", remind: "onScene", supervise: "onScene" },
  handling: { report: "handling", finish: "finished", withdraw: "withdrawn", difficulty: "handling", remind: "handling", supervise: "handling" },
  finished: { pass: "closed", fail: "handling" },
  returned: { withdraw: "withdrawn" },
};
/** Where a move leads, or undefined when it is not legal there. */
export const moveTask = (state: TaskState, move: TaskMove): TaskState | undefined => MOVES[state]?.[move];

const COMMAND_OF: Readonly<Record<TaskMove, string>> = {
  accept: "task.accept", arrive: "task.arrive", report: "task.report", finish: "task.finish",
  pass: "task.check", fail: "task.check", return: "task.return", withdraw: "task.withdraw", difficulty: "task.difficulty", remind: "task.remind", supervise: "task.supervise",
};
/** Command kinds that are legal on a task now. */
export const legalOnTask = (state: TaskState): string[] => [
  ...new Set((Object.keys(MOVES[state] ?? {}) as TaskMove[]).map((move) => COMMAND_OF[move])),
];
/** Nothing more is awaited of the unit. */
export const isTaskDone = (state: TaskState): boolean => state === "closed" || state === "withdrawn" || state === "returned";
/** True when an incident with tasks in these states waits for its check. A returned order was carried out by nobody: somebody gives it anew and withdraws it. */
export const areTasksSettled = (states: readonly TaskState[]): boolean => states.every((state) => state === "closed" || state === "withdrawn");
