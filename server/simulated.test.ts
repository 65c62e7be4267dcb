import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import type { Reading } from "../model/sample.ts";
import { HOUR, MINUTE, SECOND } from "../model/time.ts";
import type { PackWorld } from "./packs/index.ts";
import type { Played } from "./played.ts";
import { createSimulated, WAITS_MS } from "./simulated.ts";

const START = 1_000_000 * HOUR;
const reading = (indicator: string, place: string, observedAt: number): Reading => ({ indicator, place, observedAt, receivedAt: observedAt, value: 1, quality: "modelled" });

/** Packs of paper: each answers at once with one reading a place, or not at all. */
function house({ places = 2, answers = true } = {}) {
  const clock = new ManualClock(START);
  const asked: string[] = [];
  let isOpen = true;
  let packs: ReturnType<PackWorld["packs"]> = [{ topic: "a", everyMs: 5 * MINUTE, tells: ["a.n"], places: 2 }, { topic: "b", everyMs: 30 * MINUTE, tells: ["b.n"], places }];
  const world: PackWorld = {
    packs: () => packs,
    async ask(topic, at, take) {
      asked.push(`${topic} ${(at - START) / MINUTE}`);
      if (!answers) return await new Promise<boolean>(() => {});
      take([{ indicator: `${topic}.n`, place: "p1", value: 1 }, { indicator: `${topic}.n`, place: "station", value: 9 }]);
      return true;
    },
    close: () => void (isOpen = false),
  };
  const log = () => {};
  const simulated = createSimulated({ world, decode: (_topic, { indicator, place }, at) => reading(indicator, place, at), observed: new Set(["station"]), clock, log: { info: log, warn: log, error: log } });
  const record = {
    id: "storm:1", title: { zh: "台风", en: "Storm" }, banner: "历史台风", span: { from: START - 3 * HOUR, to: START + 24 * HOUR }, speed: 60, start: START, cadences: { "r.n": HOUR },
    readings: () => [], extras: () => [],
    backfill: () => [[reading("r.n", "station", START - 2 * HOUR - MINUTE)], [reading("r.n", "station", START - MINUTE)]],
  } as unknown as Played;
  return { clock, asked, simulated, record, isOpen: () => isOpen, tells: (topic: string) => (packs = [...packs, { topic, everyMs: HOUR, tells: [`${topic}.n`], places }]) };
}
async function past({ simulated, record }: ReturnType<typeof house>, from = record.span.from - 1): Promise<string[]> {
  const told: string[] = [];
  for await (const part of simulated.beside(record).backfill(from, START)) for (const { indicator, place, observedAt } of part) told.push(`${indicator} ${place} ${(observedAt - START) / MINUTE}`);
  return told;
}

test("the past is told in the order of time, the record's and the packs', and nothing is invented where the record observed", async () => {
  expect(await past(house())).toEqual(["a.n p1 -180", "b.n p1 -180", "r.n station -121", "a.n p1 -120", "b.n p1 -120", "a.n p1 -60", "b.n p1 -60", "r.n station -1", "a.n p1 0", "b.n p1 0"]);
});

test("a world that stands and catches up with its clock waits for no pack: they go on with the clock", async () => {
  const built = house();
  expect(await past(built, START - 3 * HOUR)).toEqual(["r.n station -121", "r.n station -1"]);
  expect(built.asked).toEqual([]);
});

test("of very many places only the present is told", async () => {
  expect((await past(house({ places: 501 }))).filter((each) => each.startsWith("b.n"))).toEqual(["b.n p1 0"]);
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

test("a played world says that some of it is simulated, and that it reports hourly at least, but for what the record itself says", () => {
  const { simulated, record } = house();
  expect(simulated.beside(record)).toMatchObject({ banner: "历史台风 · 含模拟数据", cadences: { "a.n": HOUR, "b.n": HOUR, "r.n": HOUR } });
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
  const stop = simulated.follow({ simNow: () => simNow, speed: () => speed, world: () => number, take: (readings) => (taken.push(...readings.map(({ indicator, observedAt }) => `${indicator} ${(observedAt - START) / MINUTE}`)), { duplicates: 0 }) });
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 250) {
      simNow += 250 * speed;
      clock.advance(250);
      for (let i = 0; i < 20; i++) await Promise.resolve();
    }
  };
  await pass(10 * SECOND);
  expect(asked).toEqual(["a 0", "b 0", "a 5", "a 10"]);
  expect(taken).toEqual(["a.n 0", "b.n 0", "a.n 5", "a.n 10"]);
  // An hour in a second: every whole hour, not every five minutes.
  [speed, simNow, asked.length] = [3_600, START + 2 * HOUR, 0];
  await pass(2 * SECOND);
  expect(asked.filter((each) => each.startsWith("a"))).toEqual(["a 120", "a 180", "a 240"]);
  [number, speed, simNow, asked.length, taken.length] = [2, 60, START, 0, 0];
  await pass(SECOND);
  expect(asked).toEqual(["a 0", "b 0"]);
  expect(taken).toEqual(["a.n 0", "b.n 0"]);
  stop();
  expect(isOpen()).toBe(false);
});
