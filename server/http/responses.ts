import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { narrowedTo, pageOf, query, situationOf, someOf } from "./ask.ts";
import type { HttpNeeds } from "./needs.ts";
import { holding } from "./who.ts";

/** Response levels, gravest first. */
export const responseRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  // A level holds in all regions below the one that it was declared for, so those above are told too.
  app.get("/responses", { schema: { tags: ["loop"], querystring: query("state", "region") } }, async (request) => {
    const actor = narrowedTo(needs, holding(request, "read"), request.query);
    const states = someOf(request.query, "state", ["inForce", "pending"]);
    const found = situationOf(needs, request.query).responses(actor.region).filter(({ state }) => (!states || states.includes(state)) && (state === "inForce" || (actor.role !== "unit" && actor.role !== "device")));
    return pageOf(found, ({ id }) => id, request.query, (one) => one);
  });
};
