import { join, resolve } from "node:path";
import { setImmediate as others } from "node:timers/promises";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Log, Store } from "../../model/ports.ts";
import { formatTime } from "../../model/time.ts";
import { decode, type CellFrame, type Channel, type Frame, type RecordFrame } from "../../model/wire/index.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { createIngest, type SampleSource } from "../../server/ingest/index.ts";
import { createClockWatch } from "../../server/clock-watch.ts";
import { openSituation } from "../../server/situation.ts";
import { openSqlite } from "../../server/store/index.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import { memoryStore, type MemoryStore } from "../fixtures/memory-store.ts";

const START = Date.parse("2026-03-01T08:00:00+08:00");
const TICK_MS = 200;
const TOWN = "440103001";
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const anybody: SampleSource = { id: "src", region: "44", mayAbout: () => true };
let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
});

/** Longer than a column goes without being written whole. */
const IMAGED_MS = 601_000;
const littleTowns = (): string[] => {
  const { from, to } = catalog.regions.descendants(catalog.regions.indexOf("440103"), "town");
  return Array.from({ length: to - from }, (_, i) => catalog.regions.row(from + i).code);
};

/** A whole live situation on a clock that stands still until the test moves it. */
async function live<S extends Store = MemoryStore>(store: S = memoryStore() as unknown as S, clock = new ManualClock(START)) {
  let n = 0;
  const situation = await openSituation(
    {
      catalog, store, clock, log: silent, hash: "sha256", tickMs: TICK_MS, applyDelayMs: 100, nextChannelId: () => ++n, turns: () => () => undefined, others, steadyTime: createClockWatch(clock),
      ids: { next: (prefix) => `${prefix}-${++n}`, secret: (bytes) => "0".repeat(2 * bytes) }, anchor: null, wall: () => undefined, wallMoved: () => {},
    },
    { id: "live", kind: "live", title: { zh: "实况", en: "Live" }, feed: null },
  );
  const ingest = createIngest({
    indicator: (id) => catalog.indicator(id),
    place(id) {
      const region = catalog.regions.find(id);
      const site = catalog.site(id);
      return region ? { level: region.level, region: region.code } : site && { level: "site", siteKind: site.kind, region: site.region };
    },
    clock,
  });
  const frames: Frame[] = [];
  situation.frames.person.onFrames((sent) => frames.push(...sent.map((f) => decode(f.bytes))));
  return {
    store, clock, situation, frames, ingest,
    send(...items: object[]) {
      const { receipt, readings } = ingest.accept(items.map((item) => ({ observedAt: formatTime(clock.now()), ...item })), anybody);
      expect(receipt.problems).toEqual([]);
      return situation.take(readings);
    },
    async watch(channel: Channel) {
      const opened = await situation.frames.person.open(channel);
      return { ...opened, snapshot: decode(opened.snapshot) };
    },
    async tick() {
      clock.advance(TICK_MS);
      await settled();
    },
    async pass(ms: number) {
      clock.advance(ms);
      await settled();
    },
  };
}
/** Lets what a tick has begun come to its end. */
async function settled(): Promise<void> {
  for (let i = 0; i < 40; i++) await Promise.resolve();
}
const cellsOf = (frame: Frame | undefined) => (frame as CellFrame).cells;
const recordsOf = (frame: Frame | undefined) => (frame as RecordFrame).records;
const outages = (level: "city" | "town" | "province"): Channel => ({ kind: "slice", indicator: "ener.outage.users", region: "44", level });

