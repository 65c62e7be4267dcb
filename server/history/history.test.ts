import { setImmediate as others } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Reading, SeriesPoint } from "../../model/sample.ts";
import { indicator, littleSites, littleTree } from "../../tests/fixtures/little-province.ts";
import { memoryStore, type MemoryStore } from "../../tests/fixtures/memory-store.ts";
import { createRollup } from "../rollup/index.ts";
import { createSeries } from "../series/index.ts";
import { IMAGE_EVERY_MS } from "./flush.ts";
import { createHistory } from "./index.ts";
import { packPlaces, packSamples, unpackPlaces, unpackSamples } from "./pack.ts";
import type { Stored } from "./stored.ts";

const START = 1_000_000_000_000;
const indicators: Indicator[] = [
  indicator("x", "sum", "village", { decimals: 2 }),
  indicator("r", "ratio", "village", { decimals: 2 }),
  indicator("p", "sum", "village", { decimals: 0, people: true }),
  indicator("m", "mean", "site", { siteKind: "gauge" }),
];
const find = (id: string) => indicators.find((i) => i.id === id);

function world() {
  const series = createSeries({ regions: littleTree, sites: littleSites, indicators });
  const rollup = createRollup({ regions: littleTree, sites: littleSites, indicator: find, series });
  return { series, rollup };
}
function house(store: MemoryStore = memoryStore(), durable = true, clock = new ManualClock(START)) {
  const now = world();
  const told: Reading[] = [];
  const complaints: string[] = [];
  const history = createHistory({
    store, situation: "live", clock, simNow: () => clock.now(), indicators, indicator: find, regions: littleTree, sites: littleSites,
    cell: (id, place, at) => now.rollup.cell(id, place, at),
    worldOf(readings) {
      const past = world();
      past.series.append(readings);
      past.rollup.settle(0);
      return past.rollup;
    },
    log: { info: () => {}, warn: () => {}, error: (words) => void complaints.push(words) },
    turns: () => () => undefined, others,
    ...(!durable && { told: (asOf: number) => [told.filter((r) => r.receivedAt <= asOf)] }),
  });
  let tick = 0;
  const take = (...readings: Reading[]) => {
    told.push(...readings);
    const { changed, late, duplicates } = now.series.append(readings);
    history.note([...changed, ...late]);
    history.noteChanged(now.rollup.settle(++tick), clock.now());
    return duplicates;
  };
  return { store, history, clock, take, complaints, rollup: now.rollup };
}
const V1 = "440103001001";
const V2 = "440103001002";
const at = (clock: ManualClock, place: string, value: number, more: Partial<Reading> = {}): Reading => ({
  indicator: "x", place, value, observedAt: clock.now(), receivedAt: clock.now(), quality: "good", ...more,
});
const numbers = (points: readonly SeriesPoint[]) => points.map(([t, v]) => [t - START, v]);

