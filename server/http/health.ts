import type { FastifyPluginAsync } from "fastify";
import type { HttpNeeds } from "./needs.ts";

/** `/healthz`: the process answers. `/readyz`: it can serve, or why not. */
export const health: FastifyPluginAsync<Pick<HttpNeeds, "unready">> = async (app, needs) => {
  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", async (_request, reply) => {
    const reasons = needs.unready();
    if (reasons.length > 0) reply.code(503);
    return { ready: reasons.length === 0, reasons };
  });
};
