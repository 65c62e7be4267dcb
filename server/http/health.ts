import type { FastifyPluginAsync } from "fastify";
import { packWords } from "../../model/pack-fact.ts";
import { clockText, formatTime } from "../../model/time.ts";
import type { HttpNeeds } from "./needs.ts";

/**
 * `/healthz`: the process answers, what of it does not run beside that, how the store is, and when it was last copied. `/readyz`: it can serve, or why not;
 * without the code of a pack it can, while its journal is verified behind the boot, and also while the store is read-only or the journal was found to be
 * damaged: reads, numbers and alerts go on, and a restart would take them.
 */
export const health: FastifyPluginAsync<Pick<HttpNeeds, "unready" | "packs" | "catalog" | "health">> = async (app, needs) => {
  app.get("/healthz", async () => {
    const ended = needs.packs.states().flatMap(({ topic, fault, since }) => (fault === null ? [] : [packWords(needs.catalog.topic(topic)?.title.zh ?? topic, fault, since)]));
    const { store, why, owed, backup, drill, journal } = needs.health();
    return {
      ok: true,
      ...(ended.length > 0 && { packs: ended }),
      store: { state: store.store, since: formatTime(store.since), ...(why !== null && { why }), owed },
      journal: { state: journal.state, ...(journal.state === "verifying" && { verified: journal.verified, of: journal.of }), ...(journal.flaw !== undefined && { flaw: journal.flaw }) },
      snapshot: journal.snapshot && { seq: journal.snapshot.seq, at: formatTime(journal.snapshot.at) },
      // What was never done is not left out: nobody must take it for done.
      backup: backup && { name: backup.name, at: backup.at },
      drill: drill && { at: drill.at, backup: drill.backup, tookMs: drill.tookMs, ok: drill.fault === undefined, ...(drill.fault !== undefined && { fault: drill.fault }) },
    };
  });
  app.get("/readyz", async (_request, reply) => {
    const reasons = needs.unready();
    if (reasons.length > 0) reply.code(503);
    const { store, why, journal } = needs.health();
    const readOnly = why === null ? [] : [`The store is read-only since ${clockText(store.since)} (${why}): commands, pictures and sign-ins are refused until it writes; reads, numbers and alerts go on.`];
    const limits = [...readOnly, ...(journal.flaw === undefined ? [] : [`${journal.flaw}: commands, pictures and sign-ins are refused; reads, numbers and alerts go on. Restore the last backup.`])];
    return { ready: reasons.length === 0, reasons, ...(journal.state !== "verified" && { journal: journal.state }), ...(limits.length > 0 && { limits }) };
  });
};
