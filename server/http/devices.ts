import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { DEVICE_ACCOUNT } from "../../model/device.ts";
import { formatTime } from "../../model/time.ts";
import { pageOf, query, situationOf } from "./ask.ts";
import type { HttpNeeds } from "./needs.ts";
import { sessionAnswer, setSessionCookie } from "./session.ts";
import { holding } from "./who.ts";

const Key = Type.Object({ publicKey: Type.String({ minLength: 1, maxLength: 512, description: "SPKI of an ECDSA P-256 key, base64" }) }, { additionalProperties: false });
const Id = Type.String({ minLength: 1, maxLength: 128, description: "The first 32 hexadecimal digits of SHA-256 over the SPKI" });
const Named = Type.Object({ id: Id }, { additionalProperties: false });
const Signed = Type.Object({ id: Id, signature: Type.String({ minLength: 1, maxLength: 512, description: "ECDSA with SHA-256, r and s behind each other, base64" }) }, { additionalProperties: false });

/** Displays that hang somewhere else than on this machine: how they are paired, sign in by their key, and are listed. */
export const deviceRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access, devices, walls, clock } = needs;
  app.post("/pairings", { schema: { tags: ["session"], body: Key }, config: { open: true } }, async (request) => {
    const { code, expiresAt } = devices.ask(request.body.publicKey, request.ip);
    return { code, expiresAt: formatTime(expiresAt) };
  });
  app.post("/session/device/challenge", { schema: { tags: ["session"], body: Named }, config: { open: true } }, async (request) => {
    const { challenge, expiresAt } = devices.challenge(request.body.id, request.ip);
    return { challenge, expiresAt: formatTime(expiresAt) };
  });
  app.post("/session/device", { schema: { tags: ["session"], body: Signed }, config: { open: true } }, async (request, reply) => {
    const { id, signature } = request.body;
    const isSigned = devices.isSigned({ id, signature, origin: originOf(request), from: request.ip });
    const opened = await access.loginDevice(`${DEVICE_ACCOUNT}${id}`, isSigned, request.ip);
    const before = request.actor;
    if (before && !before.session.startsWith("token:")) await access.logout(before.session);
    setSessionCookie(request, reply, opened, clock.now());
    return sessionAnswer(opened.actor, opened.expiresAt);
  });

  app.get("/devices", { schema: { tags: ["walls"], querystring: query() } }, async (request) => {
    const actor = holding(request, "devices");
    situationOf(needs, request.query);
    const glasses = walls.all().filter((wall) => access.seesWall(actor, wall.id)).flatMap((wall) =>
      walls.displays(wall.id).map(({ n, state, heardAt }) => {
        const device = devices.at(wall.id, n);
        return {
          id: `${wall.id}/${n}`, wall: wall.id, display: n, wallTitle: wall.title, state, heardAt: heardAt === null ? null : formatTime(heardAt),
          device: device ? { id: device.id, pairedAt: device.pairedAt, pairedBy: device.pairedBy } : null,
        };
      }));
    return pageOf(glasses, (glass) => glass.id, request.query, (glass) => glass);
  });
};

/** As the browser writes it into its address: it names it in Origin, and what sends none is no browser. */
const originOf = ({ headers, protocol, host }: FastifyRequest): string => headers.origin ?? `${protocol}://${host}`;
