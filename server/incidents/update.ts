import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import { Problem } from "../../model/problem.ts";
import { guardOnIncident, type Asking } from "./asking.ts";
import { awayFrom } from "./away.ts";
import { byTable } from "./grade.ts";
import { checkTitle, movable, one, typeOf } from "./incident-commands.ts";

/** Pictures and papers of one incident. */
const MOST_FILES = 50;

/** What is known better now than when it was reported. Where it is responsible does not change by this: that is `incident.transfer`. */
export function update(asking: Asking, { incident: id, ...said }: CommandData<"incident.update">): Decision {
  asking.right("verify");
  if (Object.keys(said).length === 0) throw new Problem("bad_request", `"incident.update" says nothing new. Say at least one of title, description, point, type, consequence, files.`);
  if (said.title !== undefined) checkTitle(asking, said.title);
  const topic = said.type === undefined ? undefined : typeOf(asking, said.type).topic;
  const incident = movable(asking, id, "update", "incident.update");
  for (const file of said.files ?? []) asking.file(file);
  const files = said.files?.filter((file) => !incident.files?.includes(file));
  const count = (incident.files?.length ?? 0) + (files?.length ?? 0);
  if (count > MOST_FILES) throw guardOnIncident(incident, `It would hold ${count} files; ${MOST_FILES} are the most. Hand the others to the unit that works on it.`);
  const awayKm = said.point && awayFrom(asking.needs, incident.region, said.point);
  const consequence = said.consequence && { ...incident.consequence, ...said.consequence };
  const decision = one("incident.update", asking, incident, { ...said, ...(files && { files }), ...(consequence && { consequence }), ...(topic !== undefined && { topic }), ...(awayKm !== undefined && { awayKm }) });
  const table = byTable(asking, { type: said.type ?? incident.type, ...((consequence ?? incident.consequence) && { consequence: consequence ?? incident.consequence! }) });
  return { ...decision, result: { ...decision.result, ...(table && { byTable: table }) } };
}