describe("from a sample to a frame", () => {
  test("a watched trend takes late samples and corrections of the past: what its early listener holds is what a later one is told", async () => {
    const house = await live();
    const town = littleTowns()[0]!;
    const send = (value: number, agoMs: number) => house.send({ indicator: "ener.outage.users", place: town, value, observedAt: formatTime(house.clock.now() - agoMs) });
    const trend = (place: string, window: number): Channel => ({ kind: "series", indicator: "ener.outage.users", place, window });
    send(3, 10_000);
    send(4, 0);
    await house.tick();
    for (const place of [town, "440103"]) {
      const { id, snapshot } = await house.watch(trend(place, 3_600_000));
      const held = new Map(recordsOf(snapshot).map(({ id: at, record }) => [at, record]));
      house.frames.length = 0;
      send(9, 5_000 + held.size);
      send(7 + held.size, 10_200);
      for (let i = 0; i < 5; i++) await house.tick();
      for (const { id: at, record } of house.frames.filter((f) => f.id === id).flatMap(recordsOf))
        if (record === null) held.delete(at);
        else held.set(at, record);
      const fresh = await house.watch(trend(place, 3_600_001));
      const shared = await house.watch(trend(place, 3_600_000));
      const told = recordsOf(fresh.snapshot).map(({ record }) => record);
      expect(told.length).toBeGreaterThan(2);
      expect([...held.values()].sort((a, b) => (a as [number])[0] - (b as [number])[0])).toEqual(told);
      expect(recordsOf(shared.snapshot).map(({ record }) => record)).toEqual(told);
    }
  });

  test("before anything is said every cell is never, none is 0", async () => {
    const house = await live();
    const { snapshot, seq } = await house.watch(outages("city"));
    expect(snapshot).toMatchObject({ kind: "snapshot", seq });
    expect(cellsOf(snapshot)).toHaveLength(21);
    for (const cell of cellsOf(snapshot)) expect(cell).toMatchObject({ value: null, observedAt: null, state: "never", have: 0 });
  });
  test("a town's sample reaches town, city and province with time and coverage, and nobody else", async () => {
    const house = await live();
    const city = await house.watch(outages("city"));
    const province = await house.watch(outages("province"));
    house.send({ indicator: "ener.outage.users", place: TOWN, value: 1234, unit: "户" });
    await house.tick();
    const [cityFrame, provinceFrame, ...others] = house.frames;
    expect(others).toEqual([]);
    expect(cityFrame).toMatchObject({ id: city.id, epoch: city.epoch, seq: city.seq + 1, kind: "delta", simAt: START + TICK_MS });
    expect(cityFrame!.applyAt).toBe(cityFrame!.at + 100);
    const towns = catalog.regions.countAt(catalog.regions.indexOf("4401"), "town");
    expect(cellsOf(cityFrame)).toEqual([{ place: "4401", value: 1234, observedAt: START, state: null, tainted: false, quality: "good", have: 1, of: towns }]);
    expect(cellsOf(provinceFrame)).toMatchObject([{ place: "44", value: 1234, have: 1, of: 1757 }]);
    expect(provinceFrame!.id).toBe(province.id);
    expect(await house.situation.slice("ener.outage.users", "440103", "town")).toContainEqual(expect.objectContaining({ place: TOWN, value: 1234, state: "fresh", tick: cityFrame!.tick }));
  });
  test("deltas from any snapshot on add up to the next snapshot, and only what changed is sent", async () => {
    const house = await live();
    const opened = await house.watch(outages("town"));
    const shown = new Map(cellsOf(opened.snapshot).map((c) => [c.place, c]));
    const towns = [...shown.keys()];
    let seq = opened.seq;
    for (let round = 1; round <= 12; round++) {
      house.send(...towns.filter((_, i) => i % (round + 3) === 0).map((place, i) => ({ indicator: "ener.outage.users", place, value: (i * round) % 97 })));
      house.frames.length = 0;
      await house.tick();
      for (const frame of house.frames) {
        expect(frame.seq).toBe(++seq);
        for (const cell of cellsOf(frame)) shown.set(cell.place, cell);
      }
    }
    const again = decode(house.situation.frames.person.snapshot(opened.id));
    expect(again.seq).toBe(seq);
    expect(cellsOf(again)).toEqual([...shown.values()]);
    house.frames.length = 0;
    await house.tick();
    expect(house.frames).toEqual([]);
  });
  test("the same sample again is a duplicate and sends nothing; another value is a revision", async () => {
    const house = await live();
    await house.watch(outages("town"));
    const sample = { indicator: "ener.outage.users", place: TOWN, observedAt: formatTime(START) };
    house.send({ ...sample, value: 5 });
    await house.tick();
    house.frames.length = 0;
    expect(house.send({ ...sample, value: 5 }).duplicates).toBe(1);
    await house.tick();
    expect(house.frames).toEqual([]);
    house.send({ ...sample, value: 6 });
    await house.tick();
    expect(cellsOf(house.frames[0])).toMatchObject([{ place: TOWN, value: 6, quality: "revised" }]);
    expect(await house.situation.series("ener.outage.users", TOWN, START, START + 1, 10)).toEqual([[START, 6, "revised"]]);
    expect(await house.situation.series("ener.outage.users", TOWN, START, START + 1, 10, START + TICK_MS - 1)).toEqual([[START, 5, "good"]]);
  });
  test("a trend goes on where it stood: the snapshot, then one point a sample, also for the region above", async () => {
    const house = await live();
    house.send({ indicator: "ener.outage.users", place: TOWN, value: 1 });
    await house.tick();
    const { snapshot } = await house.watch({ kind: "series", indicator: "ener.outage.users", place: "4401", window: 3_600_000 });
    expect(recordsOf(snapshot)).toEqual([{ id: String(START), record: [START, 1, "good"] }]);
    await house.pass(60_000);
    house.frames.length = 0;
    house.send({ indicator: "ener.outage.users", place: "440103002", value: 2 });
    await house.tick();
    expect(recordsOf(house.frames.at(-1))).toEqual([{ id: String(START + 60_000 + TICK_MS), record: [START + 60_000 + TICK_MS, 3, "good"] }]);
  });
  test("a critical sample does not wait for the tick: its alert is durable and on the way at once", async () => {
    const house = await live();
    await house.watch({ kind: "alerts", region: "44" });
    const site = catalog.sitesOf(catalog.indicator("met.rain.3h")!.siteKind!)[0]!;
    house.send({ indicator: "met.rain.3h", place: site.id, value: 120 });
    await settled();
    const [record] = recordsOf(house.frames.at(-1));
    expect(record!.record).toMatchObject({ indicator: "met.rain.3h", place: site.id, severity: 1, state: "unacknowledged", value: 120, limit: 100, sourceDown: false });
    expect((await house.store.entries("live", 0, 10)).map((e) => e.kind)).toEqual(["alert.raised"]);
    await house.pass(60_000);
    house.send({ indicator: "met.rain.3h", place: site.id, value: 20 });
    await house.tick();
    expect([...house.situation.alerts.all()].map((a) => a.state)).toEqual(["returned"]);
  });
  test("alerts that could not be written stand all the same, and are written when the store is back, in the order in which they were found", async () => {
    const house = await live();
    const site = catalog.sitesOf(catalog.indicator("met.rain.3h")!.siteKind!)[0]!;
    const written = async (): Promise<string[]> => (await house.situation.chain.entries(0, 100)).map(({ kind }) => kind);
    house.store.away = true;
    house.send({ indicator: "met.rain.3h", place: site.id, value: 120 });
    await house.tick();
    expect([...house.situation.alerts.all()]).toMatchObject([{ place: site.id, severity: 1, state: "unacknowledged", limit: 100 }]);
    house.send({ indicator: "met.rain.3h", place: site.id, value: 3 });
    await house.tick();
    expect([...house.situation.alerts.all()]).toMatchObject([{ state: "returned" }]);
    expect(house.situation.chain.head().seq).toBe(0);
    house.store.away = false;
    await house.pass(2_000);
    await vi.waitFor(async () => expect(await written()).toEqual(["alert.raised", "alert.cleared"]));
    expect([...house.situation.alerts.all()]).toMatchObject([{ place: site.id, severity: 1, state: "returned", limit: 100 }]);
  });
  test("after a restart the numbers stand as they stood, old and not new, in a new epoch", async () => {
    const first = await live();
    const before = await first.watch(outages("town"));
    first.send({ indicator: "ener.outage.users", place: TOWN, value: 77 });
    await first.tick();
    await first.situation.flush();
    await first.pass(600_000);
    const second = await live(first.store, first.clock);
    const after = await second.watch(outages("town"));
    expect(after.epoch).not.toBe(before.epoch);
    expect(cellsOf(after.snapshot).find((c) => c.place === TOWN)).toMatchObject({ value: 77, observedAt: START });
    expect((await second.situation.slice("ener.outage.users", TOWN, "town"))[0]).toMatchObject({ value: 77, state: "stale" });
  });
  test("a province that is told again after the program has ended adds up from the real store", async () => {
    const file = join(temporaryFolder(), "guanlan.db");
    const store = await openSqlite(file);
    const first = await live(store);
    const towns = littleTowns();
    first.send(...towns.map((place, i) => ({ indicator: "ener.outage.users", place, value: i })));
    await first.tick();
    await first.pass(IMAGED_MS);
    await first.situation.flush();
    first.send({ indicator: "ener.outage.users", place: TOWN, value: 1_000 });
    await first.situation.stop();
    await store.close();
    const again = await openSqlite(file);
    const second = await live(again, first.clock);
    const [province] = await second.situation.slice("ener.outage.users", "44", "province");
    const sum = towns.reduce((total, place, i) => total + (place === TOWN ? 1_000 : i), 0);
    expect(province).toMatchObject({ value: sum, coverage: { have: towns.length } });
    expect(await second.situation.series("ener.outage.users", TOWN, START, first.clock.now(), 10)).toEqual([[START, towns.indexOf(TOWN), "good"], [expect.any(Number), 1_000, "good"]]);
    expect((await second.situation.slice("ener.outage.users", "44", "province", START + 1))[0]!.value).toBe(towns.reduce((total, _, i) => total + i, 0));
    await second.situation.stop();
    await again.close();
  });
  test("the whole wall can be read as it was known", async () => {
    const house = await live();
    house.send({ indicator: "ener.outage.users", place: TOWN, value: 10 });
    await house.tick();
    await house.pass(60_000);
    house.send({ indicator: "ener.outage.users", place: TOWN, value: 30 }, { indicator: "ener.outage.users", place: "440103002", value: 5 });
    await house.tick();
    const city = async (asOf: number) => (await house.situation.slice("ener.outage.users", "44", "city", asOf)).find((c) => c.place === "4401")!;
    expect(await city(START + 1)).toMatchObject({ value: 10, coverage: { have: 1 } });
    expect(await city(house.clock.now())).toMatchObject({ value: 35, coverage: { have: 2 } });
  });
});
