import { resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { setImmediate as others } from "node:timers/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Log, Pace } from "../../model/ports.ts";
import type { Cell } from "../../model/sample.ts";
import { formatTime, HOUR, MINUTE, parseTime } from "../../model/time.ts";
import { decode } from "../../model/wire/index.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { createFeeds } from "../../server/feeds/index.ts";
import { createClockWatch } from "../../server/clock-watch.ts";
import { openSituation, type Situation } from "../../server/situation.ts";
import { createSituations, type Situations } from "../../server/situations.ts";
import { memoryStore, type MemoryStore } from "../fixtures/memory-store.ts";

const START = Date.parse("2026-03-01T08:00:00+08:00");
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const commander: Actor = { account: "commander@44", role: "commander", region: "44", session: "s" };
const LANDFALL = parseTime("2015-10-04T14:00:00+08:00")!;
let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
});

/** Every part of every work is a turn of its own, or none is. */
const CUT = (): Pace => () => turn();
const WHOLE = (): Pace => () => undefined;

async function house(turns: () => Pace, store: MemoryStore = memoryStore(), clock = new ManualClock(START)) {
  let n = 0;
  const situations: Situations = createSituations({
    feeds: createFeeds(catalog), log: silent, clock, root: "44",
    launch: (plan) =>
      openSituation(
        {
          catalog, store, clock, log: silent, hash: "sha256", tickMs: 200, applyDelayMs: 100, nextChannelId: () => ++n, turns, others, steadyTime: createClockWatch(clock),
          ids: { next: (prefix) => `${prefix}-${++n}`, secret: (bytes) => "0".repeat(2 * bytes) }, anchor: null,
          folds: plan.id === "live" ? [situations] : [], wall: () => undefined, wallMoved: () => {},
        },
        plan,
      ),
  });
  await situations.open();
  const storm = situations.get("storm")!;
  const order = (kind: string, data: object) => situations.execute(commander, { id: `command-${++n}`, kind: `situation.${kind}`, data: { situation: "storm", ...data } });
  await order("pause", {});
  return { store, clock, situations, storm, order, seek: (to: number) => order("seek", { to: formatTime(to) }) };
}

/** Ticks count turns of the house, which are no part of the world. */
const untimed = (cell: Cell) => ({ ...cell, tick: 0 });

/** Everything that the storm says of towns and counties, now and as it was known before. */
async function told(storm: Situation) {
  const reads = [["met.storm.distance", "town"], ["met.storm.circle", "town"], ["met.storm.arrival.r7", "county"], ["met.storm.exposed.r7", "city"], ["met.storm.distance", "province"]] as const;
  const now = storm.simNow();
  const cells = await Promise.all(reads.map(async ([indicator, level]) => (await storm.slice(indicator, "44", level)).map(untimed)));
  const before = await storm.slice("met.storm.distance", "44", "city", now - HOUR);
  const series = await storm.series("met.storm.distance", "440883", now - 12 * HOUR, now, 500);
  const alerts = [...storm.alerts.all()].map((a) => `${a.rule} ${a.place} ${a.state}`).sort();
  return { now, cells, before: before.map(untimed), series, alerts };
}

describe("a seek in turns", () => {
  test("the same seeks give the same world, whether they are cut or not", async () => {
    const [cut, whole] = [await house(CUT), await house(WHOLE)];
    const { from, to } = cut.storm.info().span!;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: from, max: to }), async (at) => {
        await Promise.all([cut.seek(at), whole.seek(at)]);
        expect(await told(cut.storm)).toEqual(await told(whole.storm));
      }),
      { numRuns: 4, endOnFailure: true },
    );
    await Promise.all([cut.situations.stop(), whole.situations.stop()]);
  });

  test("until the world is whole everybody reads the old one, at the old time; then both change at once", async () => {
    const { storm, seek, situations } = await house(CUT);
    const opened = await storm.frames.person.open({ kind: "slice", indicator: "met.storm.distance", region: "44", level: "city" });
    const epochs = new Set<number>();
    storm.frames.person.onFrames((frames) => frames.forEach((f) => epochs.add(decode(f.bytes).epoch)));
    const read = async () => JSON.stringify(await Promise.all(["town", "province"].map((level) => storm.slice("met.storm.distance", "44", level as "town"))));
    const before = await read();
    const old = storm.simNow();
    const sought = seek(LANDFALL);
    let seen = 0;
    for (; storm.simNow() === old; seen++) {
      expect(await read()).toBe(before);
      expect([...epochs]).toEqual([]);
      await turn();
    }
    expect(await read()).not.toBe(before);
    expect(seen).toBeGreaterThan(3);
    expect((await told(storm)).now).toBe(LANDFALL);
    await sought;
    expect([...epochs]).toHaveLength(1);
    expect([...epochs][0]).toBeGreaterThan(opened.epoch);
    await situations.stop();
  });

  test("a second seek supersedes the first: nobody ever sees the first, and both are answered when the second stands", async () => {
    const { storm, seek, situations } = await house(CUT);
    const old = storm.simNow();
    const times = new Set<number>();
    const first = seek(LANDFALL).then(() => storm.simNow());
    await turn();
    const second = seek(LANDFALL + 6 * HOUR).then(() => storm.simNow());
    let open = true;
    const both = Promise.all([first, second]).finally(() => (open = false));
    while (open) {
      times.add(storm.simNow());
      await turn();
    }
    expect(await both).toEqual([LANDFALL + 6 * HOUR, LANDFALL + 6 * HOUR]);
    expect([...times].filter((at) => at !== LANDFALL + 6 * HOUR)).toEqual([old]);
    await situations.stop();
  });

  test("during a seek the clock can be set going and the world be stopped; neither waits for it", async () => {
    const { storm, seek, order, situations, store } = await house(CUT);
    let built = false;
    const sought = seek(LANDFALL).then(() => (built = true));
    await order("resume", {});
    expect([built, storm.info().clock.paused]).toEqual([false, false]);
    await order("stop", {});
    expect(situations.get("storm")).toBeUndefined();
    await sought;
    expect(storm.simNow()).toBeLessThan(LANDFALL);
    expect(await store.document("clock:storm")).toBeNull();
    await situations.stop();
  });

  test("a program that ends in the middle of a seek begins where the clock was to stand", async () => {
    const { seek, store, clock, storm } = await house(CUT);
    await seek(LANDFALL - HOUR);
    void seek(LANDFALL);
    while ((await store.head("live"))!.seq < 3) await turn();
    expect(storm.simNow()).toBe(LANDFALL - HOUR);
    // What is written is all that is left of it.
    const again = await house(WHOLE, await copy(store), clock);
    expect(again.storm.simNow()).toBe(LANDFALL);
    await again.seek(LANDFALL + MINUTE);
    expect(again.storm.simNow()).toBe(LANDFALL + MINUTE);
    await again.situations.stop();
  });
});

/** A store as another program finds it now. */
async function copy(store: MemoryStore): Promise<MemoryStore> {
  const other = memoryStore();
  const key = "clock:storm";
  await other.commit({ entries: [...(await store.entries("live", 0, 1_000)), ...(await store.entries("storm", 0, 10_000))], documents: [{ key, body: await store.document(key) }] });
  return other;
}
