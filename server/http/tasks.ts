import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import { TASK_STATES, type Task } from "../../model/task.ts";
import { narrowedTo, newest, pageOf, path, query, situationOf, someOf } from "./ask.ts";
import { isSeen, notFound } from "./answer.ts";
import type { HttpNeeds } from "./needs.ts";
import { holding } from "./who.ts";

/** Orders to units with their receipts, newest first. */
export const taskRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access, catalog } = needs;
  app.get("/tasks", { schema: { tags: ["loop"], querystring: query("unit", "state", "incident", "region") } }, async (request) => {
    const reader = holding(request, "read");
    const actor = narrowedTo(needs, reader, request.query);
    const situation = situationOf(needs, request.query);
    const states = someOf(request.query, "state", TASK_STATES);
    const { unit, incident } = request.query;
    const sees = (who: Actor, t: Task): boolean => access.seesTask(who, t, (id) => situation.incident(id));
    if (incident !== undefined && !isSeen(situation.incident(incident), (i) => access.seesIncident(reader, i, (id) => situation.task(id)))) throw notFound("incident", incident);
    // Orders of one's own incidents go to units elsewhere, too: such a unit is there for whoever sees an order to it.
    if (unit !== undefined && !isSeen(catalog.unit(unit), ({ region }) => access.seesPlace(reader, region)) && ![...situation.tasks()].some((t) => t.unit === unit && sees(reader, t))) throw notFound("unit", unit);
    const found = [...situation.tasks()].filter((t) =>
      (!states || states.includes(t.state)) && (unit === undefined || t.unit === unit) && (incident === undefined || t.incident === incident) && sees(actor, t));
    return pageOf(newest(found, (t) => t.dispatchedAt), (t) => t.id, request.query, taskAnswer);
  });
  app.get("/tasks/:id", { schema: { tags: ["loop"], params: path("id"), querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const found = situation.task(request.params.id);
    if (!found || !access.seesTask(actor, found, (id) => situation.incident(id))) throw notFound("task", request.params.id);
    return taskAnswer(found);
  });
};
const taskAnswer = ({ log, ...task }: Task) => ({ ...task, receipts: log });
