import fastify, { type FastifyInstance } from "fastify";
import type { HttpNeeds } from "./needs.ts";
import { health } from "./health.ts";

/** The HTTP door (CONTRACT §1–5, §8), ready to `listen`; its `server` also carries the sockets. */
export async function createHttp(needs: HttpNeeds): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    requestTimeout: 10_000,
    connectionTimeout: 15_000,
    bodyLimit: 256 * 1024,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
  });
  await app.register(health, needs);
  return app;
}
