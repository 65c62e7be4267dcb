import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import { path, query } from "./ask.ts";
import type { HttpNeeds } from "./needs.ts";
import { isLoopback } from "./origin.ts";
import { setSessionCookie } from "./session.ts";
import { holding } from "./who.ts";

const MISSING = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有这个页面 · 观澜</title><body><main><h1>没有这个页面</h1><p>没有这块大屏、显示屏或页面。请核对地址。</p><p lang="en">There is no such wall, display or page. Check the address.</p><p><a href="/">首页 Home</a></p></main></body></html>`;
const UNBUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面未构建 · 观澜</title><body><main><h1>页面尚未构建</h1><p lang="en">The pages are not built. Run: npm run build</p></main></body></html>`;

/** The pages, as built; a display on loopback in the demo is paired when it opens its wall. */
export const pages: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { house, walls, devices, access, clock } = needs;
  const assets = join(house.pagesRoot, "assets");
  if (existsSync(assets)) await app.register(fastifyStatic, { root: assets, prefix: "/assets/", index: false, dotfiles: "deny", cacheControl: false, decorateReply: false, preCompressed: true });

  const page = async (reply: FastifyReply, name: string) => {
    const html = await readFile(join(house.pagesRoot, `${name}.html`)).catch(() => null);
    return reply.code(html ? 200 : 503).type("text/html; charset=utf-8").send(html ?? UNBUILT);
  };
  const missing = (reply: FastifyReply) => reply.code(404).type("text/html; charset=utf-8").send(MISSING);

  const hidden = { schema: { hide: true } };
  app.get("/", hidden, async (_request, reply) => page(reply, "home"));
  for (const name of ["console", "field", "gallery", "dictionary"]) app.get(`/${name}`, hidden, async (_request, reply) => page(reply, name));
  app.get("/wall/:wall", { schema: { hide: true, params: path("wall") } }, async (request, reply) => {
    const wall = walls.all().find((w) => w.id === request.params.wall);
    if (!wall) return missing(reply);
    await pair(request, reply, wall.id);
    return page(reply, "display");
  });
  app.get("/wall/:wall/text", { schema: { hide: true, params: path("wall"), querystring: query() } }, async (request, reply) => {
    const wall = walls.all().find((w) => w.id === request.params.wall);
    if (!wall) return missing(reply);
    const actor = (await pair(request, reply, wall.id)) ?? holding(request, "read");
    const told = access.seesWall(actor, wall.id) ? await needs.paper.twin(wall, actor, request.query.situation) : null;
    if (!told) return missing(reply);
    reply.header("vary", "accept");
    // A terminal asks for anything, a browser for a page.
    return /text\/html/.test(request.headers.accept ?? "") ? reply.type("text/html; charset=utf-8").send(told.page) : reply.type("text/plain; charset=utf-8").send(told.text);
  });
  app.get("/wall/:wall/:n", { schema: { hide: true, params: path("wall", "n") } }, async (request, reply) => {
    const wall = walls.all().find((w) => w.id === request.params.wall);
    const display = wall?.displays.find((d) => String(d.n) === request.params.n);
    if (!wall || !display) return missing(reply);
    // A glass that a device hangs at is that device's, here too: it signs in by its key.
    if (!devices.at(wall.id, display.n)) await pair(request, reply, wall.id);
    return page(reply, "display");
  });
  // A slash behind an address that somebody typed is no other page.
  const without = async (request: FastifyRequest, reply: FastifyReply) => {
    const [address = "", asked] = request.url.split(/\?(.*)/s);
    return reply.redirect(`${address.slice(0, -1)}${asked === undefined ? "" : `?${asked}`}`, 308);
  };
  for (const address of ["/console/", "/field/", "/gallery/", "/dictionary/", "/wall/:wall/", "/wall/:wall/text/", "/wall/:wall/:n/"]) app.get(address, hidden, without);
  app.get("/display-worker.js", hidden, async (_request, reply) => {
    const script = await readFile(join(house.pagesRoot, "display-worker.js")).catch(() => null);
    return script ? reply.type("text/javascript; charset=utf-8").send(script) : missing(reply);
  });
  app.get("/favicon.ico", hidden, async (_request, reply) => reply.code(204).send());

  /** A person's session is never replaced; a display's keeps the walls that it already shows. */
  async function pair(request: FastifyRequest, reply: FastifyReply, wall: string): Promise<Actor | null> {
    const { actor } = request;
    if (house.profile !== "demo" || !isLoopback(request.ip, request.headers)) return null;
    if (actor && (actor.role !== "device" || access.seesWall(actor, wall))) return null;
    const opened = await access.pairDemo(wall, actor);
    setSessionCookie(request, reply, opened, clock.now());
    return opened.actor;
  }

  app.setNotFoundHandler(async (request, reply) => {
    if (request.method === "GET" && /text\/html/.test(request.headers.accept ?? "") && !request.url.startsWith("/api/")) return missing(reply);
    return reply.code(404).send({ code: "not_found", message: `There is no ${request.method} ${request.url.split("?")[0]!.slice(0, 200)} here. Calls are listed at /api/v1/openapi.json.` });
  });
};
