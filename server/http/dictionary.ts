import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import { plansSeen } from "../../model/plan.ts";
import type { Topic } from "../../model/topic.ts";
import { oneOf, pageOf, path, query, situationOf } from "./ask.ts";
import { notFound } from "./answer.ts";
import type { HttpNeeds } from "./needs.ts";
import { holding } from "./who.ts";

/** Topics, indicators and sites: what is declared, as far as the caller's class may know of it. */
export const dictionaryRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { catalog, access } = needs;
  const topicAnswer = (actor: Actor, topic: Topic) => {
    const indicators = topic.indicators.filter((i) => access.seesClass(actor, i.class));
    const known = new Set(indicators.map((i) => i.id));
    return {
      id: topic.id,
      no: topic.no,
      title: topic.title,
      lead: topic.lead,
      indicators: indicators.map((i) => ({
        id: i.id, title: i.title, unit: i.unit, ...(i.unitEn !== undefined && { unitEn: i.unitEn }), decimals: i.decimals, leaf: i.leaf, rollup: i.rollup, cadence: i.cadenceMs, class: i.class,
        worse: i.worse, ...(i.siteKind ? { siteKind: i.siteKind } : {}), ...(i.none ? { none: i.none } : {}), ...(i.zero ? { zero: i.zero } : {}), ...(i.basis ? { basis: i.basis } : {}),
      })),
      incidentTypes: topic.incidentTypes.filter((t) => access.seesClass(actor, t.class)).map(({ id, title, severity, sop, units, limits, class: of, gradedBy }) => ({ id, title, severity, sop, units, limits, class: of, ...(gradedBy && { gradedBy }) })),
      rules: topic.rules.filter((r) => known.has(r.indicator)),
      plans: plansSeen(topic.plans, (type) => access.seesClass(actor, topic.incidentTypes.find(({ id }) => id === type)?.class ?? "sensitive")),
      scene: topic.scene,
    };
  };
  app.get("/topics", { schema: { tags: ["topics"], querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    return pageOf(catalog.topics, (t) => t.id, request.query, (t) => topicAnswer(actor, t));
  });
  app.get("/topics/:id", { schema: { tags: ["topics"], params: path("id"), querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    const topic = catalog.topic(request.params.id);
    if (!topic) throw notFound("topic", request.params.id);
    return topicAnswer(actor, topic);
  });

  app.get("/indicators/:id", { schema: { tags: ["topics"], params: path("id"), querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    const found = catalog.indicator(request.params.id);
    if (!found || !access.seesClass(actor, found.class)) throw notFound("indicator", request.params.id);
    const topic = catalog.topics.find((t) => t.indicators.some((i) => i.id === found.id));
    const thresholds = (topic?.rules ?? []).filter((r) => r.indicator === found.id);
    const { cadenceMs, ...declared } = found;
    return { ...declared, cycle: cadenceMs, cadence: cadenceMs, topic: topic?.id ?? null, thresholds };
  });

  /** Of the sites there are, and those at which something would be measured, as far as the caller's class may know. */
  const kindsOf = (actor: Actor): readonly string[] => {
    const indicators = catalog.topics.flatMap((topic) => topic.indicators);
    const kinds = [...catalog.sites.filter((s) => access.seesClass(actor, s.class)).map((s) => s.kind), ...indicators.filter((i) => access.seesClass(actor, i.class)).flatMap((i) => i.siteKind ?? [])];
    return [...new Set(kinds)].sort();
  };
  app.get("/sites", { schema: { tags: ["regions"], querystring: query("kind", "region") } }, async (request, reply) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    const { region } = request.query;
    const kind = oneOf(request.query, "kind", kindsOf(actor));
    if (region !== undefined && (catalog.regions.indexOf(region) < 0 || !access.seesPlace(actor, region))) throw notFound("region", region);
    const narrowed = { ...actor, region: region ?? actor.region };
    const sites = catalog.sites.filter((s) => (kind === undefined || s.kind === kind) && access.seesPlace(narrowed, s.region) && access.seesClass(actor, s.class));
    const page = pageOf(sites, (s) => s.id, request.query, (s) => s);
    if (!/geo\+json/.test(request.headers.accept ?? "")) return page;
    reply.type("application/geo+json");
    return JSON.stringify({
      type: "FeatureCollection",
      features: page.items.map(({ id, kind: siteKind, name, region: code, point, attributes, illustrative }) => ({
        type: "Feature", id, geometry: point ? { type: "Point", coordinates: point } : null,
        properties: { ...attributes, kind: siteKind, name, region: code, ...(illustrative ? { illustrative } : {}) },
      })),
      ...(page.next === undefined ? {} : { next: page.next }),
    });
  });
};
