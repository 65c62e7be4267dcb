import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Clock } from "../../model/ports.ts";

/** How long one body may take to arrive whole (RELIABILITY D9); streams of samples are bounded by silence instead. */
export const BODY_MS = 10_000;
export const SILENCE_MS = 15_000;
export const HEADERS_MS = 5_000;
/** Open connections of one address; a reverse proxy that is trusted may hold more. */
const MOST_PER_ADDRESS = 1_024;

declare module "fastify" {
  interface FastifyContextConfig {
    /** The body is a stream without a total limit. */
    streams?: boolean;
  }
}

/** Ends requests that never finish and callers that open too many connections. */
export function loseNoPatience(app: FastifyInstance, clock: Clock, trustedProxies: readonly string[]): void {
  app.addHook("onRequest", async (request) => {
    const { raw } = request;
    if (raw.method === "GET" || raw.method === "HEAD" || request.routeOptions.config.streams) return;
    const stop = clock.after(BODY_MS, () => {
      if (!raw.complete) raw.destroy();
    });
    raw.once("close", stop);
  });
  // Silence is the caller's: while the house itself still works at an answer, nobody owes it a byte.
  app.addHook("onRequest", async (request, reply) => {
    reply.raw.on("timeout", (socket: Socket) => {
      if (!request.raw.complete || reply.raw.headersSent) socket.destroy();
    });
  });
  const open = new Map<string, number>();
  app.server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    const count = (open.get(address) ?? 0) + 1;
    if (count > MOST_PER_ADDRESS && !trustedProxies.includes(address)) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
