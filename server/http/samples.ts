import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import { AmbiguousItem } from "../../model/ambiguous-item.ts";
import { Problem } from "../../model/problem.ts";
import { repeatedKeys } from "../../model/repeated-keys.ts";
import { oneOf, query } from "./ask.ts";
import type { HttpNeeds, SampleReceipt, SampleSource } from "./needs.ts";
import { textOf } from "./utf8.ts";
import { holding, needsRight } from "./who.ts";

/** Requests of sources that are worked on at once, and the event loop's delay beyond which sources must wait. */
const MOST_AT_ONCE = 64;
const MOST_DELAY_MS = 1_000;

/** POST /samples: the sources' door into `live`, and into no other situation. */
export const sampleRoutes = (count: (receipt: SampleReceipt) => void): FastifyPluginAsyncTypebox<HttpNeeds> => async (app, { access, catalog, samples, clock }) => {
  let working = 0;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const stop = clock.every(5_000, () => delay.reset());
  app.addHook("onClose", async () => {
    stop();
    delay.disable();
  });
  // Each item is judged alone: a key that is refused must take no other item along. JSON.parse makes of __proto__ a key like any other.
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (_request: unknown, body: Buffer): Promise<unknown> => {
    const text = textOf(body);
    try {
      return condemn(JSON.parse(text), text);
    } catch (error) {
      if (error instanceof Problem) throw error;
      throw new Problem("bad_json", "The body is not valid JSON. Nothing of it was taken; send it again whole.");
    }
  });
  // Streams come as they are; a sample's line is bounded by its decoder, the whole is not.
  for (const type of ["application/x-ndjson", "text/csv"]) app.addContentTypeParser(type, async (_request: unknown, stream: unknown) => stream);

  const schema = { tags: ["samples"], querystring: query("durable"), consumes: ["application/json", "application/x-ndjson", "text/csv"] };
  app.post("/samples", { schema, onRequest: needsRight("sample"), config: { streams: true } }, async (request, reply) => {
    const actor = holding(request, "sample");
    if (working >= MOST_AT_ONCE || delay.percentile(99) / 1e6 > MOST_DELAY_MS)
      throw new Problem("too_many", "The server is at its capacity. Keep the samples and send them again after Retry-After.", { retryAfterS: 2 });
    const source: SampleSource = { id: actor.account, region: actor.region, mayAbout: (place) => mayAbout(actor, place) };
    oneOf(request.query, "situation", ["live"]);
    const durable = oneOf(request.query, "durable", ["0", "1"]) === "1";
    working++;
    try {
      const receipt = await take(request.headers["content-type"] ?? "", request.body, source, durable);
      count(receipt);
      reply.code(202);
      return receipt;
    } finally {
      working--;
    }
  });

  /** Whether a place exists is ingest's to say; a place that does must lie in the source's region. */
  const mayAbout = (actor: Actor, place: string): boolean =>
    access.seesPlace(actor, place) || (catalog.regions.indexOf(place) < 0 && catalog.site(place) === undefined);

  async function take(type: string, body: unknown, source: SampleSource, durable: boolean): Promise<SampleReceipt> {
    if (type.startsWith("application/x-ndjson")) return samples.ndjson(body as AsyncIterable<Uint8Array>, source, durable);
    if (type.startsWith("text/csv")) return samples.csv(body as AsyncIterable<Uint8Array>, source, durable);
    if (!isBatch(body)) throw new Problem("bad_request", "The body must be {\"samples\": […]} and nothing beside it.");
    return samples.accept(body.samples, source, durable);
  }
};

/** A sample that names a key twice is condemned alone; a body that does is refused whole. */
function condemn(body: unknown, text: string): unknown {
  for (const { key, path } of repeatedKeys(text)) {
    const [list, item] = path;
    if (list === undefined) throw new Problem("bad_json", `The body names "${key.slice(0, 64)}" twice; which was meant cannot be known. Nothing of it was taken; send it once.`);
    if (isBatch(body) && typeof item === "number") body.samples[item] = new AmbiguousItem(key);
  }
  return body;
}
const isBatch = (body: unknown): body is { samples: unknown[] } =>
  typeof body === "object" && body !== null && Array.isArray((body as { samples?: unknown }).samples) && Object.keys(body).length === 1;
