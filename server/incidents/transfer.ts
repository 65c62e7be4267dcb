import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import { cameBack } from "../../model/ping-pong.ts";
import { guardOnIncident, notFound, type Asking } from "./asking.ts";
import { movable, mustMove, one } from "./incident-commands.ts";
import { above, commonSuperior } from "./upward.ts";

/** Told to the level above (提级): a flag, and no end. Each time it goes one level higher than before. */
export function escalate(asking: Asking, { incident: id, reason }: CommandData<"incident.escalate">): Decision {
  asking.right("verify", "handle");
  const incident = asking.incidentOrOwn(id);
  mustMove(incident, "escalate", "incident.escalate");
  const from = incident.escalatedTo ?? incident.region;
  const to = above(from, asking.needs);
  if (to === undefined) throw guardOnIncident(incident, `It stands with ${from}, and no level is above that.`);
  const decision = one("incident.escalate", asking, incident, { reason, to });
  return { ...decision, result: { ...decision.result, to } };
}

/**
 * Handed to another region (移送), before anybody was sent. What would come back to who has handed it on before is named (推诿) and goes to the
 * superior of both, unless whoever hands it is that superior and has decided.
 */
export function transfer(asking: Asking, { incident: id, region: to, reason }: CommandData<"incident.transfer">): Decision {
  asking.right("verify");
  const { needs, actor } = asking;
  asking.incident(id);
  if (!needs.region(to)) throw notFound("region", to);
  const incident = movable(asking, id, "transfer", "incident.transfer");
  const from = incident.region;
  if (from === to) throw guardOnIncident(incident, `It is ${to}'s already.`);
  if (needs.isWithin(from, to)) throw guardOnIncident(incident, `${to} stands above ${from} and has it before it. Tell it with "incident.escalate".`);
  const isDown = needs.isWithin(to, from);
  const back = isDown ? null : cameBack([...(incident.transfers ?? []), { from, to }], (region, before) => needs.isWithin(before, region));
  const superior = back === null || needs.isWithin(to, actor.region) ? undefined : commonSuperior(from, to, needs);
  const region = superior ?? to;
  const decision = one("incident.transfer", asking, incident, { region, reason, ...(back !== null && { cameBack: back }) });
  return { ...decision, result: { ...decision.result, region, ...(back !== null && { cameBack: back }) } };
}
