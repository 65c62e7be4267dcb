import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import type { Class } from "../../model/words.ts";
import { query, situationOf, wholeOf } from "./ask.ts";
import type { HttpNeeds } from "./needs.ts";
import { holding } from "./who.ts";

const [USUAL, MOST] = [12, 50];
/** An open incident is what people look for first. */
const INCIDENT_WEIGHT = 6;
/** As the product's own scenes. */
const SCENE_WEIGHT = 4.5;

/** One word for everything that has a name: regions, indicators, sites, incidents, scenes. */
export const searchRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { catalog, access, search, walls } = needs;
  /** What people have published for the walls that somebody sees, once each. */
  const publishedFor = (actor: Actor) => [...new Map(walls.all().filter(({ region }) => access.seesPlace(actor, region)).flatMap((wall) => walls.published(wall.id)).map(({ scene: { id, title } }) => [id, { kind: "scene" as const, id, title, weight: SCENE_WEIGHT }])).values()];
  /** What has no class of its own is open. */
  const seesClassOf = (actor: Actor, kind: string, id: string): boolean => {
    const classOf: Class | undefined = kind === "indicator" ? catalog.indicator(id)?.class : kind === "site" ? catalog.site(id)?.class : "open";
    return classOf !== undefined && access.seesClass(actor, classOf);
  };
  app.get("/search", { schema: { tags: ["regions"], querystring: query("q") } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const incidents = [...situation.incidents()]
      .filter((incident) => access.seesIncident(actor, incident, (id) => situation.task(id)))
      .map(({ id, title, region, state }) => ({ kind: "incident" as const, id, title: { zh: title, en: "" }, region, weight: state === "closed" || state === "evaluated" ? 0 : INCIDENT_WEIGHT }));
    const found = search.find(request.query.q ?? "", wholeOf(request.query, "limit", USUAL, 1, MOST), [...incidents, ...publishedFor(actor)], ({ kind, id, region }) => (region === undefined || access.seesPlace(actor, region)) && seesClassOf(actor, kind, id));
    return { items: found.map(({ kind, id, title, region, match }) => ({ kind, id, title, match, ...(region !== undefined && { region, path: pathOf(region, kind === "region") }) })) };
  });

  /** Codes from the province down: of a region without itself. */
  function pathOf(code: string, isItself: boolean): string[] {
    const above = catalog.regions.path(catalog.regions.indexOf(code));
    return isItself ? above : [...above, code];
  }
};
