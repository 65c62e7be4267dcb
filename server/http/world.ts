import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { sceneRef } from "../../model/scene.ts";
import { simTime } from "../../model/situation.ts";
import { DisplayReport } from "../../model/display.ts";
import { formatTime } from "../../model/time.ts";
import type { Wall } from "../../model/wall.ts";
import { pageOf, path, query, situationOf } from "./ask.ts";
import { notFound } from "./answer.ts";
import type { HttpNeeds, SituationDoor } from "./needs.ts";
import { holding } from "./who.ts";

/** Records that can be played, situations that run, and walls with what they look at. */
export const worldRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access, walls, clock } = needs;
  app.get("/situations", { schema: { tags: ["walls"], querystring: query() } }, async (request) => {
    holding(request, "read");
    situationOf(needs, request.query);
    return pageOf(needs.situations(), (s) => s.info().id, request.query, (s) => situationAnswer(s, clock.now()));
  });

  // Also of one that has ended: a page that still shows it must be able to say since when, and by whom.
  app.get("/situations/:id", { schema: { tags: ["walls"], params: path("id"), querystring: query() } }, async (request) => {
    holding(request, "read");
    situationOf(needs, request.query);
    const { id } = request.params;
    const running = needs.situation(id);
    if (running) return situationAnswer(running, clock.now());
    const ended = needs.ended(id);
    if (!ended) throw notFound("situation", id);
    return { id, ended };
  });

  app.get("/feeds", { schema: { tags: ["walls"], querystring: query() } }, async (request) => {
    holding(request, "read");
    situationOf(needs, request.query);
    return pageOf(needs.feeds(), (feed) => feed.id, request.query, ({ span, ...feed }) => ({ ...feed, span: spanAnswer(span) }));
  });

  // Drafts as well: whoever publishes one looks at it first.
  app.get("/scenes", { schema: { tags: ["walls"], querystring: query() } }, async (request) => {
    const { region } = holding(request, "publish");
    situationOf(needs, request.query);
    return pageOf(needs.composed(region), ({ scene, version }) => sceneRef(scene.id, version), request.query, ({ scene, version, published, ...saved }) => ({ id: sceneRef(scene.id, version), version, ...saved, published: published ?? null, scene }));
  });

  const wallAnswer = (wall: Wall) => {
    const state = walls.state(wall.id);
    return {
      id: wall.id,
      title: wall.title,
      situation: state?.focus.situation ?? wall.situation,
      focus: state?.focus ?? null,
      stack: state?.stack ?? [],
      depth: state?.depth ?? 0,
      mode: state?.mode ?? "routine",
      scene: state?.scene ?? wall.scene,
      theme: state?.theme ?? null,
      parts: state?.parts ?? [],
      preset: state?.preset ?? null,
      rotation: state?.rotation ?? null,
      lock: state?.lock ?? null,
      strokes: state?.strokes ?? [],
      presets: wall.presets ?? [],
      scenes: walls.scenes(wall.id),
      published: walls.published(wall.id).map(({ scene: { id, title }, version }) => ({ id, version, title })),
      revision: state?.revision ?? null,
      geometry: { surfaces: wall.surfaces },
      // What a display has painted is known only to the display; null says that it has not told.
      displays: walls.displays(wall.id).map(({ n, heardAt, ...health }) => ({ id: `${wall.id}/${n}`, ...health, heardAt: heardAt === null ? null : formatTime(heardAt) })),
    };
  };
  app.get("/walls", { schema: { tags: ["walls"], querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    return pageOf(walls.all().filter((w) => access.seesWall(actor, w.id)), (w) => w.id, request.query, wallAnswer);
  });
  app.get("/walls/:id", { schema: { tags: ["walls"], params: path("id"), querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    const wall = walls.all().find((w) => w.id === request.params.id);
    if (!wall || !access.seesWall(actor, wall.id)) throw notFound("wall", request.params.id);
    return wallAnswer(wall);
  });
  // No command: a display that only reads may say how it is, and decides nothing by it.
  app.post("/walls/:id/displays/:n", { schema: { tags: ["walls"], params: path("id", "n"), body: DisplayReport } }, async (request, reply) => {
    const actor = holding(request, "read");
    const { id, n } = request.params;
    const display = walls.all().find((w) => w.id === id)?.displays.find((d) => String(d.n) === n);
    if (!display || !access.isDisplay(actor, id, display.n)) throw notFound("display", `${id}/${n}`);
    walls.report(actor, id, display.n, request.body);
    return reply.code(204).send();
  });
};

function situationAnswer(situation: SituationDoor, now: number) {
  const { id, kind, title, banner, feed, span, clock, replays } = situation.info();
  return {
    id, kind, title, banner, feed, simAt: formatTime(simTime(clock, now)), speed: clock.speed, paused: clock.paused, ...(replays === undefined ? {} : { replays }),
    span: span && spanAnswer(span),
  };
}
const spanAnswer = ({ from, to }: { readonly from: number; readonly to: number }) => ({ from: formatTime(from), to: formatTime(to) });
