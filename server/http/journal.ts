import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import { Problem } from "../../model/problem.ts";
import { MOST_ITEMS, query, situationOf, wholeOf } from "./ask.ts";
import type { HttpNeeds, SituationDoor } from "./needs.ts";
import { holding, signedIn } from "./who.ts";

/** The complete chain of a situation, for the auditor and the commander of the whole platform; and quarantined samples. */
export const journalRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access } = needs;
  const reader = (actor: Actor): Actor => {
    if (!access.readsJournal(actor)) throw new Problem("no_right", `${actor.account} may not read the journal; only the auditor and the commander of the whole platform may.`);
    return actor;
  };

  /** With `Accept: application/json`, an `after` or a `limit`, one page of items; else the export that `npm run journal:verify` reads. */
  app.get("/journal", { schema: { tags: ["journal"], querystring: query() } }, async (request, reply) => {
    reader(signedIn(request));
    const situation = situationOf(needs, request.query);
    const after = wholeOf(request.query, "after", 0, 0, Number.MAX_SAFE_INTEGER);
    const accept = request.headers.accept ?? "";
    const isPaged = request.query.after !== undefined || request.query.limit !== undefined;
    if (/application\/json/.test(accept) || (isPaged && !/ndjson/.test(accept))) {
      const limit = wholeOf(request.query, "limit", 100, 1, MOST_ITEMS);
      const items = await situation.journalEntries(after, limit);
      const last = items.at(-1);
      return { H: situation.journalHash(), situation: situation.journalOf(), items, ...(last && last.seq < situation.journalHead().seq ? { next: String(last.seq) } : {}) };
    }
    reply.type("application/x-ndjson; charset=utf-8");
    if (!isPaged) return reply.send(Readable.from(situation.journalExport()));
    return reply.send(Readable.from(lines(situation, after, wholeOf(request.query, "limit", Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER))));
  });

  app.get("/journal/head", { schema: { tags: ["journal"], querystring: query() } }, async (request) => {
    reader(signedIn(request));
    const situation = situationOf(needs, request.query);
    return { situation: situation.journalOf(), ...situation.journalHead(), H: situation.journalHash() };
  });

  app.get("/quarantine", { schema: { tags: ["samples"], querystring: query() } }, async (request) => {
    const actor = holding(request, "read");
    situationOf(needs, request.query);
    if (actor.role === "device") throw new Problem("no_right", `${actor.account} is a display; it reads what its wall shows, and no wall shows what was kept aside.`);
    // A sample about an unknown place belongs to no region: only who may read the whole chain sees it.
    const seen = needs.samples.quarantine().filter((q) => (q.place !== undefined && access.seesPlace(actor, q.place)) || access.readsJournal(actor));
    // Older ones fall away while somebody reads on: what comes after a number is found without it.
    const after = wholeOf(request.query, "after", 0, 0, Number.MAX_SAFE_INTEGER);
    const limit = wholeOf(request.query, "limit", 100, 1, MOST_ITEMS);
    const rest = seen.filter((q) => q.n > after);
    const items = rest.slice(0, limit);
    return { items, ...(rest.length > limit && { next: String(items.at(-1)!.n) }) };
  });
};

const BATCH = 1_000;
/** The export: a line that names the hash function, then one entry a line, up to the head as it stood at the start. */
async function* lines(situation: SituationDoor, after: number, limit: number): AsyncGenerator<string> {
  const head = situation.journalHead();
  yield `${JSON.stringify({ H: situation.journalHash(), situation: situation.journalOf() })}\n`;
  let left = limit;
  for (let last = after; last < head.seq && left > 0; ) {
    const entries = await situation.journalEntries(last, Math.min(BATCH, left));
    if (entries.length === 0) return;
    const wanted = entries.filter((e) => e.seq <= head.seq);
    yield wanted.map((e) => `${JSON.stringify(e)}\n`).join("");
    left -= wanted.length;
    last = entries.at(-1)!.seq;
  }
}