describe("history", () => {
  test("a sample is seen at once, before it is durable and after", async () => {
    const { history, clock, take, store } = house();
    take(at(clock, V1, 1));
    expect(numbers(await history.series("x", V1, START, START + 10, 100))).toEqual([[0, 1]]);
    expect(store.history.blocks).toHaveLength(0);
    await history.flush();
    expect(store.history.blocks.length).toBeGreaterThan(0);
    expect(numbers(await history.series("x", V1, START, START + 10, 100))).toEqual([[0, 1]]);
  });
  test("it is written every second without being asked", async () => {
    const { history, clock, take, store } = house();
    const stop = history.start();
    take(at(clock, V1, 1));
    clock.advance(1_000);
    await history.flush();
    stop();
    expect(store.history.blocks.some((b) => b.place === "*" && b.count === 1)).toBe(true);
  });
  test("a correction is a further sample: the series says what was known at any instant", async () => {
    const { history, clock, take } = house();
    take(at(clock, V1, 10));
    const observedAt = clock.now();
    clock.advance(5_000);
    take(at(clock, V1, 12, { observedAt }));
    clock.advance(5_000);
    take(at(clock, V1, 11, { observedAt: observedAt - 1_000 }));
    await history.flush();
    expect(await history.series("x", V1, 0, clock.now(), 100)).toEqual([[observedAt - 1_000, 11, "good"], [observedAt, 12, "revised"]]);
    expect(await history.series("x", V1, 0, clock.now(), 100, START + 6_000)).toEqual([[observedAt, 12, "revised"]]);
    expect(await history.series("x", V1, 0, clock.now(), 100, START + 1_000)).toEqual([[observedAt, 10, "good"]]);
  });
  test("the whole column can be read as it was known, added up as it was", async () => {
    const { history, clock, take } = house();
    take(at(clock, V1, 1), at(clock, V2, 2));
    clock.advance(IMAGE_EVERY_MS);
    await history.flush();
    take(at(clock, V1, 5));
    clock.advance(60_000);
    await history.flush();
    take(at(clock, V2, 7));
    const town = async (asOf: number) => (await history.asKnown("x", asOf)).slice("x", "44", "town", asOf).find((c) => c.place === "440103001")!;
    expect(await town(START)).toMatchObject({ value: 3, state: "fresh", coverage: { have: 2, of: 2 } });
    expect(await town(START - 1)).toMatchObject({ value: null, state: "never" });
    expect((await town(START + IMAGE_EVERY_MS)).value).toBe(7);
    expect((await town(clock.now())).value).toBe(12);
  });
  test("a new run takes up the samples that stood, and writes nothing twice", async () => {
    const first = house();
    first.take(at(first.clock, V1, 1.25), at(first.clock, V1, 3, { indicator: "r", value: 75, num: 3, den: 4, quality: "estimated" }));
    first.clock.advance(IMAGE_EVERY_MS);
    await first.history.flush();
    first.take(at(first.clock, V2, 2.5));
    await first.history.flush();
    const second = house(first.store, true, first.clock);
    const restored = await second.history.restore();
    expect(restored).toHaveLength(3);
    second.take(...restored);
    expect(second.rollup.cell("x", "440103001", first.clock.now())).toMatchObject({ value: 3.75, coverage: { have: 2 } });
    expect(second.rollup.contributions("r", "440103001", first.clock.now())[0]).toMatchObject({ num: 3, den: 4, quality: "estimated" });
    const before = first.store.history.blocks.filter((b) => b.place === "*").length;
    await second.history.flush();
    expect(first.store.history.blocks.filter((b) => b.place === "*")).toHaveLength(before);
    expect(numbers(await second.history.series("x", V1, START, first.clock.now(), 100))).toEqual([[0, 1.25]]);
  });
  test("roll-ups that wait for the store are counted as well", async () => {
    const { history, clock, take, store } = house();
    store.away = true;
    take(at(clock, V1, 1));
    expect(history.unwritten()).toBe(1);
    // Another span: what the town, the county, the city and the province had in the first one is noted.
    clock.advance(60_000);
    take(at(clock, V1, 2));
    expect(history.unwritten()).toBe(6);
    store.away = false;
    await history.flush();
    expect(history.unwritten()).toBe(0);
  });
  test("what could not be written is kept and written later", async () => {
    const { history, clock, take, store, complaints } = house();
    const stop = history.start();
    store.away = true;
    take(at(clock, V1, 1));
    await expect(history.flush()).rejects.toThrow(/away/);
    clock.advance(1_000);
    await expect(history.flush()).rejects.toThrow(/away/);
    clock.advance(1);
    take(at(clock, V1, 2));
    expect(history.unwritten()).toBe(2);
    store.away = false;
    const write = store.writeHistory.bind(store);
    store.writeHistory = async (...what) => {
      store.writeHistory = write;
      take(at(clock, V2, 3));
      await write(...what);
    };
    await history.flush();
    expect(history.unwritten()).toBe(1);
    await history.flush();
    expect(history.unwritten()).toBe(0);
    stop();
    expect(complaints[0]).toMatch(/tried again/);
    const second = house(store, true, clock);
    expect((await second.history.restore()).map((r) => r.value)).toEqual([2, 3]);
    expect(numbers(await second.history.series("x", V1, START, clock.now(), 100))).toEqual([[0, 1], [1_001, 2]]);
  });
  test("a long series is packed into blocks of its own and read back whole", async () => {
    const { history, clock, take, store } = house();
    for (let i = 0; i < 300; i++) {
      take(at(clock, V1, i / 4));
      clock.advance(1_000);
      if (i % 50 === 0) await history.flush();
    }
    await history.flush();
    expect(store.history.blocks.filter((b) => b.place === V1).length).toBeGreaterThan(0);
    const points = await history.series("x", V1, 0, clock.now(), 1_000);
    expect(points.map(([, v]) => v)).toEqual(Array.from({ length: 300 }, (_, i) => i / 4));
    expect(await history.series("x", V1, 0, clock.now(), 20)).toHaveLength(20);
    expect(numbers(await history.series("x", V1, START + 10_000, START + 12_000, 20))).toEqual([[10_000, 2.5], [11_000, 2.75], [12_000, 3]]);
  });
  test("a province of a few leaves is told from them, at the instants at which they spoke", async () => {
    const { history, clock, take } = house();
    take(at(clock, V1, 1), at(clock, "441900003001", 10));
    clock.advance(60_000);
    take(at(clock, V1, 4, { quality: "estimated" }));
    clock.advance(60_000);
    take(at(clock, "441900003001", 0));
    expect((await history.series("x", "44", START, clock.now(), 100)).map(([t, v, q]) => [t - START, v, q])).toEqual([[0, 11, "good"], [60_000, 14, "estimated"], [120_000, 4, "estimated"]]);
    expect(numbers(await history.series("x", "44", START + 60_000, clock.now(), 100, START + 60_000))).toEqual([[60_000, 14]]);
  });
  test("a mean over too few leaves is a gap, not a number", async () => {
    const { history, clock, take } = house();
    take(at(clock, "gauge-a", 1, { indicator: "m" }));
    clock.advance(60_000);
    take(at(clock, "gauge-b", 3, { indicator: "m" }), at(clock, "gauge-c", 5, { indicator: "m" }));
    expect(numbers(await history.series("m", "44", START, clock.now(), 100))).toEqual([[0, null], [60_000, 3]]);
  });
  test("a statement that there is none is remembered as such, in the series and in the column", async () => {
    const { history, clock, take } = house(memoryStore(), false);
    take(at(clock, V1, 3), at(clock, V2, 4));
    clock.advance(1_000);
    take(at(clock, V1, Number.NaN, { none: true }));
    await history.flush();
    expect(numbers(await history.series("x", V1, START, clock.now(), 10))).toEqual([[0, 3], [1_000, null]]);
    expect(numbers(await history.series("x", "440103001", START, clock.now(), 10))).toEqual([[0, 7], [1_000, 4]]);
    expect((await history.asKnown("x", clock.now())).slice("x", V1, "village", clock.now())[0]).toMatchObject({ value: null, state: "fresh", observedAt: clock.now() });
    expect((await history.asKnown("x", START)).slice("x", V1, "village", START)[0]!.value).toBe(3);
  });
  test("what was received in a span is told whole and in order, however late it was written and wherever the machine's clock was set", async () => {
    const step = fc.record({ wait: fc.integer({ min: 1, max: 90_000 }), set: fc.option(fc.integer({ min: -200_000, max: 200_000 }), { freq: 5, nil: 0 }), flush: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), fc.integer({ min: -300_000, max: 2_000_000 }), fc.integer({ min: 0, max: 300_000 }), async (steps, from, length) => {
        const { history, clock, take, store } = house();
        const received: number[] = [];
        for (const [i, { wait, set, flush }] of steps.entries()) {
          clock.advance(wait);
          if (set !== 0) clock.step(set ?? 0);
          received.push(clock.now());
          take(at(clock, V1, i, { observedAt: START + i }));
          if (flush) await history.flush();
        }
        await history.flush();
        for (const b of store.history.blocks.filter((one) => one.place === "*")) expect(b.toAt - b.fromAt).toBeLessThan(60_000);
        const [a, b] = [START + from, START + from + length];
        const expected = received.map((t, i) => [t, i]).filter(([t]) => t! > a && t! <= b).sort((x, y) => x[0]! - y[0]!);
        expect((await history.arrivals(a, b)).map((r) => [r.receivedAt, r.value])).toEqual(expected);
      }),
    );
  });
  test("what columns were known as of long ago is forgotten, and said to be; from then on nothing is missing, and series stay", async () => {
    const { history, clock, take, store } = house();
    for (let i = 0; i < 80; i++) {
      take(at(clock, i % 3 === 0 ? V2 : V1, i));
      clock.advance(60_000);
      await history.flush();
    }
    const town = async (told: typeof history, minute: number) => (await told.asKnown("x", START + minute * 60_000)).slice("x", "44", "town", START + minute * 60_000).find((c) => c.place === "440103001")!.value;
    const minutes = Array.from({ length: 60 }, (_, i) => 20 + i);
    const before = await Promise.all(minutes.map((m) => town(history, m)));
    const series = await history.series("x", V1, START, clock.now(), 1_000);
    expect(history.knownFrom()).toBe(Number.NEGATIVE_INFINITY);
    await history.forget(START - 1);
    expect(history.knownFrom()).toBe(Number.NEGATIVE_INFINITY);
    const held = store.history.blocks.filter((b) => b.place === "*").length;
    await history.forget(START + 20 * 60_000);
    expect(store.history.blocks.filter((b) => b.place === "*").length).toBeLessThan(held);
    expect(await Promise.all(minutes.map((m) => town(history, m)))).toEqual(before);
    expect(await history.series("x", V1, START, clock.now(), 1_000)).toEqual(series);
    await expect(town(history, 19)).rejects.toThrow(/known as of any instant since 2001-09-09T10:06:40.000\+08:00/);
    const again = house(store, true, clock);
    const restored = await again.history.restore();
    expect(restored.map((r) => r.value).toSorted((a, b) => a - b)).toEqual([78, 79]);
    expect(await Promise.all(minutes.map((m) => town(again.history, m)))).toEqual(before);
    await expect(town(again.history, 19)).rejects.toThrow(/lies before/);
  });
  test("few people below town are withheld in the past too", async () => {
    const { history, clock, take } = house();
    take(at(clock, V1, 3, { indicator: "p" }));
    expect(numbers(await history.series("p", V1, START, clock.now(), 10))).toEqual([[0, null]]);
    expect(numbers(await history.series("p", "440103001", START, clock.now(), 10))).toEqual([[0, 3]]);
  });
  test("a world played from a record writes nothing outside; what was known when is its record's to tell", async () => {
    const { history, clock, take, store } = house(memoryStore(), false);
    for (let i = 0; i < 100; i++) {
      take(at(clock, V1, i));
      clock.advance(1_000);
      await history.flush();
    }
    expect([store.history.blocks, store.history.images]).toEqual([[], []]);
    expect(numbers(await history.series("x", V1, 0, clock.now(), 1_000))).toEqual(Array.from({ length: 100 }, (_, i) => [i * 1_000, i]));
    expect((await history.asKnown("x", START + 50_000)).slice("x", V1, "village", clock.now())[0]!.value).toBe(50);
    expect(history.unwritten()).toBe(0);
    await expect(history.known(clock.now())).rejects.toThrow(/keeps no account of what was known; ask the record/);
    await expect(history.arrivals(0, clock.now())).rejects.toThrow(/keeps no account of what came in/);
  });
  test("of a played world's towns and villages the last of each hour that is computed is kept, and what stands; of what was observed, and in live, everything", async () => {
    const minutes = [0, 15, 30, 45, 60, 75, 90, 105, 120, 135];
    const kept = async (isDurable: boolean, quality: Reading["quality"]) => {
      const { history, clock, take } = house(memoryStore(), isDurable, new ManualClock(Math.ceil(START / 3_600_000) * 3_600_000));
      const begun = clock.now();
      for (const minute of minutes) {
        take(at(clock, V1, minute, { quality }));
        await history.flush();
        clock.advance(15 * 60_000);
      }
      return (await history.series("x", V1, 0, clock.now(), 1_000)).map(([when, value]) => [(when - begun) / 60_000, value]);
    };
    const all = minutes.map((minute) => [minute, minute]);
    expect(await kept(false, "modelled")).toEqual([[45, 45], [105, 105], [135, 135]]);
    expect([await kept(false, "estimated"), await kept(true, "modelled")]).toEqual([all, all]);
  });
  test("however long a played world goes on, every sample of a series is found once and in order, packed, joined or loose", async () => {
    const { history, clock, take } = house(memoryStore(), false);
    for (let i = 0; i < 500; i++) {
      take(at(clock, V1, i), at(clock, V2, -i));
      clock.advance(1_000);
      if (i % 3 === 0) await history.flush();
    }
    expect(numbers(await history.series("x", V1, 0, clock.now(), 1_000))).toEqual(Array.from({ length: 500 }, (_, i) => [i * 1_000, i]));
    expect(numbers(await history.series("x", V2, START + 100_000, START + 139_000, 1_000))).toEqual(Array.from({ length: 40 }, (_, i) => [(100 + i) * 1_000, -100 - i]));
  });
  test("what does not exist is named", async () => {
    const { history } = house();
    await expect(history.series("y", V1, 0, 1, 10)).rejects.toThrow(/"y" is not in the catalogue/);
  });
});

