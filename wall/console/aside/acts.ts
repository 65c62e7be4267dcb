import { legalOnIncident, MOST_SUSPENSIONS, REOPENED_WITHIN_MS, type Incident } from "../../../model/incident.ts";
import { parseTime } from "../../../model/time.ts";
import type { Session } from "../../kit/session.ts";
import { gradesOf } from "../reach.ts";

/** What can be done about an incident beside its way from a report to its close, the lightest first. */
export const ASIDES = ["incident.update", "incident.resume", "incident.escalate", "incident.transfer", "incident.merge", "incident.suspend", "incident.reject", "incident.reopen", "incident.evaluate", "incident.cancel"] as const;
export type Aside = (typeof ASIDES)[number];

/** How it is done (手重则慢): a tap where it is told and can be told otherwise, a slide where others are put to work by it, a hold where it cannot be undone. */
export const GESTURE: Readonly<Record<Aside, "tap" | "slide" | "hold">> = {
  "incident.update": "tap", "incident.resume": "tap", "incident.escalate": "slide", "incident.transfer": "slide", "incident.merge": "hold", "incident.suspend": "hold",
  "incident.reject": "hold", "incident.reopen": "hold", "incident.evaluate": "hold", "incident.cancel": "hold",
};

type Seat = Pick<Session, "account" | "region" | "rights">;
/** The province: nobody stands above it. */
const TOP = 2;
const isAbove = (region: string, other: string): boolean => other !== region && other.startsWith(region);

/** What the state allows and this seat may do: never more. */
export function asidesOf(incident: Incident, seat: Seat, now: number): readonly Aside[] {
  const legal = legalOnIncident(incident.state);
  return ASIDES.filter((act) => legal.includes(act) && MAY[act](incident, seat, now));
}
const holds = (right: string) => (_: Incident, { rights }: Seat): boolean => rights.includes(right);
const MAY: Readonly<Record<Aside, (incident: Incident, seat: Seat, now: number) => boolean>> = {
  "incident.update": holds("verify"), "incident.reject": holds("verify"), "incident.merge": holds("verify"), "incident.transfer": holds("verify"), "incident.resume": holds("suspend"),
  "incident.suspend": (incident, { rights }) => rights.includes("suspend") && (incident.suspended?.times ?? 0) < MOST_SUSPENSIONS,
  "incident.escalate": (incident, { rights }) => rights.includes("verify") && (incident.escalatedTo ?? incident.region).length > TOP,
  // One that ended by itself in a simulated world was closed by nobody.
  "incident.reopen": ({ closedAt }, { rights }, now) => rights.includes("check") && closedAt !== undefined && now - parseTime(closedAt)! <= REOPENED_WITHIN_MS,
  "incident.evaluate": (incident, { account, region, rights }) => {
    const { closedAt, closedFrom } = incident;
    if (!rights.includes("evaluate") || closedAt === undefined || closedFrom === undefined) return false;
    if (closedFrom.length > TOP) return isAbove(region, closedFrom);
    // What the province closed is evaluated by another of its posts.
    return region === closedFrom && incident.log.findLast(({ kind }) => kind === "incident.close")?.actor !== account;
  },
  "incident.cancel": ({ grade, waits }: Incident & { readonly waits?: unknown }, { rights }) => waits === undefined && gradesOf(rights).includes(grade ?? 4),
};
