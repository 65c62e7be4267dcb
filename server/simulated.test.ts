import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import type { Reading } from "../model/sample.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../model/time.ts";
import type { PackWorld } from "./packs/index.ts";
import type { Played } from "./played.ts";
import { createSimulated, WAITS_MS } from "./simulated.ts";

const START = 1_000_000 * HOUR;
const reading = (indicator: string, place: string, observedAt: number): Reading => ({ indicator, place, observedAt, receivedAt: observedAt, value: 1, quality: "modelled" });

/** A question about the time before the world began: not all is asked for. */
const EARLIER = / of some$/;

const TAKES_MS = 100;
/** Packs of paper: each answers at once with one reading a place, or not at all. */
function house({ bLeaf = "site" as "site" | "town", answers = true as boolean | "past" | "lost" | "slowly" | "not-b-at-first" } = {}) {
  const clock = new ManualClock(START);
  const asked: string[] = [];
  const measured: Record<string, { readonly cadenceMs: number; readonly leaf: "site" | "town"; readonly rollup: "max" | "sum"; readonly places: number }> = { "a.n": { cadenceMs: 5 * MINUTE, leaf: "site", rollup: "max", places: 1 }, "b.n": { cadenceMs: DAY, leaf: bLeaf, rollup: "sum", places: 1 } };
  let isOpen = true;
  let packs: ReturnType<PackWorld["packs"]> = [{ topic: "a", everyMs: 5 * MINUTE, tells: ["a.n"], places: 2 }, { topic: "b", everyMs: 30 * MINUTE, tells: ["b.n"], places: 2 }];
  const world: PackWorld = {
    packs: () => packs,
    async ask(topic, at, take, of) {
      asked.push(`${topic} ${(at - START) / MINUTE}${of ? " of some" : ""}`);
      if (!answers || (answers === "past" && at === START)) return await new Promise<boolean>(() => {});
      if (answers === "lost") return false;
      if (answers === "not-b-at-first" && topic === "b" && of && clock.monotonic() < MINUTE) return false;
      if (answers === "slowly") await new Promise<void>((done) => void clock.after(TAKES_MS, done));
      take([{ indicator: `${topic}.n`, place: "p1", value: 1 }, { indicator: `${topic}.n`, place: "station", value: 9 }]);
      return true;
    },
    close: () => void (isOpen = false),
  };
  const log = () => {};
  const simulated = createSimulated({ world, indicator: (id) => measured[id] && { id, ...measured[id] }, decode: (_topic, { indicator, place }, at) => reading(indicator, place, at), observed: new Set(["station"]), clock, log: { info: log, warn: log, error: log } });
  const record = {
    id: "storm:1", title: { zh: "台风", en: "Storm" }, banner: "历史台风", span: { from: START - 3 * HOUR, to: START + 24 * HOUR }, speed: 60, start: START, cadences: { "r.n": HOUR },
    readings: () => [], extras: () => [],
    backfill: () => [[reading("r.n", "station", START - 2 * HOUR - MINUTE)], [reading("r.n", "station", START - MINUTE)]],
  } as unknown as Played;
  return { clock, asked, simulated, record, isOpen: () => isOpen, tells: (topic: string) => (packs = [...packs, { topic, everyMs: HOUR, tells: [`${topic}.n`], places: 2 }]) };
}
async function past({ simulated, record }: ReturnType<typeof house>, from = record.span.from - 1): Promise<string[]> {
  const told: string[] = [];
  for await (const part of simulated.beside(record).backfill(from, START)) for (const { indicator, place, observedAt } of part) told.push(`${indicator} ${place} ${(observedAt - START) / MINUTE}`);
  return told;
}

test("what came last before a world begins is told at each pack's own interval, in the order of time with the record's, and nothing is invented where the record observed", async () => {
  const half = (pack: string, every: number): string[] => Array.from({ length: 30 / every }, (_, i) => `${pack}.n p1 ${-30 + i * every}`);
  expect(await past(house())).toEqual(["r.n station -121", half("a", 5)[0], "b.n p1 -30", ...half("a", 5).slice(1), "r.n station -1", "a.n p1 0", "b.n p1 0"]);
});

