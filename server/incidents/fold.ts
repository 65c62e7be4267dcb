import type { Entry } from "../../model/journal.ts";
import { moveIncident, type Incident, type IncidentMove, type IncidentStep } from "../../model/incident.ts";
import { moveTask, type Task, type TaskMove } from "../../model/task.ts";
import type { Bodies, EntryKind } from "./entries.ts";

/** What the journal adds up to. Records are replaced, never changed. */
export class Standing {
  readonly incidents = new Map<string, Incident>();
  readonly tasks = new Map<string, Task>();
  /** An erased body may have named what later entries speak of. */
  private erased = false;

  /** Takes the next entry; entries of other rooms pass by. @throws when it is not legal here: the journal is not of this program */
  apply(entry: Entry): void {
    const fold = FOLDS[entry.kind as EntryKind] as ((standing: Standing, entry: Entry, body: unknown) => void) | undefined;
    if (!fold) return;
    if (entry.body === undefined) this.erased = true;
    else fold(this, entry, entry.body);
  }

  moveIncident(id: string, move: IncidentMove, entry: Entry, step: Step, more: Partial<Incident> = {}): void {
    const incident = this.known(this.incidents, id, entry);
    if (!incident) return;
    const state = moveIncident(incident.state, move);
    if (!state) throw illegal(entry, id, incident.state, move);
    this.incidents.set(id, { ...incident, ...more, state, log: [...incident.log, stepOf(entry, step)] });
  }

  /** Moves a task and says so in its incident's log as well. */
  moveTask(id: string, move: TaskMove, entry: Entry, step: Step, more: Partial<Task> = {}): Task | undefined {
    const task = this.known(this.tasks, id, entry);
    if (!task) return undefined;
    const state = moveTask(task.state, move);
    if (!state) throw illegal(entry, id, task.state, move);
    const moved: Task = { ...task, ...more, state, log: [...task.log, stepOf(entry, step)] };
    this.tasks.set(id, moved);
    this.note(task.incident, entry, { ...step, task: id });
    return moved;
  }

  /** Adds a step to an incident's log without moving it. */
  note(id: string, entry: Entry, step: Step): void {
    const incident = this.known(this.incidents, id, entry);
    if (incident) this.incidents.set(id, { ...incident, log: [...incident.log, stepOf(entry, step)] });
  }

  private known<T>(from: ReadonlyMap<string, T>, id: string, entry: Entry): T | undefined {
    const found = from.get(id);
    if (!found && !this.erased) throw new Error(`Entry ${entry.seq} (${entry.kind}) speaks of "${id}", which no entry before it has made.`);
    return found;
  }
}

type Step = Pick<IncidentStep, "text"> & Partial<Pick<IncidentStep, "task" | "point" | "awayKm" | "file" | "passed">>;
const stepOf = ({ seq, at, kind, actor }: Entry, { text, task, point, awayKm, file, passed }: Step): IncidentStep => ({
  seq, at, kind, actor, text, ...(task !== undefined && { task }), ...(point && { point }), ...(awayKm !== undefined && { awayKm }), ...(file !== undefined && { file }), ...(passed !== undefined && { passed }),
});
const illegal = (entry: Entry, id: string, state: string, move: string): Error =>
  new Error(`Entry ${entry.seq} (${entry.kind}) would "${move}" ${id}, which is ${state}; that is no legal move.`);

type Folds = { readonly [K in EntryKind]: (standing: Standing, entry: Entry, body: Bodies[K]) => void };
const receipt = (move: TaskMove) => (standing: Standing, entry: Entry, { task, text = "", ...evidence }: Bodies["task.accept"]): void => {
  standing.moveTask(task, move, entry, { text, ...evidence });
};

const FOLDS: Folds = {
  "incident.report"(standing, entry, { incident: id, awayKm, reportedAt = entry.at, ...report }) {
    standing.incidents.set(id, {
      id, ...report, region: entry.region, state: "pending", reportedBy: entry.actor, reportedAt, escalated: false, tasks: [],
      log: [stepOf(entry, { text: report.description ?? report.title, ...(awayKm !== undefined && { awayKm }) })],
    });
  },
  "incident.verify": (standing, entry, { incident, note }) => standing.moveIncident(incident, "verify", entry, { text: note }),
  "incident.grade": (standing, entry, { incident, grade, reason }) => standing.moveIncident(incident, "grade", entry, { text: reason }, { grade }),
  "incident.checking": (standing, entry, { incident }) => standing.moveIncident(incident, "tasksDone", entry, { text: "" }),
  "incident.close": (standing, entry, { incident, text }) => standing.moveIncident(incident, "close", entry, { text }),
  "task.dispatch"(standing, entry, { task: id, incident, unit, text, deadline, from, copied }) {
    standing.tasks.set(id, {
      id, incident, unit, text, deadline, state: "dispatched", dispatchedBy: entry.actor, dispatchedFrom: from, dispatchedAt: entry.at, copied,
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
    const task = standing.moveTask(id, passed ? "pass" : "fail", entry, { text, passed });
    const incident = task && standing.incidents.get(task.incident);
    if (!passed && incident && moveIncident(incident.state, "checkFailed"))
      standing.incidents.set(incident.id, { ...incident, state: moveIncident(incident.state, "checkFailed")! });
  },
  "task.return": (standing, entry, { task, reason }) => void standing.moveTask(task, "return", entry, { text: reason }),
  "task.withdraw": (standing, entry, { task, reason }) => void standing.moveTask(task, "withdraw", entry, { text: reason }),
  "task.difficulty": (standing, entry, { task, text }) => void standing.moveTask(task, "difficulty", entry, { text }, { difficulty: text }),
};
