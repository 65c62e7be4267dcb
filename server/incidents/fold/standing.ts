import type { Entry } from "../../../model/journal.ts";
import { moveIncident, type Incident, type IncidentMove, type IncidentStep } from "../../../model/incident.ts";
import { moveTask, type Task, type TaskMove } from "../../../model/task.ts";
import { RestingMap } from "../../../model/resting-map.ts";
import type { Bodies, EntryKind } from "../entries.ts";
import { endLimits } from "./ended.ts";

/** What each kind of entry does to what stands. */
export type Folds<K extends EntryKind = EntryKind> = { readonly [Kind in K]: (standing: Standing, entry: Entry, body: Bodies[Kind]) => void };

/** What the journal adds up to. Records are replaced, never changed. */
export class Standing {
  readonly incidents = new RestingMap<Incident>();
  readonly tasks = new RestingMap<Task>();
  private readonly folds: Folds;
  /** When each unit was supervised, epoch ms, as far back as it counts for a 通报. */
  readonly supervisions = new Map<string, readonly number[]>();
  /** Kinds of entries whose body was erased: it may have named what later entries speak of. */
  readonly erased = new Set<string>();
  constructor(folds: Folds) {
    this.folds = folds;
  }

  /** Takes the next entry; entries of other rooms pass by. @throws when it is not legal here: the journal is not of this program */
  apply(entry: Entry): void {
    const fold = this.folds[entry.kind as EntryKind] as ((standing: Standing, entry: Entry, body: unknown) => void) | undefined;
    if (!fold) return;
    if (entry.body === undefined) this.erased.add(entry.kind);
    else {
      endLimits(this, entry);
      fold(this, entry, entry.body);
    }
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

  private known<T>(from: Pick<RestingMap<T>, "get">, id: string, entry: Entry): T | undefined {
    const found = from.get(id);
    if (!found && this.erased.size === 0) throw new Error(`Entry ${entry.seq} (${entry.kind}) speaks of "${id}", which no entry before it has made.`);
    return found;
  }
}

type Step = Pick<IncidentStep, "text"> & Partial<Pick<IncidentStep, "task" | "point" | "awayKm" | "file" | "passed" | "incident" | "region" | "confirmedBy" | "occurredAt" | "isLate">>;
/** An entry as a step of a log. */
export const stepOf = ({ seq, at, kind, actor }: Entry, { text, ...more }: Step): IncidentStep => ({
  seq, at, kind, actor, text, ...Object.fromEntries(STEP_FIELDS.flatMap((field) => (more[field] === undefined ? [] : [[field, more[field]]]))),
});
const STEP_FIELDS = ["task", "point", "awayKm", "file", "passed", "incident", "region", "confirmedBy", "occurredAt", "isLate"] as const;
const illegal = (entry: Entry, id: string, state: string, move: string): Error =>
  new Error(`Entry ${entry.seq} (${entry.kind}) would "${move}" ${id}, which is ${state}; that is no legal move.`);
