import type { FastifyPluginAsync } from "fastify";
import { packWords } from "../../model/pack-fact.ts";
import type { HttpNeeds } from "./needs.ts";

/** `/healthz`: the process answers, and what of it does not run beside that. `/readyz`: it can serve, or why not; without the code of a pack it can. */
export const health: FastifyPluginAsync<Pick<HttpNeeds, "unready" | "packs" | "catalog">> = async (app, needs) => {
  app.get("/healthz", async () => {
    const ended = needs.packs.states().flatMap(({ topic, fault, since }) => (fault === null ? [] : [packWords(needs.catalog.topic(topic)?.title.zh ?? topic, fault, since)]));
    return { ok: true, ...(ended.length > 0 && { packs: ended }) };
  });
  app.get("/readyz", async (_request, reply) => {
    const reasons = needs.unready();
    if (reasons.length > 0) reply.code(503);
    return { ready: reasons.length === 0, reasons };
  });
};
