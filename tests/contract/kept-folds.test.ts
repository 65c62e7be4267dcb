import fc from "fast-check";
import { setImmediate as others } from "node:timers/promises";
import { inflateRawSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Entry } from "../../model/journal.ts";
import { liveADay } from "../fixtures/journal-day.ts";
import { comesTo, journalHouse, type JournalHouse } from "../fixtures/journal-house.ts";
import { memoryStore, type MemoryStore } from "../fixtures/memory-store.ts";

/** A day in which every kind of entry is written. */
let day: { readonly at: number; readonly live: readonly Entry[]; readonly storm: readonly Entry[] };
beforeAll(async () => {
  const { at, chains } = await liveADay();
  const entriesOf = (of: string): Entry[] => chains.find(({ situation }) => situation === of)!.lines.join("").trimEnd().split("\n").slice(1).map((line) => JSON.parse(line) as Entry);
  day = { at: Date.parse(at), live: entriesOf("live"), storm: entriesOf("storm") };
});
const silent = (): never => {
  throw new Error("Nobody decides anything here.");
};
/** A house that keeps its folds as soon as it may, opened on what is stored. */
async function open(store: MemoryStore, kept = true): Promise<JournalHouse> {
  const snapshots = { build: "of a test", vouch: () => "ours", isOurs: (_text: string, sig: string) => sig === "ours", signed: () => [], turns: () => () => undefined, often: { entries: 1, notWithinMs: 0, entriesAtStop: 1 } };
  return await journalHouse({ store, clock: new ManualClock(day.at), ids: { next: silent, secret: () => "" }, ...(kept && { snapshots }) });
}
/** What its folds are kept as, once they stand at the end of the chain. */
async function keptBy(house: JournalHouse, store: MemoryStore): Promise<readonly string[]> {
  const { chain, serve } = house.chain("live");
  serve();
  for (let i = 0; (await store.snapshot("live"))?.seq !== chain.head().seq; i++) {
    if (i > 1_000) throw new Error(`Nothing was kept at entry ${chain.head().seq}.`);
    await others();
  }
  const { seq, parts } = (await store.snapshot("live"))!;
  return await Promise.all(parts.map(async ({ fold }, n) => `${fold} ${inflateRawSync((await store.snapshotPart("live", seq, n))!).toString()}`));
}

test("what was kept and proves wrong while the end of the chain is read is thrown away, and everything is read anew", async () => {
  const [store, plain] = [memoryStore(), memoryStore()];
  await plain.commit({ entries: [...day.live, ...day.storm] });
  await store.commit({ entries: day.live.slice(0, 10) });
  await keptBy(await open(store), store);
  const early = (await store.snapshot("live"))!;
  const parts = await Promise.all(early.parts.map((_, n) => store.snapshotPart("live", 10, n)));
  await store.commit({ entries: [...day.live.slice(10), ...day.storm] });
  // It says of the folds of an hour ago that they are of later.
  const late = day.live.findIndex(({ kind }) => kind === "incident.verify") - 1;
  for (const [n, bytes] of parts.entries()) await store.putSnapshotPart("live", late + 1, n, bytes!);
  await store.putSnapshot({ ...early, seq: late + 1, hash: day.live[late]!.hash });
  const again = await open(store);
  expect(again.chain("live").journal()).toMatchObject({ state: "verified", snapshot: null });
  expect(comesTo(again, "live", day.at)).toEqual(comesTo(await open(plain, false), "live", day.at));
});

test("all folds of live that were kept at any entry of the day, and once more later, and read on, are to the byte those that are read anew", { timeout: 300_000 }, async () => {
  const plain = memoryStore();
  await plain.commit({ entries: [...day.live, ...day.storm] });
  const anew = await open(plain);
  const [told, kept] = [comesTo(anew, "live", day.at), await keptBy(anew, plain)];
  expect(new Set(kept.map((part) => part.split(" ")[0]))).toEqual(new Set(["alerts", "incidents", "responses", "second-person", "situations", "scenes", "walls", "devices"]));
  const whole = day.live.length;
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: whole - 1 }), { minLength: 1, maxLength: 2 }), async (at) => {
      const store = memoryStore();
      let read = 0;
      for (const cut of at.toSorted((a, b) => a - b)) {
        await store.commit({ entries: day.live.slice(read, cut) });
        await keptBy(await open(store), store);
        read = cut;
      }
      await store.commit({ entries: [...day.live.slice(read), ...day.storm] });
      const again = await open(store);
      expect(again.chain("live").journal()).toMatchObject({ state: "verifying", of: read, snapshot: { seq: read } });
      expect(comesTo(again, "live", day.at)).toEqual(told);
      expect(await keptBy(again, store)).toEqual(kept);
    }),
    { numRuns: 20 },
  );
});
