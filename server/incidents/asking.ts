import { may, ROLE_WORDS, type Actor, type Right } from "../../model/account.ts";
import { legalOnIncident, type Incident } from "../../model/incident.ts";
import { Problem } from "../../model/problem.ts";
import { legalOnTask, type Task } from "../../model/task.ts";
import { parseTime } from "../../model/time.ts";
import { isReceipt } from "./entries.ts";
import type { Standing } from "./fold/standing.ts";
import type { IncidentsNeeds } from "./needs.ts";

/** Who may be asking: also one whose command has waited for a second person. */
export type Asker = Pick<Actor, "account" | "role" | "region" | "unit">;

/** One person asking at one moment: what they may see, and how they are refused. Scope comes before state, always. */
export class Asking {
  readonly actor: Asker;
  /** Server time, epoch ms. */
  readonly now: number;
  readonly needs: IncidentsNeeds;
  readonly standing: Standing;
  /** The second person, once there is one. */
  readonly confirmedBy: string | undefined;
  constructor(actor: Asker, now: number, needs: IncidentsNeeds, standing: Standing, confirmedBy?: string) {
    this.actor = actor;
    this.confirmedBy = confirmedBy;
    this.now = now;
    this.needs = needs;
    this.standing = standing;
  }

  /** @throws Problem no_right; says nothing of any object */
  right(...anyOf: Right[]): void {
    if (!anyOf.some((right) => may(this.actor, right))) this.noRight(`needs the right ${anyOf.map((r) => `"${r}"`).join(" or ")}`);
  }
  noRight(why: string): never {
    throw new Problem("no_right", `${this.actor.account} (${ROLE_WORDS[this.actor.role].zh}) may not do this: it ${why}. Ask a post that may.`);
  }

  within(region: string): boolean {
    return this.needs.isWithin(region, this.actor.region);
  }
  /** @throws Problem not_found when the region does not exist or lies outside: nobody can tell which */
  region(code: string): void {
    if (!this.needs.region(code) || !this.within(code)) throw notFound("region", code);
  }
  incident(id: string): Incident {
    const incident = this.find(id);
    if (!incident || !this.within(incident.region)) throw notFound("incident", id);
    return incident;
  }
  /** Also one elsewhere that the asker's own unit was sent to. */
  incidentOrOwn(id: string): Incident {
    const incident = this.find(id);
    const isOwn = this.actor.unit !== undefined && incident?.tasks.some((task) => this.standing.tasks.get(task)?.unit === this.actor.unit);
    if (!incident || !(this.within(incident.region) || isOwn)) throw notFound("incident", id);
    if (!isOwn) this.right("verify");
    return incident;
  }
  private find(id: string): Incident | undefined {
    return this.standing.incidents.get(id) ?? this.needs.unwritten?.get(id);
  }
  tasksOf({ tasks }: Incident): Task[] {
    return tasks.flatMap((id) => this.standing.tasks.get(id) ?? []);
  }
  /** A task concerns the region of its incident, that of its unit, and those that got a copy. */
  task(id: string): { task: Task; incident: Incident } {
    const task = this.standing.tasks.get(id);
    const incident = task && this.standing.incidents.get(task.incident);
    const unit = task && this.needs.unit(task.unit)?.region;
    const concerned = task && incident && [incident.region, ...(unit === undefined ? [] : [unit]), ...task.copied];
    if (!task || !concerned?.some((code) => this.within(code))) throw notFound("task", id);
    return { task, incident: incident! };
  }
  file(id: string | undefined): void {
    if (id !== undefined && this.needs.file?.(id) === false) throw notFound("file", id);
  }

  /** Nobody checks or closes what their own unit, or they themselves, have handled. */
  notOwn(task: Task): void {
    const own = task.unit === this.actor.unit || task.log.some((step) => isReceipt(step.kind) && step.actor === this.actor.account);
    if (own) this.noRight(`would judge task ${task.id}, which ${task.unit} handled itself`);
  }

  /** Epoch ms of a time that a person wrote. @throws Problem bad_time */
  time(field: string, text: string): number {
    const at = parseTime(text);
    if (at === null) throw new Problem("bad_time", `${field} "${text}" is not an RFC 3339 time with offset, like 2026-01-01T08:00:00+08:00.`);
    return at;
  }
}

export const notFound = (what: string, id: string): Problem => new Problem("not_found", `There is no ${what} "${id}" in your region.`);

export function illegalIncident(incident: Incident, kind: string): Problem {
  return refusal("illegal_transition", `"${kind}" is not legal on incident ${incident.id}, which is ${incident.state}.`, incident.state, legalOn(incident));
}
export function illegalTask({ id, state }: Task, kind: string): Problem {
  return refusal("illegal_transition", `"${kind}" is not legal on task ${id}, which is ${state}.`, state, legalOnTask(state));
}
export const guardOnIncident = (incident: Incident, why: string, more: Readonly<Record<string, unknown>> = {}): Problem => refusal("guard", why, incident.state, legalOn(incident), more);
const legalOn = (incident: Incident): string[] => (endedByItself(incident) ? [] : legalOnIncident(incident.state));
/** What ended in a simulated world was closed by nobody, and nobody takes it up again. */
export const endedByItself = ({ state, closedAt }: Incident): boolean => state === "closed" && closedAt === undefined;
export const guardOnTask = ({ state }: Task, why: string): Problem => refusal("guard", why, state, legalOnTask(state));

function refusal(code: "illegal_transition" | "guard", why: string, state: string, legal: readonly string[], more: Readonly<Record<string, unknown>> = {}): Problem {
  const next = legal.length > 0 ? `Legal now: ${legal.join(", ")}.` : "Nothing is legal on it any more.";
  return new Problem(code, `${why} ${next}`, { state, legal, ...more });
}