test("a world that stands and catches up with its clock waits for no pack: they go on with the clock", async () => {
  const built = house();
  expect(await past(built, START - 3 * HOUR)).toEqual(["r.n station -121", "r.n station -1"]);
  expect(built.asked).toEqual([]);
});

test("of towns and villages only the present is told", async () => {
  expect((await past(house({ bLeaf: "town" }))).filter((each) => each.startsWith("b.n"))).toEqual(["b.n p1 0"]);
});

test("of a pack that has not told what is now nothing is taken: what was half an hour ago would stand as if it were now", async () => {
  const built = house({ answers: "past" });
  const told = past(built);
  for (let passed = 0; passed <= WAITS_MS; passed += 50) {
    built.clock.advance(50);
    for (let i = 0; i < 20; i++) await Promise.resolve();
  }
  expect(await told).toEqual(["r.n station -121", "r.n station -1"]);
});

test("a world does not wait for packs that do not answer: the record stands without them", async () => {
  const built = house({ answers: false });
  const told = past(built);
  for (let passed = 0; passed <= WAITS_MS; passed += 50) {
    built.clock.advance(50);
    for (let i = 0; i < 20; i++) await Promise.resolve();
  }
  expect(await told).toEqual(["r.n station -121", "r.n station -1"]);
});

test("a played world says that some of it is simulated, and that it reports hourly at least, but for figures of a day and for what the record itself says", () => {
  const { simulated, record } = house();
  expect(simulated.beside(record)).toMatchObject({ banner: "历史台风 · 含模拟数据", cadences: { "a.n": HOUR, "b.n": DAY, "r.n": HOUR } });
});

test("its intervals, which are asked for with every cell, are the same list until another pack tells of itself", () => {
  const { simulated, record, tells } = house();
  const played = simulated.beside(record);
  const { cadences } = played;
  expect(played.cadences).toBe(cadences);
  tells("c");
  expect(played.cadences).toEqual({ ...cadences, "c.n": HOUR });
});

test("as the clock goes on each pack is asked at its instants, no more often than once a second of people's time; another world is asked anew and takes nothing of the former", async () => {
  const { clock, asked, simulated, isOpen } = house();
  const taken: string[] = [];
  let [number, speed, simNow] = [1, 60, START];
  const stop = simulated.follow({ simNow: () => simNow, speed: () => speed, world: () => number, take: (readings) => (taken.push(...readings.map(({ indicator, observedAt }) => `${indicator} ${(observedAt - START) / MINUTE}`)), { duplicates: 0 }), takePast: () => {}, pastTold: () => {} });
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 250) {
      simNow += 250 * speed;
      clock.advance(250);
      for (let i = 0; i < 20; i++) await Promise.resolve();
    }
  };
  await pass(10 * SECOND);
  const present = (): string[] => asked.filter((each) => !EARLIER.test(each));
  expect(present()).toEqual(["a 0", "b 0", "a 5", "a 10"]);
  expect(taken).toEqual(["a.n 0", "b.n 0", "a.n 5", "a.n 10"]);
  // An hour in a second: every whole hour, not every five minutes.
  [speed, simNow, asked.length] = [3_600, START + 2 * HOUR, 0];
  await pass(2 * SECOND);
  expect(present().filter((each) => each.startsWith("a"))).toEqual(["a 120", "a 180", "a 240"]);
  [number, speed, simNow, asked.length, taken.length] = [2, 60, START, 0, 0];
  await pass(SECOND);
  expect(present()).toEqual(["a 0", "b 0"]);
  expect(taken).toEqual(["a.n 0", "b.n 0"]);
  stop();
  expect(isOpen()).toBe(false);
});

test("a step that was lost is asked for again after a few seconds while the world stands still; while it goes on, its next instant is", async () => {
  const askedIn = async (speed: number): Promise<string[]> => {
    const { clock, asked, simulated } = house({ answers: "lost" });
    const stop = simulated.follow({ simNow: () => START, speed: () => speed, world: () => 1, take: () => ({ duplicates: 0 }), takePast: () => {}, pastTold: () => {} });
    for (let passed = 0; passed <= 11 * SECOND; passed += 250) {
      clock.advance(250);
      for (let i = 0; i < 20; i++) await Promise.resolve();
    }
    stop();
    return asked.filter((each) => each === "a 0");
  };
  expect(await askedIn(0)).toEqual(["a 0", "a 0", "a 0"]);
  expect(await askedIn(60)).toEqual(["a 0"]);
});

