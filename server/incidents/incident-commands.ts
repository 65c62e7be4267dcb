import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Draft } from "../../model/journal.ts";
import { moveIncident, SIMULATED, type Incident } from "../../model/incident.ts";
import { Problem } from "../../model/problem.ts";
import { parseTime } from "../../model/time.ts";
import { awayFrom } from "./away.ts";
import type { Bodies, EntryKind } from "./entries.ts";
import { illegalIncident, type Asking } from "./asking.ts";

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
const one = (draft: Draft, result: Record<string, unknown>): Decision => ({ drafts: [draft], result });

export function report(asking: Asking, data: CommandData<"incident.report">): Decision {
  asking.right("report");
  const { region, alert, ...said } = data;
  asking.region(region);
  const type = asking.needs.incidentType(data.type);
  if (!type) throw new Problem("bad_request", `Incident type "${data.type}" is in no topic. Take one from GET /topics.`);
  if (!SEEN.test(said.title)) throw new Problem("bad_request", `The title shows nothing: it is blank or of characters that cannot be seen. Say in a few words what happened.`);
  if (asking.needs.isReal && said.title.replace(UNSEEN, "").startsWith(SIMULATED))
    throw new Problem("bad_request", `The title begins ${SIMULATED}, as those of simulated incidents do; what is reported in live has happened. Leave it out, or report in a drill.`);
  const occurred = said.occurredAt === undefined ? asking.now : asking.time("occurredAt", said.occurredAt);
  if (occurred > asking.now + AHEAD_MS) throw new Problem("bad_time", `occurredAt "${said.occurredAt}" lies in the future. Report what has happened, or leave it out.`);
  if (occurred < EARLIEST) throw new Problem("bad_time", `occurredAt "${said.occurredAt}" lies before the year 2000. Look at the year, or leave it out.`);
  for (const file of said.files ?? []) asking.file(file);
  const incident = asking.needs.ids.next("inc");
  const awayKm = said.point && awayFrom(asking.needs, region, said.point);
  const drafts = [draftOf("incident.report", asking, region, { incident, topic: type.topic, ...said, ...(awayKm !== undefined && { awayKm }), ...(alert !== undefined && { alert }) })];
  if (alert !== undefined) {
    const found = asking.needs.alert(alert);
    // Of the incident's own region: of a place in it, or of an area that it lies in.
    const isOfIt = found && asking.within(found.region) && (asking.needs.isWithin(found.region, region) || asking.needs.isWithin(region, found.region));
    if (!isOfIt) throw new Problem("not_found", `There is no alert "${alert}" within your region that is of "${region}", of a place in it or of an area around it. Take one of GET /alerts?region=${region}, or report in the alert's own region.`);
    if (found.incident !== undefined)
      throw new Problem("guard", `Alert "${alert}" has already become incident ${found.incident}. Work on that one.`, { state: "linked", legal: [], incident: found.incident });
    // The alerts' own fold sets the link, so that both sides say the same after a restart.
    drafts.push({ kind: "alert.linked", actor: asking.actor.account, region: found.region, body: { alert, incident } });
  }
  return { drafts, result: { incident } };
}

export function verify(asking: Asking, { incident: id, note }: CommandData<"incident.verify">): Decision {
  asking.right("verify");
  const incident = movable(asking, id, "verify", "incident.verify");
  return one(draftOf("incident.verify", asking, incident.region, { incident: id, note }), { incident: id });
}

export function grade(asking: Asking, { incident: id, grade: level, reason }: CommandData<"incident.grade">): Decision {
  asking.right("grade4");
  const incident = asking.incident(id);
  asking.right(level === 4 ? "grade4" : level === 3 ? "grade3" : "gradeAny");
  if (!moveIncident(incident.state, "grade")) throw illegalIncident(incident, "incident.grade");
  return one(draftOf("incident.grade", asking, incident.region, { incident: id, grade: level, reason }), { incident: id });
}

export function close(asking: Asking, { incident: id, text }: CommandData<"incident.close">): Decision {
  asking.right("close");
  const incident = movable(asking, id, "close", "incident.close");
  const tasks = incident.tasks.flatMap((task) => asking.standing.tasks.get(task) ?? []);
  for (const task of tasks) asking.notOwn(task);
  return one(draftOf("incident.close", asking, incident.region, { incident: id, text }), { incident: id });
}

function movable(asking: Asking, id: string, move: "verify" | "close", kind: string): Incident {
  const incident = asking.incident(id);
  if (!moveIncident(incident.state, move)) throw illegalIncident(incident, kind);
  return incident;
}