describe("packed blocks", () => {
  const time = fc.integer({ min: -1e12, max: 4e12 });
  const number = fc.oneof(fc.double(), fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 100), fc.constant(Number.NaN));
  const stored: fc.Arbitrary<Stored> = fc.record({ observedAt: time, receivedAt: time, value: number, num: number, den: number, quality: fc.nat({ max: 8 }) });
  test("give back every sample to the last bit", () => {
    fc.assert(fc.property(fc.array(stored, { maxLength: 40 }), (samples) => {
      expect(unpackSamples(packSamples(samples))).toEqual(samples);
    }), { endOnFailure: true });
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.array(stored, { maxLength: 5 })), (places) => {
      const map = new Map(Object.entries(places));
      expect(unpackPlaces(packPlaces(map))).toEqual(map);
    }), { endOnFailure: true });
  });
  test("a block that was cut off or is of another version is refused", () => {
    const bytes = packSamples([{ observedAt: 1, receivedAt: 2, value: 1.5, num: Number.NaN, den: Number.NaN, quality: 0 }]);
    for (let n = 0; n < bytes.length; n++) expect(() => unpackSamples(bytes.subarray(0, n))).toThrow(Error);
    expect(() => unpackSamples(Uint8Array.of(9, ...bytes.subarray(1)))).toThrow(/version 9/);
  });
});