test("once all packs have said how a world stands, what was before comes in pieces, as history and no news: the last half hour, two days of hours, five weeks of days", async () => {
  const { clock, simulated } = house();
  const order: string[] = [];
  const name = (readings: readonly Reading[]): string[] => readings.map(({ indicator, observedAt }) => `${indicator} ${(observedAt - START) / HOUR}`);
  let told: unknown;
  const stop = simulated.follow({
    simNow: () => START, speed: () => 0, world: () => 1, take: (readings) => (order.push(...name(readings).map((each) => `now ${each}`)), { duplicates: 0 }),
    takePast: (readings) => void order.push(...name(readings)), pastTold: (what) => void (told = what),
  });
  for (let i = 0; i < 4; i++) {
    clock.advance(250);
    for (let turns = 0; turns < 2_000; turns++) await Promise.resolve();
  }
  expect(order.slice(0, 2)).toEqual(["now a.n 0", "now b.n 0"]);
  // Half an hour is how often b tells; the world begins at midnight on the calendar of 1970, eight hours into a day of China's.
  const endOfDay = (Math.floor((START + 8 * HOUR) / DAY) * DAY - 8 * HOUR - HOUR / 2 - START) / HOUR;
  const [hours, days] = [order.filter((each) => each.startsWith("a.n")), order.filter((each) => each.startsWith("b.n"))];
  expect(hours.slice(0, 6)).toEqual([30, 25, 20, 15, 10, 5].map((min) => `a.n ${-min / 60}`));
  expect(hours.slice(6)).toEqual(Array.from({ length: 47 }, (_, i) => `a.n ${i - 47}`));
  expect(days[0]).toBe("b.n -0.5");
  expect(days.slice(1)).toEqual(Array.from({ length: 35 }, (_, i) => `b.n ${endOfDay - (34 - i) * 24}`));
  expect(order.indexOf("a.n -1")).toBeLessThan(order.lastIndexOf(`b.n ${endOfDay}`));
  expect(told).toEqual([{ indicator: "a.n", places: ["p1"] }, { indicator: "b.n", places: ["p1"] }]);
  stop();
});

test("what was long before comes with rests between its pieces, twice as long as a piece took; the last half hour comes at once and is judged before the rest", async () => {
  const { clock, simulated } = house({ answers: "slowly" });
  const at: number[] = [];
  const judged: number[] = [];
  const stop = simulated.follow({ simNow: () => START, speed: () => 0, world: () => 1, take: () => ({ duplicates: 0 }), takePast: () => void at.push(clock.monotonic()), pastTold: () => void judged.push(at.length) });
  for (let passed = 0; passed < 5 * SECOND; passed += 50) {
    clock.advance(50);
    for (let turns = 0; turns < 50; turns++) await Promise.resolve();
  }
  // Half an hour: six times of a, once of b.
  expect(judged).toEqual([7]);
  const apart = at.slice(1).map((ms, i) => ms - at[i]!);
  expect(new Set(apart.slice(0, 7))).toEqual(new Set([TAKES_MS]));
  expect(new Set(apart.slice(7))).toEqual(new Set([3 * TAKES_MS]));
  stop();
});

test("what a pack could not tell of the past it is asked for again when it may run again, and that is judged too", async () => {
  const { clock, simulated } = house({ answers: "not-b-at-first" });
  const told: string[] = [];
  const judged: string[][] = [];
  const stop = simulated.follow({ simNow: () => START, speed: () => 0, world: () => 1, take: () => ({ duplicates: 0 }), takePast: (readings) => void told.push(...readings.map((each) => each.indicator)), pastTold: (what) => void judged.push(what.map((each) => each.indicator)) });
  for (let passed = 0; passed < 2 * MINUTE; passed += 250) {
    clock.advance(250);
    for (let turns = 0; turns < 500; turns++) await Promise.resolve();
    if (passed === 30 * SECOND) expect([told.length > 0, told.includes("b.n")]).toEqual([true, false]);
  }
  expect(told.filter((each) => each === "b.n").length).toBe(36);
  expect(judged).toEqual([["a.n"], ["a.n"], ["b.n"]]);
  stop();
});
