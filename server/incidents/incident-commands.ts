import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Draft } from "../../model/journal.ts";
import { moveIncident, SIMULATED, SOURCES, type Incident, type IncidentMove, type IncidentSource } from "../../model/incident.ts";
import { Problem } from "../../model/problem.ts";
import { formatTime, parseTime } from "../../model/time.ts";
import { awayFrom } from "./away.ts";
import type { Bodies, EntryKind } from "./entries.ts";
import { endedByItself, illegalIncident, type Asking } from "./asking.ts";
import { mayBe } from "./similar.ts";

/** Something that can be seen: no space, control, direction or combining mark. */
const SEEN = /[^\p{C}\p{Z}\p{M}]/u;
const UNSEEN = /[\p{C}\p{Z}\p{M}]/gu;

/** Clocks of people's telephones may run ahead of ours by this much. */
const AHEAD_MS = 120_000;
/** What is older is a slip of the hand, as 1926 for 2026; the storms that are played are of this century. */
const EARLIEST = parseTime("2000-01-01T00:00:00+08:00")!;

export function draftOf<K extends EntryKind>(kind: K, asking: Asking, region: string, body: Bodies[K]): Draft {
  return { kind, actor: asking.actor.account, region, body };
}
/** One entry about one incident, and its id as the answer. */
export const one = <K extends Extract<EntryKind, `incident.${string}`>>(kind: K, asking: Asking, { id, region }: Incident, body: Omit<Bodies[K], "incident">): Decision => ({
  drafts: [draftOf(kind, asking, region, { incident: id, ...body } as Bodies[K])], result: { incident: id },
});
/** The incident, where the move is legal on it. @throws Problem not_found or illegal_transition */
export function movable(asking: Asking, id: string, move: IncidentMove, kind: string): Incident {
  const incident = asking.incident(id);
  mustMove(incident, move, kind);
  return incident;
}
export function mustMove(incident: Incident, move: IncidentMove, kind: string): void {
  if (!moveIncident(incident.state, move) || endedByItself(incident)) throw illegalIncident(incident, kind);
}

export function typeOf(asking: Asking, id: string): { readonly topic: string } {
  const type = asking.needs.incidentType(id);
  if (!type) throw new Problem("bad_request", `Incident type "${id}" is in no topic. Take one from GET /topics.`);
  return type;
}
export function checkTitle({ needs }: Asking, title: string): void {
  if (!SEEN.test(title)) throw new Problem("bad_request", `The title shows nothing: it is blank or of characters that cannot be seen. Say in a few words what happened.`);
  if (needs.isReal && title.replace(UNSEEN, "").startsWith(SIMULATED))
    throw new Problem("bad_request", `The title begins ${SIMULATED}, as those of simulated incidents do; what is reported in live has happened. Leave it out, or report in a drill.`);
}

export function report(asking: Asking, data: CommandData<"incident.report">): Decision {
  asking.right("report");
  const { region, alert, ...said } = data;
  asking.region(region);
  const { topic } = typeOf(asking, data.type);
  checkTitle(asking, said.title);
  const source = sourceOf(data);
  const occurred = said.occurredAt === undefined ? asking.now : asking.time("occurredAt", said.occurredAt);
  if (occurred > asking.now + AHEAD_MS) throw new Problem("bad_time", `occurredAt "${said.occurredAt}" lies in the future. Report what has happened, or leave it out.`);
  if (occurred < EARLIEST) throw new Problem("bad_time", `occurredAt "${said.occurredAt}" lies before the year 2000. Look at the year, or leave it out.`);
  for (const file of said.files ?? []) asking.file(file);
  const incident = asking.needs.ids.next("inc");
  const awayKm = said.point && awayFrom(asking.needs, region, said.point);
  const drafts = [draftOf("incident.report", asking, region, { incident, topic, ...said, ...(source !== undefined && { source }), ...(awayKm !== undefined && { awayKm }), ...(alert !== undefined && { alert }) })];
  if (alert !== undefined) {
    const found = asking.needs.alert(alert);
    // Of the incident's own region: of a place in it, or of an area that it lies in.
    const isOfIt = found && asking.within(found.region) && (asking.needs.isWithin(found.region, region) || asking.needs.isWithin(region, found.region));
    if (!isOfIt) throw new Problem("not_found", `There is no alert "${alert}" within your region that is of "${region}", of a place in it or of an area around it. Take one of GET /alerts?region=${region}, or report in the alert's own region.`);
    // What came to nothing leaves its alert free to become another.
    const before = found.incident === undefined ? undefined : asking.standing.incidents.get(found.incident)?.state;
    if (found.incident !== undefined && before !== "rejected" && before !== "cancelled")
      throw new Problem("guard", `Alert "${alert}" has already become incident ${found.incident}. Work on that one.`, { state: "linked", legal: [], incident: found.incident });
    // The alerts' own fold sets the link, so that both sides say the same after a restart.
    drafts.push({ kind: "alert.linked", actor: asking.actor.account, region: found.region, body: { alert, incident } });
  }
  const alike = mayBe(asking, { ...said, region, reportedAt: formatTime(asking.now) });
  return { drafts, result: { incident, ...(alike.length > 0 && { similar: alike }) } };
}
/** Whoever names an alert or a signal has said where it came from. */
function sourceOf({ source, alert, warning }: CommandData<"incident.report">): IncidentSource | undefined {
  if (source === "alert" && alert === undefined) throw new Problem("bad_request", `The source is "alert", and no alert is named. Name it in "alert", or say another source: ${SOURCES.join(", ")}.`);
  if (source === "warning" && warning === undefined) throw new Problem("bad_request", `The source is "warning", and no signal is named. Name it in "warning", or say another source: ${SOURCES.join(", ")}.`);
  return source ?? (alert !== undefined ? "alert" : warning !== undefined ? "warning" : undefined);
}

export function verify(asking: Asking, { incident: id, note }: CommandData<"incident.verify">): Decision {
  asking.right("verify");
  return one("incident.verify", asking, movable(asking, id, "verify", "incident.verify"), { note });
}

export function close(asking: Asking, { incident: id, text }: CommandData<"incident.close">): Decision {
  asking.right("close");
  const incident = movable(asking, id, "close", "incident.close");
  for (const task of asking.tasksOf(incident)) asking.notOwn(task);
  return one("incident.close", asking, incident, { text, from: asking.actor.region });
}

export function reject(asking: Asking, { incident: id, reason }: CommandData<"incident.reject">): Decision {
  asking.right("verify");
  return one("incident.reject", asking, movable(asking, id, "reject", "incident.reject"), { reason });
}
