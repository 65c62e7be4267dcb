import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import { ALERT_STATES, type Alert } from "../../model/alert.ts";
import { PLATFORM_TOPIC } from "../../model/display.ts";
import { INCIDENT_STATES, type Incident } from "../../model/incident.ts";
import { TASK_STATES, type Task } from "../../model/task.ts";
import { oneOf, pageOf, path, query, situationOf, someOf, timeOf, type Asked } from "./ask.ts";
import { notFound } from "./answer.ts";
import type { HttpNeeds, SituationDoor } from "./needs.ts";
import { holding } from "./who.ts";

/** What people act on: alerts, warnings, incidents and tasks, newest first, and response levels, gravest first. */
export const loopRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access, catalog } = needs;
  const narrowed = (actor: Actor, asked: Asked): Actor => {
    const { region } = asked;
    if (region === undefined) return actor;
    if (catalog.regions.indexOf(region) < 0 || !access.seesPlace(actor, region)) throw notFound("region", region);
    return { ...actor, region };
  };

  app.get("/alerts", { schema: { tags: ["loop"], querystring: query("state", "severity", "topic", "region") } }, async (request) => {
    const actor = narrowed(holding(request, "read"), request.query);
    const states = someOf(request.query, "state", ALERT_STATES);
    const severities = someOf(request.query, "severity", ["1", "2", "3", "4"]);
    const topic = oneOf(request.query, "topic", [...catalog.topics.map(({ id }) => id), PLATFORM_TOPIC]);
    const found = [...situationOf(needs, request.query).alerts()].filter((a) =>
      (!states || states.includes(a.state)) && (!severities?.length || severities.includes(`${a.severity}`)) && (topic === undefined || a.topic === topic) && access.seesAlert(actor, a));
    return pageOf(newest(found, (a) => a.raisedAt), (a) => a.id, request.query, (a) => a);
  });
  app.get("/alerts/:id", { schema: { tags: ["loop"], params: path("id"), querystring: query() } }, async (request): Promise<Alert> => {
    const actor = holding(request, "read");
    const found = situationOf(needs, request.query).alert(request.params.id);
    if (!found || !access.seesAlert(actor, found)) throw notFound("alert", request.params.id);
    return found;
  });

  // No authority's signals reach this version (they come as CAP); an empty list is the truth, not a placeholder.
  app.get("/warnings", { schema: { tags: ["loop"], querystring: query("region", "inForce", "at") } }, async (request) => {
    narrowed(holding(request, "read"), request.query);
    situationOf(needs, request.query);
    timeOf(request.query, "at");
    oneOf(request.query, "inForce", ["true", "false"]);
    return { items: [] };
  });

  // A level holds in all regions below the one that it was declared for, so those above are told too.
  app.get("/responses", { schema: { tags: ["loop"], querystring: query("state", "region") } }, async (request) => {
    const actor = narrowed(holding(request, "read"), request.query);
    const states = someOf(request.query, "state", ["inForce", "pending"]);
    const found = situationOf(needs, request.query).responses(actor.region).filter(({ state }) => (!states || states.includes(state)) && (state === "inForce" || (actor.role !== "unit" && actor.role !== "device")));
    return pageOf(found, ({ id }) => id, request.query, (one) => one);
  });

  app.get("/incidents", { schema: { tags: ["loop"], querystring: query("state", "type", "region") } }, async (request) => {
    const reader = holding(request, "read");
    const actor = narrowed(reader, request.query);
    const situation = situationOf(needs, request.query);
    const states = someOf(request.query, "state", INCIDENT_STATES);
    const { type } = request.query;
    const found = [...situation.incidents()].filter((i) =>
      (!states || states.includes(i.state)) && (type === undefined || i.type === type) && access.seesIncident(actor, i, (id) => situation.task(id)));
    const linked = alertsByIncident(situation);
    return pageOf(newest(found, (i) => i.reportedAt), (i) => i.id, request.query, (i) => incidentAnswer(reader, situation, linked, i));
  });
  app.get("/incidents/:id", { schema: { tags: ["loop"], params: path("id"), querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const found = situation.incident(request.params.id);
    if (!found || !access.seesIncident(actor, found, (id) => situation.task(id))) throw notFound("incident", request.params.id);
    return incidentAnswer(actor, situation, alertsByIncident(situation), found);
  });

  app.get("/tasks", { schema: { tags: ["loop"], querystring: query("unit", "state", "incident", "region") } }, async (request) => {
    const actor = narrowed(holding(request, "read"), request.query);
    const situation = situationOf(needs, request.query);
    const states = someOf(request.query, "state", TASK_STATES);
    const { unit, incident } = request.query;
    const found = [...situation.tasks()].filter((t) =>
      (!states || states.includes(t.state)) && (unit === undefined || t.unit === unit) && (incident === undefined || t.incident === incident) &&
      access.seesTask(actor, t, (id) => situation.incident(id)));
    return pageOf(newest(found, (t) => t.dispatchedAt), (t) => t.id, request.query, taskAnswer);
  });
  app.get("/tasks/:id", { schema: { tags: ["loop"], params: path("id"), querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const found = situation.task(request.params.id);
    if (!found || !access.seesTask(actor, found, (id) => situation.incident(id))) throw notFound("task", request.params.id);
    return taskAnswer(found);
  });

  /** Alerts and tasks of an incident outside the reader's subtree are left out, with their ids and what was said about them. */
  function incidentAnswer(actor: Actor, situation: SituationDoor, linked: ReadonlyMap<string, readonly string[]>, { log, alert, tasks, ...incident }: Incident) {
    const alerts = new Set([...(alert === undefined ? [] : [alert]), ...(linked.get(incident.id) ?? [])]);
    const seesTask = (id: string): boolean => isSeen(situation.task(id), (t) => access.seesTask(actor, t, (i) => situation.incident(i)));
    return {
      ...incident,
      alerts: [...alerts].filter((id) => isSeen(situation.alert(id), (a) => access.seesAlert(actor, a))),
      tasks: tasks.filter(seesTask),
      timeline: log.filter(({ task }) => task === undefined || seesTask(task)),
    };
  }
};

function alertsByIncident(situation: SituationDoor): ReadonlyMap<string, readonly string[]> {
  const linked = new Map<string, string[]>();
  for (const { id, incident } of situation.alerts())
    if (incident !== undefined) linked.set(incident, [...(linked.get(incident) ?? []), id]);
  return linked;
}
const taskAnswer = ({ log, ...task }: Task) => ({ ...task, receipts: log });
const isSeen = <T>(found: T | undefined, sees: (found: T) => boolean): boolean => found !== undefined && sees(found);
/** Newest first; equal times by id, so that pages never repeat or skip. */
const newest = <T extends { readonly id: string }>(items: T[], at: (item: T) => string): T[] =>
  items.sort((a, b) => (at(a) === at(b) ? (a.id < b.id ? 1 : -1) : at(a) < at(b) ? 1 : -1));
