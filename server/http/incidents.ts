import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import { INCIDENT_STATES, isIncidentOver, type Incident } from "../../model/incident.ts";
import { similar } from "../../model/similar.ts";
import { narrowedTo, newest, oneOf, pageOf, path, query, situationOf, someOf } from "./ask.ts";
import { isSeen, notFound } from "./answer.ts";
import type { HttpNeeds, SituationDoor } from "./needs.ts";
import { holding } from "./who.ts";

/** What people handle, newest first, with what belongs to it. */
export const incidentRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access, catalog } = needs;
  app.get("/incidents", { schema: { tags: ["loop"], querystring: query("state", "type", "region") } }, async (request) => {
    const reader = holding(request, "read");
    const actor = narrowedTo(needs, reader, request.query);
    const situation = situationOf(needs, request.query);
    const states = someOf(request.query, "state", INCIDENT_STATES);
    const type = oneOf(request.query, "type", catalog.topics.flatMap(({ incidentTypes }) => incidentTypes).filter((t) => access.seesClass(reader, t.class)).map(({ id }) => id));
    const found = [...situation.incidents()].filter((i) =>
      (!states || states.includes(i.state)) && (type === undefined || i.type === type) && access.seesIncident(actor, i, (id) => situation.task(id)));
    return pageOf(newest(found, (i) => i.reportedAt), (i) => i.id, request.query, (i) => incidentAnswer(reader, situation, i));
  });
  app.get("/incidents/:id", { schema: { tags: ["loop"], params: path("id"), querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const found = situation.incident(request.params.id);
    if (!found || !access.seesIncident(actor, found, (id) => situation.task(id))) throw notFound("incident", request.params.id);
    return { ...incidentAnswer(actor, situation, found), similar: alike(actor, situation, found) };
  });

  /** What may be the same thing, for whoever decides about it to merge. */
  function alike(actor: Actor, situation: SituationDoor, found: Incident) {
    if (isIncidentOver(found.state)) return [];
    return similar(found, situation.incidents()).filter((each) => isSeen(situation.incident(each.incident), (i) => access.seesIncident(actor, i, (id) => situation.task(id))));
  }

  /**
   * Alerts, tasks and merged incidents outside the reader's subtree are left out, with their ids and what was said about them. A display is told no
   * number of casualties: until a signed report says one, it is being verified (核实中).
   */
  function incidentAnswer(actor: Actor, situation: SituationDoor, { log, alert, tasks, merged, mergedInto, consequence, byTable, ...incident }: Incident) {
    const alerts = new Set([...(alert === undefined ? [] : [alert]), ...situation.alertsOf(incident.id)]);
    const seesTask = (id: string): boolean => isSeen(situation.task(id), (t) => access.seesTask(actor, t, (i) => situation.incident(i)));
    const seesOther = (id: string): boolean => isSeen(situation.incident(id), (i) => access.seesIncident(actor, i, (task) => situation.task(task)));
    return {
      ...incident,
      ...(actor.role !== "device" && { consequence, byTable }),
      ...(merged && { merged: merged.filter(seesOther) }),
      ...(mergedInto !== undefined && seesOther(mergedInto) && { mergedInto }),
      alerts: [...alerts].filter((id) => isSeen(situation.alert(id), (a) => access.seesAlert(actor, a))),
      tasks: tasks.filter(seesTask),
      timeline: log.filter((step) => (step.task === undefined || seesTask(step.task)) && (step.incident === undefined || seesOther(step.incident))),
    };
  }
};
