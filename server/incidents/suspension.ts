import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Draft } from "../../model/journal.ts";
import { LONGEST_SUSPENSION_MS, MOST_SUSPENSIONS, type Incident } from "../../model/incident.ts";
import type { TimerRow } from "../../model/ports.ts";
import { areTasksSettled } from "../../model/task.ts";
import { DAY, formatTime } from "../../model/time.ts";
import type { Due } from "../../model/timer.ts";
import { guardOnIncident, type Asking } from "./asking.ts";
import type { Standing } from "./fold/standing.ts";
import { movable, one } from "./incident-commands.ts";

export const SUSPENSION = "suspension";
const timerOf = (situation: string, incident: string): string => `${situation}|${incident}|${SUSPENSION}`;

/** Set aside until a day that is named (挂起), once; what units do meanwhile is taken all the same. */
export function suspend(asking: Asking, { incident: id, reason, until }: CommandData<"incident.suspend">): Decision {
  asking.right("suspend");
  const dueAt = asking.time("until", until);
  const incident = movable(asking, id, "suspend", "incident.suspend");
  if ((incident.suspended?.times ?? 0) >= MOST_SUSPENSIONS)
    throw guardOnIncident(incident, `It was suspended before, until ${incident.suspended!.until}; that is done once. Go on with it, or close it.`);
  if (dueAt <= asking.now || dueAt > asking.now + LONGEST_SUSPENSION_MS)
    throw guardOnIncident(incident, `It would be suspended until ${until}; it is ${formatTime(asking.now)}. Name a day in the ${LONGEST_SUSPENSION_MS / DAY} days to come.`);
  const { situation } = asking.needs;
  const timer: TimerRow = { id: timerOf(situation, id), situation, kind: SUSPENSION, dueAt, body: { incident: id, until } };
  return { ...one("incident.suspend", asking, incident, { reason, until }), timers: [timer] };
}

/** Before its day. */
export function resume(asking: Asking, { incident: id, reason }: CommandData<"incident.resume">): Decision {
  asking.right("suspend");
  const incident = movable(asking, id, "resume", "incident.resume");
  const { drafts } = resumed(incident, asking.standing, asking.actor.account, reason);
  return { drafts, result: { incident: id }, ...noSuspension(asking, id) };
}
/** Of an incident that is over nothing is resumed. */
export const noSuspension = ({ needs: { situation } }: Asking, incident: string): Pick<Decision, "cancelTimers"> => ({ cancelTimers: [timerOf(situation, incident)] });

/** What had nothing left to do when it was taken up again goes to its check. */
function resumed({ id, region, tasks }: Incident, standing: Standing, actor: string, reason?: string): { readonly drafts: readonly Draft[] } {
  const states = tasks.flatMap((task) => standing.tasks.get(task)?.state ?? []);
  return {
    drafts: [
      { kind: "incident.resume", actor, region, body: { incident: id, ...(reason !== undefined && { reason }) } },
      ...(states.length > 0 && areTasksSettled(states) ? [{ kind: "incident.checking", actor, region, body: { incident: id } }] : []),
    ],
  };
}

/** The day has come; null when it was taken up before, or is over. */
export const suspensionEnds = (standing: Standing): Due => ({
  about: ({ body }) => (body as Body).incident,
  due({ body }) {
    const { incident: id, until } = body as Body;
    const incident = standing.incidents.get(id);
    return incident?.state === "suspended" && incident.suspended?.until === until ? resumed(incident, standing, "system") : null;
  },
});
interface Body {
  readonly incident: string;
  readonly until: string;
}
