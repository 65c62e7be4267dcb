import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { rightsOf, type Actor } from "../../model/account.ts";
import { formatTime } from "../../model/time.ts";
import { notFound } from "./answer.ts";
import type { HttpNeeds, OpenedSession } from "./needs.ts";
import { cookieName, signedIn } from "./who.ts";

/** A display's session is renewed while it is used, so its cookie must not end first; browsers keep none for longer. */
const DEVICE_COOKIE_S = 400 * 86_400;

/** Gives the browser its session: unreadable to scripts, never sent from another site. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, opened: OpenedSession, now: number): void {
  const ends = opened.actor.role === "device" ? DEVICE_COOKIE_S : Math.floor((opened.expiresAt - now) / 1000);
  reply.setCookie(cookieName(request), opened.token, {
    path: "/", httpOnly: true, sameSite: "strict", secure: request.protocol === "https", maxAge: ends,
  });
}

export const sessionAnswer = ({ account, role, region, unit, wall, walls, display }: Actor, expiresAt?: number) => ({
  account, role, region, rights: rightsOf(role),
  ...(unit === undefined ? {} : { unit }), ...(wall === undefined ? {} : { wall }), ...(walls === undefined ? {} : { walls }), ...(display === undefined ? {} : { display }),
  ...(expiresAt === undefined ? {} : { expiresAt: formatTime(expiresAt) }),
});

const Login = Type.Object(
  { account: Type.String({ minLength: 1, maxLength: 128 }), password: Type.String({ minLength: 1, maxLength: 256 }), otp: Type.Optional(Type.String({ maxLength: 32 })) },
  { additionalProperties: false },
);

/** Signing in and out. The secret is new at each login; the session before it ends. */
export const sessionRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, { access, catalog, clock }) => {
  app.post("/session", { schema: { tags: ["session"], body: Login }, config: { open: true } }, async (request, reply) => {
    const opened = await access.login(request.body.account, request.body.password, request.ip);
    const before = request.actor;
    if (before && !before.session.startsWith("token:")) await access.logout(before.session);
    setSessionCookie(request, reply, opened, clock.now());
    return sessionAnswer(opened.actor, opened.expiresAt);
  });
  app.get("/session", { schema: { tags: ["session"] } }, async (request) => sessionAnswer(signedIn(request)));
  app.delete("/session", { schema: { tags: ["session"] } }, async (request, reply) => {
    const { session } = signedIn(request);
    if (!session.startsWith("token:")) await access.logout(session);
    reply.clearCookie(cookieName(request), { path: "/", httpOnly: true, sameSite: "strict", secure: request.protocol === "https" });
    return { ended: true };
  });
  app.get("/session/demo", { schema: { tags: ["session"] }, config: { open: true } }, async () => {
    const items = access.demo();
    if (!items) throw notFound("page", "session/demo");
    // Names, so that the start page can say who is offered before anybody has signed in.
    return { items: items.map((account) => ({ ...account, regionName: catalog.regions.find(account.region)?.name ?? account.region })) };
  });
};
