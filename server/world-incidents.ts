import { formatTime, HOUR, MINUTE } from "../model/time.ts";
import { SIMULATED, WORLD_ACTOR, type Incident, type IncidentState, type IncidentStep } from "../model/incident.ts";
import { LOOKS_BACK_H, type Town, type WorldIncident } from "../model/world/incidents.ts";
import type { World } from "../model/world/world.ts";

/** What happens in a simulated world, as its loop has it while nobody has acted on it (【模拟】). Nothing of it is written: it is worked out for the time that the clock shows, after a restart and after a seek alike. */
export interface WorldIncidents {
  /** Those that are under way, and those that are over since SHOWN_OVER_H; the same list until the clock has moved on to others. */
  all(): readonly Incident[];
  get(id: string): Incident | undefined;
  /** While it is under way, whatever people did about it. */
  underWay(id: string, at: number): WorldIncident | undefined;
}

/** Time as a played world has it. */
export interface WorldTime {
  /** Epoch ms on the world's clock. */
  simNow(): number;
  /** When people had an instant of the world before them, epoch ms: reports are of people's time. The same for the same instant, after a restart too, until it is passed again. */
  peopleAt(simAt: number): number;
}
interface Needs extends WorldTime {
  /** The world, anew each time: its weather is looked at once, and not held beside what the packs' thread holds. */
  world(): Pick<World, "begun">;
  readonly towns: readonly Town[];
  /** Null for a type that no topic has. */
  type(id: string): { readonly topic: string; readonly title: string } | null;
}

/** What is over is still told as closed for so long. */
const SHOWN_OVER_H = 6;
/** Hours are kept so that going on costs one hour's looking. */
const HOURS_KEPT = 2 * (LOOKS_BACK_H + SHOWN_OVER_H);
/** Of the time until it is graded so much is over when an incident is verified. */
const VERIFIED = 0.4;
/** What is done about an incident, and when. To send somebody is people's affair. */
const stepsOf = ({ beganAt, gradedAt, endsAt }: WorldIncident): readonly { readonly kind: string; readonly state: IncidentState; readonly at: number }[] => [
  { kind: "incident.report", state: "pending", at: beganAt },
  { kind: "incident.verify", state: "verified", at: beganAt + VERIFIED * (gradedAt - beganAt) },
  { kind: "incident.grade", state: "graded", at: gradedAt },
  { kind: "incident.close", state: "closed", at: endsAt },
];

export function createWorldIncidents({ world, towns, type, simNow, peopleAt }: Needs): WorldIncidents {
  const hours = new Map<number, readonly WorldIncident[]>();
  let known = new Map<string, Incident>();
  let list: readonly Incident[] = [];
  let listedOf = Number.NaN;

  function begunIn(hour: number): readonly WorldIncident[] {
    let begun = hours.get(hour);
    if (!begun) {
      const of = world();
      begun = towns.flatMap((town) => of.begun(hour, town) ?? []);
      hours.set(hour, begun);
      if (hours.size > HOURS_KEPT) hours.delete(hours.keys().next().value!);
    }
    return begun;
  }
  function incidentOf(one: WorldIncident, at: number): Incident | null {
    const of = type(one.type);
    if (!of) return null;
    const steps = stepsOf(one).filter((step) => step.at <= at);
    const title = `${SIMULATED}${of.title}`;
    const log = steps.map(({ kind, at: stepAt }): IncidentStep => ({ seq: 0, at: formatTime(peopleAt(stepAt)), kind, actor: WORLD_ACTOR, text: kind === "incident.report" ? title : "" }));
    // What is told as it was is the same object: a list of the same is sent to nobody.
    const before = known.get(one.id);
    if (before?.log.length === log.length && before.log.every((step, i) => step.at === log[i]!.at)) return before;
    return {
      id: one.id, type: one.type, topic: of.topic, region: one.region, title, state: steps.at(-1)!.state, ...(steps.length > 2 && { grade: one.grade }),
      reportedBy: WORLD_ACTOR, reportedAt: log[0]!.at, occurredAt: formatTime(one.beganAt), escalated: false, tasks: [], log,
    };
  }
  function all(): readonly Incident[] {
    const at = simNow();
    const minute = Math.floor(at / MINUTE);
    if (minute === listedOf) return list;
    listedOf = minute;
    const hour = Math.floor(at / HOUR);
    const now: Incident[] = [];
    for (let back = LOOKS_BACK_H + SHOWN_OVER_H; back >= 0; back--)
      for (const one of begunIn(hour - back)) {
        const incident = one.beganAt <= at && at < one.endsAt + SHOWN_OVER_H * HOUR ? incidentOf(one, at) : null;
        if (incident) now.push(incident);
      }
    if (now.length === list.length && now.every((one, i) => one === list[i])) return list;
    list = now;
    known = new Map(now.map((one) => [one.id, one]));
    return list;
  }
  return {
    all,
    get: (id) => all() && known.get(id),
    underWay(id, at) {
      const hour = id.startsWith("sim-") ? Number(id.slice(id.lastIndexOf("-") + 1)) : Number.NaN;
      return Number.isSafeInteger(hour) ? begunIn(hour).find((one) => one.id === id && one.beganAt <= at && at < one.endsAt) : undefined;
    },
  };
}
