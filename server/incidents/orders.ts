import { may } from "../../model/account.ts";
import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Draft } from "../../model/journal.ts";
import { moveIncident, type Incident } from "../../model/incident.ts";
import { Problem } from "../../model/problem.ts";
import { LONGEST_ORDER_MS } from "../../model/task.ts";
import { DAY, formatTime } from "../../model/time.ts";
import { guardOnIncident, illegalIncident, notFound, type Asking } from "./asking.ts";
import { reach } from "./dispatch.ts";
import { draftOf } from "./incident-commands.ts";

type Order = CommandData<"task.dispatchMany">["orders"][number];

export function dispatch(asking: Asking, { incident: id, plan, ...order }: CommandData<"task.dispatch">): Decision {
  const incident = orderable(asking, id);
  const { task, draft } = ordered(asking, incident, order, "deadline", plan);
  return { drafts: [draft], result: { task } };
}

/** Orders to many units are one decision: all of them or none, and of each unit one. */
export function dispatchMany(asking: Asking, { incident: id, orders, plan }: CommandData<"task.dispatchMany">): Decision {
  const incident = orderable(asking, id);
  const twice = orders.find(({ unit }, i) => orders.findIndex((one) => one.unit === unit) < i)?.unit;
  // Taking the first would drop the words of the other; giving both would send a unit twice for one slip.
  if (twice !== undefined) throw new Problem("bad_request", `The unit "${twice}" is named in more than one of the ${orders.length} orders; a unit gets one at a time, and nothing was sent. Name it once, and put all it is to do into that order.`, { unit: twice });
  const given = orders.map((order, i) => ordered(asking, incident, order, `orders[${i}].deadline`, plan));
  return { drafts: given.map(({ draft }) => draft), result: { tasks: given.map(({ task }) => task) } };
}

function orderable(asking: Asking, id: string): Incident {
  asking.right("dispatchOwn", "dispatchNext", "dispatchAny");
  return asking.incident(id);
}
function ordered(asking: Asking, incident: Incident, { unit: to, text, deadline, steps, success }: Order, field: string, plan: string | undefined): { readonly task: string; readonly draft: Draft } {
  const { actor, needs } = asking;
  const unit = needs.unit(to);
  const way = unit && reach(actor.region, unit.region, needs.region);
  if (!unit || !way) throw notFound("unit", to);
  if (!may(actor, way.right)) asking.noRight(`orders a unit of ${unit.region} from ${actor.region}, which needs the right "${way.right}"`);
  if (!moveIncident(incident.state, "dispatched")) throw illegalIncident(incident, "task.dispatch");
  checkDeadline(asking, incident, field, deadline);
  const task = needs.ids.next("task");
  const more = { ...(steps && { steps }), ...(success !== undefined && { success }), ...(plan !== undefined && { plan }) };
  return { task, draft: draftOf("task.dispatch", asking, incident.region, { task, incident: incident.id, unit: to, text, deadline, from: actor.region, copied: way.copied, ...more }) };
}

/** A deadline lies ahead, and no farther than any order runs. */
export function checkDeadline(asking: Asking, incident: Incident, field: string, deadline: string): void {
  const by = asking.time(field, deadline);
  if (by <= asking.now) throw guardOnIncident(incident, `The deadline ${deadline} has passed; it is ${formatTime(asking.now)}. Give one that can be kept.`);
  if (by > asking.now + LONGEST_ORDER_MS)
    throw guardOnIncident(incident, `The deadline ${deadline} lies more than ${LONGEST_ORDER_MS / DAY} days ahead; it is ${formatTime(asking.now)}, and no order runs longer than to ${formatTime(asking.now + LONGEST_ORDER_MS)}. Give a nearer one, and order anew when it is reached.`);
}
