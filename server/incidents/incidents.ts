import type { Actor } from "../../model/account.ts";
import { commandData, isCommandKind } from "../../model/command-data.ts";
import type { CommandData, CommandKind } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import type { Incident } from "../../model/incident.ts";
import { Problem } from "../../model/problem.ts";
import type { Task } from "../../model/task.ts";
import { Asking } from "./asking.ts";
import { Standing } from "./fold.ts";
import * as onIncident from "./incident-commands.ts";
import { draftsOf } from "./unwritten.ts";
import * as onTask from "./task-commands.ts";
import type { IncidentsNeeds } from "./needs.ts";

/** Incidents and tasks of one situation: a fold of its journal, and what may be done to it. */
export interface Incidents extends Fold {
  /**
   * Decides a command of kind `incident.*` or `task.*` and changes nothing.
   * @param now server time, epoch ms
   * @throws Problem bad_request, bad_time, no_right, not_found, illegal_transition or guard
   */
  decide(actor: Actor, kind: string, data: unknown, now: number): Decision;
  incident(id: string): Incident | undefined;
  task(id: string): Task | undefined;
  incidents(): Iterable<Incident>;
  /** Those of the journal alone. */
  written(): Iterable<Incident>;
  tasks(): Iterable<Task>;
}

type Deciders = { readonly [K in CommandKind]?: (asking: Asking, data: CommandData<K>) => Decision };
const DECIDERS: Deciders = {
  "incident.report": onIncident.report,
  "incident.verify": onIncident.verify,
  "incident.grade": onIncident.grade,
  "incident.close": onIncident.close,
  "task.dispatch": onTask.dispatch,
  "task.accept": (asking, data) => onTask.receive(asking, "task.accept", data),
  "task.arrive": (asking, data) => onTask.receive(asking, "task.arrive", data),
  "task.report": (asking, data) => onTask.receive(asking, "task.report", data),
  "task.finish": (asking, data) => onTask.receive(asking, "task.finish", data),
  "task.check": onTask.check,
  "task.return": onTask.giveBack,
  "task.withdraw": onTask.withdraw,
  "task.difficulty": onTask.difficulty,
};

export function createIncidents(needs: IncidentsNeeds): Incidents {
  const standing = new Standing();
  /** What nobody has acted on yet. */
  const unwritten = (id: string): Incident | undefined => (standing.incidents.has(id) ? undefined : needs.unwritten?.get(id));
  /** Decided about an incident that is not written, it is written first, as it stands. */
  function withWritten(decision: Decision): Decision {
    const of = decision.drafts.map(({ body }) => (body as { incident?: unknown }).incident).find((id) => typeof id === "string" && unwritten(id));
    return of === undefined ? decision : { ...decision, drafts: [...draftsOf(unwritten(of as string)!), ...decision.drafts] };
  }
  return {
    apply: (entry) => standing.apply(entry),
    decide(actor, kind, data, now) {
      const decider = isCommandKind(kind) ? DECIDERS[kind] : undefined;
      if (!decider) throw new Problem("bad_request", `"${kind}" is no command on incidents or tasks. Known: ${Object.keys(DECIDERS).join(", ")}.`);
      const asked = commandData(kind as CommandKind, data);
      return withWritten((decider as (asking: Asking, data: unknown) => Decision)(new Asking(actor, now, needs, standing), asked));
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
