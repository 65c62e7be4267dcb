import type { Decision } from "../../model/decision.ts";
import { countsAs, limitMs, nextStep, passedAt, STEPS, type LimitName, type LimitStep, type LimitTimer } from "../../model/limit.ts";
import { isIncidentOver, type Incident } from "../../model/incident.ts";
import type { Draft } from "../../model/journal.ts";
import type { TimerRow } from "../../model/ports.ts";
import type { Task } from "../../model/task.ts";
import { parseTime } from "../../model/time.ts";
import type { Bodies } from "./entries.ts";
import type { Standing } from "./fold/standing.ts";
import { endedBy, isOrdered, limitsOfTask, runningOf, runningOn } from "./limit-course.ts";
import type { IncidentsNeeds } from "./needs.ts";

export const LIMIT = "limit";
export const limitId = (situation: string, thing: string, limit: LimitName): string => `${situation}|${thing}|${limit}`;

type About = Pick<Incident, "id" | "type" | "region" | "grade">;

/** Rows of the limits that people have: which begin and which end with what was decided, in the same commit. */
export class Limits {
  private readonly needs: IncidentsNeeds;
  private readonly standing: Standing;
  constructor(needs: IncidentsNeeds, standing: Standing) {
    this.needs = needs;
    this.standing = standing;
  }

  /** A decision with the rows that it puts and drops. @param region of who decided */
  with<D extends Decision>(decision: D, now: number, region: string): D {
    if (decision.drafts.length === 0) return decision;
    const put = new Map<string, TimerRow>();
    const dropped = new Set<string>(decision.cancelTimers);
    for (const row of decision.timers ?? []) put.set(row.id, row);
    for (const draft of decision.drafts) this.follow(draft, now, region, put, dropped);
    for (const id of put.keys()) dropped.delete(id);
    return { ...decision, ...(put.size > 0 && { timers: [...put.values()] }), ...(dropped.size > 0 && { cancelTimers: [...dropped] }) };
  }

  /** The rows of everything that is open and has none: what began before there were limits has its time from now on. */
  missing(stored: ReadonlySet<string>, now: number): TimerRow[] {
    const rows: (TimerRow | null)[] = [];
    // What rests is over, and nothing limits it.
    for (const incident of this.standing.incidents.awake()) {
      if (isIncidentOver(incident.state) || incident.state === "suspended") continue;
      for (const limit of runningOn(incident, isOrdered(incident, this.standing))) if (incident.limits?.[limit] === undefined) rows.push(this.row(limit, incident, now));
    }
    for (const task of this.standing.tasks.awake()) {
      const incident = this.standing.incidents.get(task.incident);
      if (incident && !isIncidentOver(incident.state) && incident.state !== "suspended") rows.push(...this.rowsOf(task, incident, now).filter(({ body }) => task.limits?.[(body as LimitTimer).limit] === undefined));
    }
    return rows.filter((row) => row !== null).filter(({ id }) => !stored.has(id));
  }

  /** The row of a limit that begins now; null where nothing limits it. */
  row(limit: LimitName, about: About, now: number, task?: string, lengthMs?: number): TimerRow | null {
    const type = this.needs.incidentType(about.type);
    const ms = lengthMs ?? (limit === "deadline" || !type ? null : limitMs(limit, type.limits, about.grade ?? type.severity, about.grade));
    if (ms === null) return null;
    const counts = limit === "deadline" ? "round" : countsAs(about.grade, this.needs.isEmergency?.(about.region) ?? false);
    return this.step({ limit, incident: about.id, ...(task !== undefined && { task }), percent: STEPS[0], lengthMs: ms, counts }, now, STEPS[0]);
  }
  /** @param since the instant from which `percent` of the limit is counted */
  step(body: LimitTimer, since: number, percent: number): TimerRow {
    const { situation } = this.needs;
    return { id: limitId(situation, body.task ?? body.incident, body.limit), situation, kind: LIMIT, dueAt: Math.ceil(passedAt(body, since, percent)), body };
  }

