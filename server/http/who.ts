import "@fastify/cookie";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { may, type Actor, type Right } from "../../model/account.ts";
import { Problem } from "../../model/problem.ts";
import type { HttpNeeds } from "./needs.ts";
import { isOwnOrigin } from "./origin.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who is asking; null without a living session or token. */
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    /** May be called by nobody in particular: signing in, and the description of the calls. */
    open?: boolean;
  }
}

export const cookieName = (request: Pick<FastifyRequest, "protocol">): string => (request.protocol === "https" ? "__Host-guanlan" : "guanlan");

/** Resolves the caller before anything else; refuses another site's requests before the handler. */
export function askWho(app: FastifyInstance, { access, house }: Pick<HttpNeeds, "access" | "house">): void {
  app.decorateRequest("actor", null);
  app.addHook("onRequest", async (request) => {
    const cookie = request.cookies[cookieName(request)];
    const changes = request.method !== "GET" && request.method !== "HEAD" && request.method !== "OPTIONS";
    if ((changes || cookie !== undefined) && !isOwnOrigin(request.headers, house.origins) && !isNavigation(request))
      throw new Problem("bad_origin", `Requests from ${String(request.headers.origin ?? "another site").slice(0, 200)} are refused; only this server's own pages may ask with a session.`);
    const bearer = /^Bearer +([^\s]+)$/i.exec(request.headers.authorization ?? "")?.[1];
    request.actor = bearer !== undefined ? await access.byBearer(bearer) : cookie !== undefined ? await access.byCookie(cookie) : null;
  });
}

/** A link on another site to one of the pages: it shows, but reveals nothing to that site. */
const isNavigation = (request: FastifyRequest): boolean =>
  request.method === "GET" && request.headers["sec-fetch-mode"] === "navigate" && request.headers.origin === undefined && !request.url.startsWith("/api/");

/** The caller, or 401. */
export function signedIn(request: FastifyRequest): Actor {
  if (!request.actor) throw new Problem("no_session", "There is no living session. Sign in with POST /api/v1/session, or send Authorization: Bearer.");
  return request.actor;
}

/** The caller when they hold the right, else 401 or 403. */
export function holding(request: FastifyRequest, right: Right): Actor {
  const actor = signedIn(request);
  if (!may(actor, right)) throw new Problem("no_right", `${actor.account} is ${actor.role}, which does not hold the right "${right}". Ask somebody whose role does.`);
  return actor;
}

/** An early hook for a route: refuses before the body is read. */
export const needsRight = (right: Right) => async (request: FastifyRequest): Promise<void> => void holding(request, right);
/** The hook of all calls that are not open: nobody is told what is wrong with a call before saying who they are. */
export const needsSession = async (request: FastifyRequest): Promise<void> => {
  if (!request.routeOptions.config.open) signedIn(request);
};
