import { commandData, isCommandKind } from "../../model/command-data.ts";
import type { CommandData, CommandKind } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import type { Incident } from "../../model/incident.ts";
import type { TimerRow } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import type { NeedsSecond } from "../../model/second-person.ts";
import type { Task } from "../../model/task.ts";
import type { Due } from "../../model/timer.ts";
import * as after from "./after.ts";
import { Asking, type Asker } from "./asking.ts";
import { cancel } from "./cancel.ts";
import { limitPasses } from "./due.ts";
import { INCIDENT_FOLDS } from "./fold/incident.ts";
import { keepStanding } from "./fold/kept.ts";
import { LIMIT_FOLDS } from "./fold/limit.ts";
import { Standing } from "./fold/standing.ts";
import { TASK_FOLDS } from "./fold/task.ts";
import { grade } from "./grade.ts";
import * as onIncident from "./incident-commands.ts";
import { LIMIT, Limits } from "./limits.ts";
import { merge } from "./merge.ts";
import type { IncidentsNeeds } from "./needs.ts";
import * as orders from "./orders.ts";
import { remind, supervise } from "./pressing.ts";
import { resume, suspend, SUSPENSION, suspensionEnds } from "./suspension.ts";
import * as onTask from "./task-commands.ts";
import { note, reached } from "./told.ts";
import { escalate, transfer } from "./transfer.ts";
import { draftsOf } from "./unwritten.ts";
import { update } from "./update.ts";

/** Incidents and tasks of one situation: a fold of its journal, and what may be done to it. */
export interface Incidents extends Fold {
  /**
   * Decides a command of kind `incident.*` or `task.*` and changes nothing.
   * @param now server time, epoch ms
   * @param confirmedBy the second person, once there is one
   * @throws Problem bad_request, bad_time, no_right, not_found, illegal_transition or guard
   */
  decide(actor: Asker, kind: string, data: unknown, now: number, confirmedBy?: string): IncidentDecision;
  /** What its timers come to, by their kind. */
  readonly dues: Readonly<Record<string, Due>>;
  /** Rows of limits that are not among those that are stored, of what is open: from before there were any. */
  limitsMissing(stored: ReadonlySet<string>, now: number): TimerRow[];
  incident(id: string): Incident | undefined;
  task(id: string): Task | undefined;
  incidents(): Iterable<Incident>;
  /** Those of the journal alone. */
  written(): Iterable<Incident>;
  tasks(): Iterable<Task>;
}

export type IncidentDecision = Decision & { readonly second?: NeedsSecond };
type Deciders = { readonly [K in CommandKind]?: (asking: Asking, data: CommandData<K>) => IncidentDecision };
const DECIDERS: Deciders = {
  "incident.report": onIncident.report,
  "incident.verify": onIncident.verify,
  "incident.grade": grade,
  "incident.close": onIncident.close,
  "incident.update": update,
  "incident.reject": onIncident.reject,
  "incident.merge": merge,
  "incident.suspend": suspend,
  "incident.resume": resume,
  "incident.escalate": escalate,
  "incident.transfer": transfer,
  "incident.cancel": cancel,
  "incident.reopen": after.reopen,
  "incident.evaluate": after.evaluate,
  "task.dispatch": orders.dispatch,
  "task.dispatchMany": orders.dispatchMany,
  "task.accept": (asking, data) => onTask.receive(asking, "task.accept", data),
  "task.arrive": (asking, data) => onTask.receive(asking, "task.arrive", data),
  "task.report": (asking, data) => onTask.receive(asking, "task.report", data),
  "task.finish": (asking, data) => onTask.receive(asking, "task.finish", data),
  "task.check": onTask.check,
  "task.return": onTask.giveBack,
  "task.withdraw": onTask.withdraw,
  "task.difficulty": onTask.difficulty,
  "task.delivered": (asking, data) => reached(asking, "task.delivered", data),
  "task.seen": (asking, data) => reached(asking, "task.seen", data),
  "task.note": note,
  "task.remind": remind,
  "task.supervise": supervise,
};

export function createIncidents(needs: IncidentsNeeds): Incidents {
  const standing = new Standing({ ...INCIDENT_FOLDS, ...TASK_FOLDS, ...LIMIT_FOLDS });
  const limits = new Limits(needs, standing);
  /** What nobody has acted on yet. */
  const unwritten = (id: string): Incident | undefined => (standing.incidents.has(id) ? undefined : needs.unwritten?.get(id));
  /** Decided about incidents that are not written, they are written first, as they stand. */
  function withWritten(decision: IncidentDecision): IncidentDecision {
    const named = new Set(decision.drafts.flatMap(({ body }) => [(body as { incident?: unknown }).incident, (body as { into?: unknown }).into]).filter((id) => typeof id === "string"));
    const first = [...named].flatMap((id) => unwritten(id) ?? []).flatMap(draftsOf);
    return first.length === 0 ? decision : { ...decision, drafts: [...first, ...decision.drafts] };
  }
  /** What is taken up again has its limits again. */
  const resuming = (ends: Due): Due => ({
    ...ends,
    due(timer, now, lateMs) {
      const decision = ends.due(timer, now, lateMs);
      return decision && limits.with({ ...decision, result: {} }, now, "");
    },
  });
  return {
    kept: keepStanding(standing),
    apply: (entry) => standing.apply(entry),
    dues: { [SUSPENSION]: resuming(suspensionEnds(standing)), [LIMIT]: limitPasses(standing, limits, needs) },
    limitsMissing: (stored, now) => limits.missing(stored, now),
    decide(actor, kind, data, now, confirmedBy) {
      const decider = isCommandKind(kind) ? DECIDERS[kind] : undefined;
      if (!decider) throw new Problem("bad_request", `"${kind}" is no command on incidents or tasks. Known: ${Object.keys(DECIDERS).join(", ")}.`);
      const asked = commandData(kind as CommandKind, data);
      return limits.with(withWritten((decider as (asking: Asking, data: unknown) => IncidentDecision)(new Asking(actor, now, needs, standing, confirmedBy), asked)), now, actor.region);
    },
    incident: (id) => standing.incidents.get(id) ?? unwritten(id),
    task: (id) => standing.tasks.get(id),
    *incidents() {
      yield* standing.incidents.values();
      for (const incident of needs.unwritten?.all() ?? []) if (!standing.incidents.has(incident.id)) yield incident;
    },
    written: () => standing.incidents.values(),
    tasks: () => standing.tasks.values(),
  };
}