  private follow({ kind, region: at, body }: Draft, now: number, by: string, put: Map<string, TimerRow>, dropped: Set<string>): void {
    const { situation } = this.needs;
    const drop = (thing: string, limits: readonly LimitName[]): void => {
      for (const limit of limits) {
        put.delete(limitId(situation, thing, limit));
        dropped.add(limitId(situation, thing, limit));
      }
    };
    const begin = (...rows: (TimerRow | null)[]): void => {
      for (const row of rows) if (row) put.set(row.id, row);
    };
    const said = body as { readonly incident?: string; readonly task?: string };
    const thing = said.task ?? said.incident;
    if (thing !== undefined && kind !== "incident.escalate") drop(thing, endedBy(kind));
    const task = said.task === undefined ? undefined : this.standing.tasks.get(said.task);
    const incident = this.standing.incidents.get(said.incident ?? task?.incident ?? "") ?? this.needs.unwritten?.get(said.incident ?? "");
    // The level that it was told to acts: it has taken over.
    if (incident?.escalatedTo !== undefined && kind !== "incident.escalate" && this.needs.isWithin(incident.escalatedTo, by)) drop(incident.id, ["takeOver"]);
    switch (kind) {
      case "incident.report": {
        const { incident: id, type } = body as Bodies["incident.report"];
        begin(this.row("verify", { id, type, region: at }, now));
        return;
      }
      case "task.dispatch": {
        const { task: id, deadline } = body as Bodies["task.dispatch"];
        if (!incident) return;
        drop(incident.id, ["dispatch"]);
        begin(this.row("accept", incident, now, id), this.row("deadline", incident, now, id, parseTime(deadline)! - now));
        return;
      }
    }
    if (!incident) return;
    switch (kind) {
      case "incident.verify": return begin(this.row("grade", incident, now));
      case "incident.grade": return begin(this.row("dispatch", { ...incident, grade: (body as Bodies["incident.grade"]).grade }, now));
      case "incident.transfer": return begin(...runningOn(incident, false).map((limit) => this.row(limit, { ...incident, region: (body as Bodies["incident.transfer"]).region }, now)));
      case "incident.reopen": return begin(this.row("dispatch", incident, now));
      case "incident.escalate": return begin(this.row("takeOver", incident, now));
      case "incident.merge": {
        const { into, tasks } = body as Bodies["incident.merge"];
        if (tasks.length > 0) drop(into, ["dispatch"]);
        return;
      }
      case "incident.suspend": case "incident.cancel": {
        for (const id of incident.tasks) drop(id, limitsOfTask);
        return;
      }
      case "incident.resume": {
        const tasks = incident.tasks.flatMap((id) => this.standing.tasks.get(id) ?? []);
        return begin(...tasks.flatMap((each) => this.rowsOf(each, incident, now)));
      }
    }
    // What a unit does while nobody waits for it begins nothing.
    if (!task || incident.state === "suspended" || isIncidentOver(incident.state)) return;
    switch (kind) {
      case "task.accept": return begin(this.row("arrive", incident, now, task.id));
      case "task.arrive": case "task.report": return begin(this.row("report", incident, now, task.id));
      case "task.finish": return begin(this.row("check", incident, now, task.id));
      case "task.return": return begin(this.row("return", incident, now, task.id));
      case "task.check": return (body as Bodies["task.check"]).passed ? undefined : begin(...this.rowsOf({ ...task, state: "handling" }, incident, now));
      case "task.supervise": {
        const { deadline } = body as Bodies["task.supervise"];
        if (deadline !== undefined) begin(this.row("deadline", incident, now, task.id, parseTime(deadline)! - now));
      }
    }
  }
  /** The limits of an order as it stands begin anew; its deadline is where it was. */
  private rowsOf(task: Task, incident: Incident, now: number): TimerRow[] {
    return runningOf(task).flatMap((limit) => (limit === "deadline" ? this.deadline(task, now) : this.row(limit, incident, now, task.id)) ?? []);
  }
  /** The step of a deadline that lies ahead. */
  private deadline({ id, incident, dispatchedAt, deadline }: Task, now: number): TimerRow | null {
    const [told, by] = [parseTime(dispatchedAt)!, parseTime(deadline)!];
    // A clock that was set back may tell a new deadline before the order itself: what is left of it runs from now.
    const from = told < by ? told : now;
    if (by <= from) return null;
    for (let percent: LimitStep | null = STEPS[0]; percent !== null; percent = nextStep(percent)) {
      const row = this.step({ limit: "deadline", incident, task: id, percent, lengthMs: by - from, counts: "round" }, from, percent);
      if (row.dueAt > now) return row;
    }
    return null;
  }
}
