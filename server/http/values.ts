import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import type { Indicator } from "../../model/indicator.ts";
import { Problem } from "../../model/problem.ts";
import { LEVELS, below } from "../../model/region.ts";
import { DAY, formatTime } from "../../model/time.ts";
import { levelOf, query, required, situationOf, timeOf, wholeOf, type Asked } from "./ask.ts";
import { notFound } from "./answer.ts";
import type { HttpNeeds, SituationDoor } from "./needs.ts";
import { holding } from "./who.ts";

/** Numbers with their truth: a slice of a level, a series of a place, and what a number is made of. */
export const valueRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { catalog, access } = needs;
  const indicatorOf = (actor: Actor, asked: Asked): Indicator => {
    const id = required(asked, "indicator");
    const found = catalog.indicator(id);
    if (!found || !access.seesClass(actor, found.class)) throw notFound("indicator", id);
    return found;
  };
  const placeOf = (actor: Actor, asked: Asked, { id, siteKind }: Indicator): string => {
    const place = required(asked, "place");
    const site = catalog.site(place);
    if (!access.seesPlace(actor, place) || (site && !access.seesClass(actor, site.class))) throw notFound("place", place);
    if (site && siteKind !== undefined && site.kind !== siteKind)
      throw new Problem("not_found", `${id} is not measured at "${place}", which is of kind ${site.kind}; it is measured at sites of kind ${siteKind}.`);
    return place;
  };
  /** Nothing reads past the situation's clock: what will be known later is asked for as what is known now. */
  const asOfOf = (asked: Asked, situation: SituationDoor): number | undefined => {
    const asOf = timeOf(asked, "asOf");
    return asOf === undefined ? undefined : Math.min(asOf, situation.simNow());
  };
  const whenOf = (observedAt: number | null) => (observedAt === null ? null : formatTime(observedAt));
  const cellAnswer = <C extends { readonly observedAt: number | null }>({ observedAt, ...cell }: C) => ({ ...cell, observedAt: whenOf(observedAt) });

  app.get("/slice", { schema: { tags: ["values"], querystring: query("indicator", "region", "level", "asOf") } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const indicator = indicatorOf(actor, request.query);
    const region = request.query.region ?? actor.region;
    const index = catalog.regions.indexOf(region);
    if (index < 0 || !access.seesPlace(actor, region)) throw notFound("region", region);
    const own = catalog.regions.row(index).level;
    const level = request.query.level === "site" ? "site" : (levelOf(request.query, "level") ?? below(own) ?? own);
    if (level !== "site" && LEVELS.indexOf(level) < LEVELS.indexOf(own))
      throw new Problem("bad_request", `level is "${level}", which stands above "${region}", a ${own}; expected ${[...LEVELS.slice(LEVELS.indexOf(own)), "site"].join(", ")}. Ask for it of a region above.`, { parameter: "level" });
    const asOf = asOfOf(request.query, situation);
    const cells = await situation.slice(indicator.id, region, level, asOf);
    const seen = level === "site" && actor.role === "device" ? cells.filter((c) => access.seesClass(actor, catalog.site(c.place)?.class ?? "sensitive")) : cells;
    return {
      indicator: indicator.id, region, level, situation: situation.info().id, tick: situation.tick(), simAt: formatTime(situation.simNow()),
      ...(asOf === undefined ? {} : { asOf: formatTime(asOf) }), cells: seen.map(cellAnswer),
    };
  });

  app.get("/series", { schema: { tags: ["values"], querystring: query("indicator", "place", "from", "to", "points", "asOf") } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const indicator = indicatorOf(actor, request.query);
    const place = placeOf(actor, request.query, indicator);
    const asOf = asOfOf(request.query, situation);
    const [askedFrom, askedTo] = [timeOf(request.query, "from"), timeOf(request.query, "to")];
    if (askedFrom !== undefined && askedTo !== undefined && askedFrom > askedTo)
      throw new Problem("bad_request", `from is "${request.query.from}", which is later than to "${request.query.to}"; expected from ≤ to. Swap them.`, { parameter: "from" });
    const to = Math.min(askedTo ?? situation.knownUntil(), situation.knownUntil());
    const from = askedFrom ?? Math.min(to, situation.simNow()) - DAY;
    const points = await situation.series(indicator.id, place, from, to, wholeOf(request.query, "points", 500, 2, 5_000), asOf);
    return { indicator: indicator.id, place, situation: situation.info().id, from, to, points };
  });

  app.get("/lineage", { schema: { tags: ["values"], querystring: query("indicator", "place", "at") } }, async (request) => {
    const actor = holding(request, "read");
    const situation = situationOf(needs, request.query);
    const indicator = indicatorOf(actor, request.query);
    const place = placeOf(actor, request.query, indicator);
    const { at, observedAt, contributions, ...lineage } = await situation.lineage(indicator.id, place, timeOf(request.query, "at"));
    return {
      ...lineage, observedAt: whenOf(observedAt), at: formatTime(at), rollup: indicator.rollup, unit: indicator.unit, decimals: indicator.decimals, situation: situation.info().id,
      contributions: contributions.map(cellAnswer),
    };
  });
};
