import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { may, type Actor } from "../../model/account.ts";
import type { Incident } from "../../model/incident.ts";
import { placeOfIncident, type IncidentPlace } from "../../model/incident-place.ts";
import { plansFor, plansSeen } from "../../model/plan.ts";
import { Problem } from "../../model/problem.ts";
import { recommend } from "../../model/recommend.ts";
import { isTaskDone } from "../../model/task.ts";
import { formatTime, parseTime } from "../../model/time.ts";
import type { Unit } from "../../model/unit.ts";
import { isStalePosition, type UnitPosition } from "../../model/unit-position.ts";
import { notFound } from "./answer.ts";
import { MOST_ITEMS, oneOf, pageOf, path, query, situationOf, wholeOf } from "./ask.ts";
import type { HttpNeeds, SituationDoor } from "./needs.ts";
import { holding } from "./who.ts";

/** So many units are enough to choose from, unless more are asked for; the console folds what is beyond the fittest itself. */
const LISTED = 60;
const Position = Type.Object({ point: Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })]), observedAt: Type.String({ maxLength: 40 }) }, { additionalProperties: false });

/** Who can receive an order, where each said that it is, and who fits an incident by plan, way, level and load. */
export const unitRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access, catalog, clock } = needs;
  const { regions } = catalog;

  app.get("/units", { schema: { tags: ["regions"], querystring: query("region", "kind") } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const region = request.query.region ?? actor.region;
    if (regions.indexOf(region) < 0 || !access.seesPlace(actor, region)) throw notFound("region", region);
    const kind = oneOf(request.query, "kind", catalog.unitKinds);
    return pageOf(catalog.units(region).filter((u) => kind === undefined || u.kind === kind), (u) => u.id, request.query, (u) => ({ ...u, ...positionAnswer(situation.positionOf(u)) }));
  });

  app.post("/units/:id/position", { schema: { tags: ["regions"], params: path("id"), querystring: query(), body: Position } }, async (request, reply) => {
    const actor = holding(request, "handle");
    const situation = situationOf(needs, request.query);
    const { id } = request.params;
    if (actor.unit !== id) throw new Problem("no_right", `${actor.account} speaks for ${actor.unit ?? "no unit"}; a unit reports its own position alone. Send it to /units/${actor.unit ?? "…"}/position.`);
    const observedAt = parseTime(request.body.observedAt);
    if (observedAt === null) throw new Problem("bad_time", `observedAt is "${request.body.observedAt}"; expected RFC 3339 with offset (2015-10-04T14:10:00+08:00).`);
    if (situation.info().kind === "replay") throw new Problem("read_only", "A replay shows what was; nobody reports in it. Send the position to the situation that runs.");
    situation.reportPosition(id, request.body.point, observedAt);
    return reply.code(204).send();
  });

  app.get("/plans", { schema: { tags: ["loop"], querystring: query("type", "topic") } }, async (request) => {
    const reader = holding(request, "read");
    situationOf(needs, request.query);
    const isSeen = (id: string): boolean => access.seesClass(reader, catalog.incidentType(id)?.class ?? "sensitive");
    const type = oneOf(request.query, "type", [...new Set(catalog.topics.flatMap(({ incidentTypes }) => incidentTypes.map(({ id }) => id)))].filter(isSeen));
    const topic = oneOf(request.query, "topic", catalog.topics.map(({ id }) => id));
    return pageOf(plansSeen(catalog.plans, isSeen).filter((plan) => (type === undefined || plan.types.includes(type)) && (topic === undefined || plan.topic === topic)), ({ id }) => id, request.query, (plan) => plan);
  });

  app.get("/incidents/:id/units", { schema: { tags: ["loop"], params: path("id"), querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const incident = situation.incident(request.params.id);
    if (!incident || !access.seesIncident(actor, incident, (id) => situation.task(id))) throw notFound("incident", request.params.id);
    const listed = wholeOf(request.query, "limit", LISTED, 1, MOST_ITEMS);
    const [plan] = plansFor(catalog.plans, incident.type, incident.grade);
    const units = inReach(actor, incident).flatMap((region) => catalog.units(region));
    const positions = new Map(units.flatMap((unit) => {
      const position = situation.positionOf(unit);
      return position ? [[unit.id, position] as const] : [];
    }));
    const place = placeOf(actor, situation, incident);
    const found = recommend(units, { orders: plan?.orders ?? [], point: place?.point ?? null, now: clock.now(), load: loadOf(situation), positions });
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    return {
      incident: incident.id, place, plan: plan ? { id: plan.id, title: plan.title, source: plan.source } : null, of: found.length,
      items: found.slice(0, listed).map(({ position, ...one }) => ({ ...byId.get(one.unit)!, ...one, ...positionAnswer(position) })),
    };
  });

  function placeOf(actor: Actor, situation: SituationDoor, incident: Incident): IncidentPlace | null {
    return placeOfIncident(incident, {
      alertPlace: (id) => situation.alert(id)?.place,
      sitePoint: (id) => {
        const site = catalog.site(id);
        return site && access.seesClass(actor, site.class) ? site.point : undefined;
      },
      upward: (code) => [code, ...regions.path(regions.indexOf(code)).toReversed()].map((each) => ({ region: each, level: regions.row(regions.indexOf(each)).level, point: catalog.point(each) })),
    });
  }
  function positionAnswer(position: UnitPosition | undefined) {
    if (!position) return {};
    const { point, observedAt, quality } = position;
    return { position: { point, observedAt: formatTime(observedAt), ageMs: Math.max(0, clock.now() - observedAt), isStale: isStalePosition(position, clock.now()), quality } };
  }
  /** Regions whose units this seat may order to an incident: its own, those on the way down to it, and with them the neighbours of the last two. */
  function inReach(actor: Actor, { region }: Pick<Incident, "region">): readonly string[] {
    const way = [...regions.path(regions.indexOf(region)), region];
    const from = way.indexOf(actor.region);
    if (from < 0) return [];
    const below = way.slice(from + 1);
    const childrenOf = (code: string): string[] => codes(regions.children(regions.indexOf(code)));
    const reach = new Set<string>();
    if (may(actor, "dispatchAny")) for (const code of [...below, ...way.slice(Math.max(from, way.length - 2)).flatMap(childrenOf)]) reach.add(code);
    if (may(actor, "dispatchNext")) for (const code of childrenOf(actor.region)) reach.add(code);
    if (may(actor, "dispatchOwn")) reach.add(actor.region);
    return [...reach];
  }
  const codes = ({ from, to }: { readonly from: number; readonly to: number }): string[] => Array.from({ length: to - from }, (_, i) => regions.row(from + i).code);
};

function loadOf(situation: SituationDoor): ReadonlyMap<Unit["id"], number> {
  const load = new Map<string, number>();
  for (const { unit, state } of situation.tasks()) if (!isTaskDone(state)) load.set(unit, (load.get(unit) ?? 0) + 1);
  return load;
}
