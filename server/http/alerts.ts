import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import { GOALS } from "../../model/alarm-load.ts";
import { ALERT_STATES, type Alert } from "../../model/alert.ts";
import { postsFor, type AlertPost } from "../../model/alert-post.ts";
import { PLATFORM_TOPIC } from "../../model/display.ts";
import { Problem } from "../../model/problem.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { narrowedTo, newest, oneOf, pageOf, path, query, situationOf, someOf, timeOf } from "./ask.ts";
import { notFound } from "./answer.ts";
import type { HttpNeeds } from "./needs.ts";
import { holding } from "./who.ts";

/** What machines have found, newest first, and what authorities signal. */
export const alertRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access, catalog } = needs;
  app.get("/alerts", { schema: { tags: ["loop"], querystring: query("state", "severity", "topic", "region", "group") } }, async (request) => {
    const actor = narrowedTo(needs, holding(request, "read"), request.query);
    const states = someOf(request.query, "state", ALERT_STATES);
    const severities = someOf(request.query, "severity", ["1", "2", "3", "4"]);
    const topic = oneOf(request.query, "topic", [...catalog.topics.map(({ id }) => id), PLATFORM_TOPIC]);
    const situation = situationOf(needs, request.query);
    const { group } = request.query;
    const members = group === undefined ? undefined : situation.alertsOfGroup(group);
    const found = [...situation.alerts()].filter((a) =>
      (!members || members.has(a.id)) && (!states || states.includes(a.state)) && (!severities?.length || severities.includes(`${a.severity}`)) && (topic === undefined || a.topic === topic) && access.seesAlert(actor, a));
    return pageOf(newest(found, (a) => a.raisedAt), (a) => a.id, request.query, (a) => a);
  });
  // Groups and the load are of a whole region: counted in it, and nothing of what lies beyond.
  app.get("/alert-groups", { schema: { tags: ["loop"], querystring: query("region", "topic", "severity") } }, async (request) => {
    const actor = narrowedTo(needs, holding(request, "read"), request.query);
    const severities = someOf(request.query, "severity", ["1", "2", "3", "4"]);
    const topic = oneOf(request.query, "topic", [...catalog.topics.map(({ id }) => id), PLATFORM_TOPIC]);
    const found = situationOf(needs, request.query).alertGroups(actor.region).filter((group) =>
      (!severities?.length || (group.gravest !== null && severities.includes(`${group.gravest}`))) && (topic === undefined || group.topic === topic) && access.seesClass(actor, catalog.indicator(group.indicator)?.class ?? "sensitive"));
    return pageOf(newest(found, (group) => group.newestAt), (group) => group.id, request.query, (group) => group);
  });
  app.get("/alerts/load", { schema: { tags: ["loop"], querystring: query("region") } }, async (request) => {
    const actor = narrowedTo(needs, holding(request, "read"), request.query);
    if (actor.role === "device") throw new Problem("no_right", "How much is asked of people is told to people, and to no display.");
    return { ...situationOf(needs, request.query).alarmLoad(actor.region), goals: GOALS };
  });
  const seen = (id: string, actor: Actor, asked: { readonly situation?: string | undefined }): Alert => {
    const found = situationOf(needs, asked).alert(id);
    if (!found || !access.seesAlert(actor, found)) throw notFound("alert", id);
    return found;
  };
  app.get("/alerts/:id", { schema: { tags: ["loop"], params: path("id"), querystring: query() } }, async (request): Promise<Alert> => seen(request.params.id, holding(request, "read"), request.query));
  // Whom it may be given to (`alert.assign`), the nearest first. An account is a post and no person.
  app.get("/alerts/:id/posts", { schema: { tags: ["loop"], params: path("id"), querystring: query() } }, async (request) => {
    const { place } = seen(request.params.id, holding(request, "acknowledge"), request.query);
    return pageOf(postsAbout(access.seats(), catalog.site(place)?.region ?? place, catalog.regions), ({ account }) => account, request.query, (post) => post);
  });

  // No authority's signals reach this version (they come as CAP); an empty list is the truth, not a placeholder.
  app.get("/warnings", { schema: { tags: ["loop"], querystring: query("region", "inForce", "at") } }, async (request) => {
    narrowedTo(needs, holding(request, "read"), request.query);
    situationOf(needs, request.query);
    timeOf(request.query, "at");
    oneOf(request.query, "inForce", ["true", "false"]);
    return { items: [] };
  });
};

function postsAbout(posts: readonly AlertPost[], region: string, tree: RegionTree): readonly AlertPost[] {
  const at = (code: string): number => tree.indexOf(code);
  return postsFor(posts, region, (code) => tree.depth[at(code)] ?? 0, (code, ancestor) => at(code) >= 0 && at(ancestor) >= 0 && tree.isWithin(at(code), at(ancestor)));
}
