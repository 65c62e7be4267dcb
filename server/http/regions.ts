import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { BoundaryLevel } from "../../model/boundary.ts";
import { LEVELS, type Level } from "../../model/region.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { levelOf, oneOf, pageOf, path, query, situationOf } from "./ask.ts";
import { notFound } from "./answer.ts";
import type { HttpNeeds } from "./needs.ts";
import { holding } from "./who.ts";

/** A region as the outside sees it: codes only, never indexes. */
export function regionAnswer(regions: RegionTree, index: number) {
  const { code, name, nameEn, level, parent } = regions.row(index);
  const { from, to } = regions.children(index);
  const children = Array.from({ length: to - from }, (_, i) => {
    const child = regions.row(from + i);
    return { code: child.code, name: child.name, nameEn: child.nameEn, level: child.level, childCount: regions.childCount[from + i]!, ...marks(regions, from + i) };
  });
  return { code, name, nameEn, level, parent: parent === "" ? null : parent, path: regions.path(index), ...marks(regions, index), children };
}
const marks = (regions: RegionTree, index: number) => ({
  ...(regions.isPassThrough(index) ? { passThrough: true } : {}),
  ...(regions.isSpecial(index) ? { special: true } : {}),
});

/** Regions, their boundaries and the units that receive orders there. */
export const regionRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { catalog, access } = needs;
  const { regions } = catalog;
  app.get("/regions/:code", { schema: { tags: ["regions"], params: path("code"), querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    const { code } = request.params;
    const index = regions.indexOf(code);
    if (index < 0 || !access.seesPlace(actor, code)) throw notFound("region", code);
    return regionAnswer(regions, index);
  });

  app.get("/regions", { schema: { tags: ["regions"], querystring: query("parent", "level", "q") } }, async (request) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    const { parent, q } = request.query;
    if (parent !== undefined && (regions.indexOf(parent) < 0 || !access.seesPlace(actor, parent))) throw notFound("region", parent);
    const root = regions.indexOf(actor.region);
    const words = q?.trim().toLowerCase();
    const found: number[] = [];
    for (const index of candidates(regions, parent === undefined ? root : regions.indexOf(parent), parent !== undefined, levelOf(request.query, "level"))) {
      const row = regions.row(index);
      if (words === undefined || row.name.includes(words) || row.nameEn.toLowerCase().includes(words) || row.code === words) found.push(index);
    }
    return pageOf(found, (index) => regions.row(index).code, request.query, (index) => regionAnswer(regions, index));
  });

  app.get("/boundaries/:level", { schema: { tags: ["regions"], params: path("level"), querystring: query("parent") } }, async (request) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    const level = oneOf<BoundaryLevel>(request.params, "level", [...LEVELS, "context", "county-light"])!;
    // The neighbours belong to nobody's subtree.
    if (level === "context") return catalog.boundaries(level);
    const parent = request.query.parent ?? (regions.indexOf(actor.region) === 0 ? undefined : actor.region);
    if (parent !== undefined && (regions.indexOf(parent) < 0 || !access.seesPlace(actor, parent))) throw notFound("region", parent);
    return catalog.boundaries(level, parent);
  });
};

/** With a parent: its children, or its descendants of a level. Without: the caller's whole subtree, or one level of it. */
function* candidates(regions: RegionTree, index: number, childrenOnly: boolean, level: Level | undefined): Iterable<number> {
  if (level !== undefined) return yield* range(regions.descendants(index, level));
  if (childrenOnly) return yield* range(regions.children(index));
  for (const each of LEVELS) yield* range(regions.descendants(index, each));
}
function* range({ from, to }: { from: number; to: number }): Iterable<number> {
  for (let i = from; i < to; i++) yield i;
}
