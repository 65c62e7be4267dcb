import type { Entry } from "../../../model/journal.ts";
import { moveIncident } from "../../../model/incident.ts";
import { LIMIT_WORDS, type LimitName, type LimitStep } from "../../../model/limit.ts";
import { NOTICE_TIMES, stillCounting } from "../../../model/notice.ts";
import type { Rung, Task, TaskMove } from "../../../model/task.ts";
import { parseTime } from "../../../model/time.ts";
import type { Bodies } from "../entries.ts";
import { APART_MS } from "../occurred.ts";
import { stepOf, type Folds, type Standing } from "./standing.ts";

const RUNG: Partial<Record<TaskMove, Rung>> = { accept: "accepted", arrive: "arrived", report: "handling", finish: "finished" };
/** Something the unit told: at its own time, where that is said. */
const evidence = ({ at }: Entry, { occurredAt, steps: _steps, task: _task, text = "", ...more }: Bodies["task.accept"]) => ({
  text, ...more, ...(occurredAt !== undefined && { occurredAt }), ...(occurredAt !== undefined && parseTime(at)! - parseTime(occurredAt)! > APART_MS && { isLate: true as const }),
});
const receipt = (move: TaskMove) => (standing: Standing, entry: Entry, said: Bodies["task.accept"]): void => {
  const { task: id, occurredAt = entry.at, steps } = said;
  const before = standing.tasks.get(id);
  const rung = RUNG[move];
  standing.moveTask(id, move, entry, evidence(entry, said), {
    ...(rung && { ladder: { ...before?.ladder, [rung]: (rung === "handling" && before?.ladder?.handling) || occurredAt } }),
    ...(steps && before?.steps && { steps: before.steps.map((step, i) => (steps.includes(i) && step.doneAt === undefined ? { ...step, doneAt: occurredAt } : step)) }),
  });
};
/** Adds to the ladder of an order, and to no state. */
const rung = (which: "delivered" | "seen") => (standing: Standing, entry: Entry, { task: id }: Bodies["task.seen"]): void => {
  const task = standing.tasks.get(id);
  if (task) standing.tasks.set(id, { ...task, ladder: { ...task.ladder, ...(which === "seen" && { delivered: task.ladder?.delivered ?? entry.at }), [which]: entry.at }, log: [...task.log, stepOf(entry, { text: "" })] });
};
/** @returns how often the unit has been supervised within the time that counts, this one included */
function supervisedAgain({ supervisions }: Standing, unit: string, at: number): number {
  const counting = [...stillCounting(supervisions.get(unit) ?? [], at), at];
  supervisions.set(unit, counting);
  return counting.length;
}
const passed = (limit: LimitName | undefined, percent: LimitStep | undefined): string => (limit === undefined ? "" : `限时“${LIMIT_WORDS[limit].zh}”已过${percent}%`);

/** Entries of tasks, which their incident's log tells as well. */
export const TASK_FOLDS: Folds<Extract<keyof Folds, `task.${string}`>> = {
  "task.dispatch"(standing, entry, { task: id, incident, unit, text, deadline, from, copied, steps, success, plan }) {
    standing.tasks.set(id, {
      id, incident, unit, text, deadline, state: "dispatched", dispatchedBy: entry.actor, dispatchedFrom: from, dispatchedAt: entry.at, copied, ladder: { sent: entry.at },
      ...(steps && { steps: steps.map((each) => ({ text: each })) }), ...(success !== undefined && { success }), ...(plan !== undefined && { plan }),
      log: [stepOf(entry, { text })],
    });
    const tasks = [...(standing.incidents.get(incident)?.tasks ?? []), id];
    standing.moveIncident(incident, "dispatched", entry, { text, task: id }, { tasks });
  },
  "task.accept": receipt("accept"),
  "task.arrive": receipt("arrive"),
  "task.report": receipt("report"),
  "task.finish": receipt("finish"),
  "task.check"(standing, entry, { task: id, passed, text }) {
    const { finished: _finished, ...before }: Task["ladder"] & object = standing.tasks.get(id)?.ladder ?? {};
    const ladder = passed ? { ...standing.tasks.get(id)?.ladder, checked: entry.at } : before;
    const task = standing.moveTask(id, passed ? "pass" : "fail", entry, { text, passed }, { ladder });
    const incident = task && standing.incidents.get(task.incident);
    if (!passed && incident && moveIncident(incident.state, "checkFailed"))
      standing.incidents.set(incident.id, { ...incident, state: moveIncident(incident.state, "checkFailed")! });
  },
  "task.delivered": rung("delivered"),
  "task.seen": rung("seen"),
  "task.note"(standing, entry, said) {
    const task = standing.tasks.get(said.task);
    if (!task) return;
    standing.tasks.set(task.id, { ...task, log: [...task.log, stepOf(entry, evidence(entry, said))] });
    standing.note(task.incident, entry, { ...evidence(entry, said), task: task.id });
  },
  "task.remind": (standing, entry, { task, text = "", limit, percent }) => void standing.moveTask(task, "remind", entry, { text: text || passed(limit, percent) }),
  "task.supervise"(standing, entry, { task: id, text, to, deadline }) {
    const task = standing.tasks.get(id);
    const times = (task?.supervised?.times ?? 0) + 1;
    const ofUnit = task ? supervisedAgain(standing, task.unit, parseTime(entry.at)!) : 0;
    standing.moveTask(id, "supervise", entry, { text, region: to }, { supervised: { to, at: entry.at, times }, ...(ofUnit >= NOTICE_TIMES && { notice: { times: ofUnit } }), ...(deadline !== undefined && { deadline }) });
  },
  "task.return": (standing, entry, { task, reason }) => void standing.moveTask(task, "return", entry, { text: reason }),
  "task.withdraw": (standing, entry, { task, reason }) => void standing.moveTask(task, "withdraw", entry, { text: reason }),
  "task.difficulty": (standing, entry, { task, text }) => void standing.moveTask(task, "difficulty", entry, { text }, { difficulty: text }),
};
