import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import { REOPENED_WITHIN_MS } from "../../model/incident.ts";
import { DAY, parseTime } from "../../model/time.ts";
import { guardOnIncident, type Asking } from "./asking.ts";
import { movable, one } from "./incident-commands.ts";

/** Taken up again (重开): it was not done. */
export function reopen(asking: Asking, { incident: id, reason }: CommandData<"incident.reopen">): Decision {
  asking.right("check");
  const incident = movable(asking, id, "reopen", "incident.reopen");
  if (asking.now > parseTime(incident.closedAt!)! + REOPENED_WITHIN_MS)
    throw guardOnIncident(incident, `It was closed at ${incident.closedAt}, more than ${REOPENED_WITHIN_MS / DAY} days ago. Report what has happened since as an incident of its own.`);
  return one("incident.reopen", asking, incident, { reason });
}

/** What was learnt (评估), by a level above the one that closed it. Above the province nobody sits here: there it is another post. */
export function evaluate(asking: Asking, { incident: id, score, text }: CommandData<"incident.evaluate">): Decision {
  asking.right("evaluate");
  const incident = asking.incident(id);
  const { closedFrom = incident.region } = incident;
  const closer = incident.log.findLast(({ kind }) => kind === "incident.close")?.actor;
  const hasAbove = asking.needs.region(asking.needs.region(closedFrom)?.parent ?? "") !== undefined;
  const sitsAbove = asking.within(closedFrom) && (asking.actor.region !== closedFrom || !hasAbove);
  if (closer !== undefined && !sitsAbove) asking.noRight(`evaluates what ${closedFrom} has closed; a level above that does`);
  if (closer === asking.actor.account) asking.noRight(`evaluates what it has closed itself`);
  movable(asking, id, "evaluate", "incident.evaluate");
  return one("incident.evaluate", asking, incident, { score, text });
}
