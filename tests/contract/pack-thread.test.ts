import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { systemClock } from "../../model/clock.ts";
import type { Indicator } from "../../model/indicator.ts";
import { SECOND } from "../../model/time.ts";
import { createPackHost, startThread, type PackHost, type PackState } from "../../server/packs/index.ts";
import { temporaryFolder } from "../fixtures/folder.ts";

const THREAD = pathToFileURL(resolve("dist/server/pack-thread.js"));
const EVERY_MS = 5 * SECOND;
const indicator = (topic: string): Indicator => ({ id: `${topic}.n`, leaf: "city", range: [0, 1e9], rollup: "sum" }) as unknown as Indicator;
const PLACES = ["4401", "4403"].map((id, i) => ({ id, level: "city" as const, region: id, point: [113.3 + i, 23.1] as const, attributes: { crest: 9 }, residents: null }));

/** A feed as a module: what stands before it, and the body of `feed(at, random, place, world)`. */
const feed = (topic: string, body: string, before = "") => `${before}
export default { everyMs: ${EVERY_MS}, tells: [{ indicator: "${topic}.n", level: "city" }], feed(at, random, place, world) { ${body} } };`;
const honest = (topic: string, salt = "") => feed(topic, `return [{ indicator: "${topic}.n", value: Math.floor(random() * 1e6) + world.seed }];${salt}`);

const standing: PackHost[] = [];
afterEach(async () => {
  for (const host of standing.splice(0)) await host.stop();
});

/** The host with the real thread, and packs that are files in a folder. Instants pass when a test says so; everything else takes its time. */
function house(feeds: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  let now = 1_000_000 * EVERY_MS;
  const taken: { topic: string; at: number; values: (number | undefined)[] }[] = [];
  const logged: string[] = [];
  let threads = 0;
  const log = (words: string, facts?: Record<string, unknown>): void => void logged.push(`${words} ${JSON.stringify(facts)}`);
  const host = createPackHost({
    packs: Object.entries(feeds).map(([topic, code]) => {
      const file = join(folder, `${topic}.mjs`);
      writeFileSync(file, code);
      return { topic, module: pathToFileURL(file).href };
    }),
    indicators: (topic) => [indicator(topic)],
    places: () => PLACES,
    start() {
      threads += 1;
      return startThread(THREAD);
    },
    processorMs: () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000,
    live: { seed: 7, reaches: [] },
    take(topic, at, readings) {
      taken.push({ topic, at: at - 1_000_000 * EVERY_MS, values: readings.map(({ value }) => value) });
      return { accepted: readings.length, duplicates: 0, rejected: 0, quarantined: 0, problems: [] };
    },
    clock: { ...systemClock, now: () => now },
    log: { info: log, warn: log, error: log },
  });
  standing.push(host);
  host.start();
  const state = (topic: string): PackState => host.states().find((each) => each.topic === topic)!;
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise((done) => setTimeout(done, 5));
  };
  const steps = (topic: string): number[] => taken.filter((each) => each.topic === topic).map(({ at }) => at / EVERY_MS);
  return {
    host, taken, logged, state, until, steps,
    threads: () => threads,
    figure: (name: string, labels: object) => host.figures().find((each) => each.name === name && JSON.stringify(each.labels) === JSON.stringify(labels))?.value,
    /** One instant after the other, each once the neighbour's step of the one before has come. */
    async passUntil(neighbour: string, is: () => boolean): Promise<number> {
      let instants = 1;
      for (;;) {
        await until(() => steps(neighbour).length >= instants);
        if (is()) return instants;
        now += EVERY_MS;
        instants += 1;
      }
    },
  };
}
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

test("a pack that loops for ever is ended and named within its call, and the neighbour misses no step; the server's own loop goes on meanwhile", async () => {
  const { passUntil, steps, state, logged, figure, threads } = house({ looping: feed("looping", "for (;;) {}"), honest: honest("honest") });
  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  const instants = await passUntil("honest", () => state("looping").state === "ended");
  const turnsUntilEnded = turns;
  await passUntil("honest", () => steps("honest").length >= instants + 3);
  clearInterval(turning);
  // Its code never gave the thread back: whatever ran here ran beside it.
  expect(turnsUntilEnded).toBeGreaterThan(10);
  expect(state("looping")).toMatchObject({ state: "ended", fault: "overrun", endings: 1 });
  expect(state("honest")).toMatchObject({ state: "running", fault: null });
  expect(steps("honest")).toEqual(upTo(steps("honest").length));
  expect(steps("looping")).toEqual([]);
  expect(logged.filter((line) => line.startsWith("A pack's code was ended"))).toEqual([expect.stringContaining('"topic":"looping","reason":"overrun"')]);
  expect([figure("guanlan_pack_ended_total", { topic: "looping", reason: "overrun" }), figure("guanlan_pack_running", { topic: "looping" }), figure("guanlan_pack_running", { topic: "honest" }), threads()]).toEqual([1, 0, 1, 2]);
});

test("a module that loops when it is loaded is the only one that suffers", async () => {
  const { passUntil, steps, state } = house({ loading: `for (;;) {}\n${honest("loading")}`, honest: honest("honest") });
  await passUntil("honest", () => state("loading").state === "ended" && steps("honest").length >= 3);
  expect(state("loading")).toMatchObject({ fault: "overrun", words: expect.stringContaining("while it was loaded") });
  expect(steps("honest")).toEqual(upTo(steps("honest").length));
});

test("a module that throws when it is loaded, or never ends loading, is ended at once", async () => {
  const { passUntil, state, steps } = house({ throwing: `throw new Error("no table");\n${honest("throwing")}`, waiting: `await new Promise(() => {});\n${honest("waiting")}`, honest: honest("honest") });
  await passUntil("honest", () => state("throwing").state === "ended" && state("waiting").state === "ended");
  expect([state("throwing").fault, state("throwing").words, state("waiting").fault]).toEqual(["throw", "Error: no table", "overrun"]);
  expect(steps("honest")).toEqual(upTo(steps("honest").length));
});

test("a pack that throws loses the step, and with three in a row it is ended", async () => {
  const { passUntil, state, steps, figure } = house({ failing: feed("failing", `throw new Error("at " + place.id);`), honest: honest("honest") });
  await passUntil("honest", () => state("failing").state === "ended");
  expect(state("failing")).toMatchObject({ fault: "throw", words: "Error: at 4401", endings: 1 });
  expect(figure("guanlan_pack_lost_total", { topic: "failing", reason: "throw" })).toBe(2);
  expect(steps("honest")).toEqual(upTo(steps("honest").length));
});

test("a pack that holds ever more is found by what it holds, and not whoever is asked when the heap is full", async () => {
  const { passUntil, state, steps } = house({
    leaking: feed("leaking", `held.push(new Array(100_000).fill(at)); return [{ indicator: "leaking.n", value: held.length }];`, "const held = [];"),
    honest: honest("honest"),
  });
  await passUntil("honest", () => state("leaking").state === "ended");
  expect(state("leaking")).toMatchObject({ fault: "leak", words: expect.stringMatching(/^holds \d+ bytes more/) });
  expect(state("honest").state).toBe("running");
  expect(steps("honest")).toEqual(upTo(steps("honest").length));
});

test("a pack that fills the heap within one call is ended by the engine and named for it", async () => {
  const { passUntil, state, steps } = house({ filling: feed("filling", `for (;;) held.push(new Array(100_000).fill(at));`, "const held = [];"), honest: honest("honest") });
  await passUntil("honest", () => state("filling").state === "ended");
  expect(["leak", "overrun"]).toContain(state("filling").fault);
  expect(steps("honest")).toEqual(upTo(steps("honest").length));
});

test("what a pack holds outside the heap counts as well", async () => {
  const { passUntil, state } = house({ leaking: feed("leaking", `held.push(new Uint8Array(4_000_000).fill(1)); return [];`, "const held = [];"), honest: honest("honest") });
  await passUntil("honest", () => state("leaking").state === "ended");
  expect(state("leaking").fault).toBe("leak");
});

test("a flood of a million readings is cut and named; what came before is taken, and the pack goes on", async () => {
  const { passUntil, state, taken, steps, figure } = house({ flooding: feed("flooding", `return new Array(1_000_000).fill({ indicator: "flooding.n", value: 1 });`), honest: honest("honest") });
  await passUntil("honest", () => steps("flooding").length >= 2);
  expect(state("flooding")).toMatchObject({ state: "running", fault: "flood" });
  expect(taken.filter(({ topic }) => topic === "flooding").map(({ values }) => values.length)).toEqual(steps("flooding").map(() => 5_000));
  expect(figure("guanlan_pack_lost_total", { topic: "flooding", reason: "flood" })).toBe(steps("flooding").length);
  expect(steps("honest")).toEqual(upTo(steps("honest").length));
});

const NONSENSE: Readonly<Record<string, string>> = {
  promise: "return Promise.resolve([]);",
  text: `return "42";`,
  foreign: `return [{ indicator: "honest.n", value: 1 }];`,
  infinite: `return [{ indicator: "infinite.n", value: 1 / 0 }];`,
  written: `return [{ indicator: "written.n", value: "1" }];`,
  elsewhere: `return [{ indicator: "elsewhere.n", value: 1, place: "441900" }];`,
  empty: "return [null];",
  deep: `let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; return [{ indicator: "deep.n", value: a }];`,
  functions: `return [{ indicator: "functions.n", value: () => 1 }];`,
};
test("a pack that returns nonsense is not taken at its word, and is ended when it does so three times", async () => {
  const { passUntil, state, steps, taken } = house({ ...Object.fromEntries(Object.entries(NONSENSE).map(([topic, body]) => [topic, feed(topic, body)])), honest: honest("honest") });
  await passUntil("honest", () => Object.keys(NONSENSE).every((topic) => state(topic).state === "ended"));
  expect(Object.keys(NONSENSE).map((topic) => [topic, state(topic).fault])).toEqual(Object.keys(NONSENSE).map((topic) => [topic, "nonsense"]));
  expect(taken.every(({ topic }) => topic === "honest")).toBe(true);
  expect(steps("honest")).toEqual(upTo(steps("honest").length));
});

test("a pack that leaves the thread, or leaves something behind that fails later, is named for it", async () => {
  const { passUntil, state, steps } = house({
    leaving: feed("leaving", "exit(0);", `import { exit } from "node:process";`),
    later: feed("later", `setTimeout(() => { throw new Error("too late"); }, 1); return [];`, `import { setTimeout } from "node:timers";`),
    honest: honest("honest"),
  });
  await passUntil("honest", () => state("leaving").state === "ended" && state("later").state === "ended");
  expect([state("leaving").fault, state("later").fault, state("later").words]).toEqual(["exit", "throw", "left behind: Error: too late"]);
  expect(steps("honest")).toEqual(upTo(steps("honest").length));
});

test("a pack finds no clock, no chance and no timers of its own", async () => {
  const uses = { clock: "Date.now()", chance: "Math.random()", random: "crypto.getRandomValues(new Uint8Array(1))", timer: "setTimeout(() => {}, 1)", surroundings: "process.env" };
  const { passUntil, state } = house({ ...Object.fromEntries(Object.entries(uses).map(([topic, use]) => [topic, feed(topic, `${use}; return [];`)])), honest: honest("honest") });
  await passUntil("honest", () => Object.keys(uses).every((topic) => state(topic).state === "ended"));
  for (const topic of Object.keys(uses)) expect(state(topic).fault).toBe("throw");
});

/** What would falsify the numbers of whoever comes after it, or have them accused. */
const TAMPERS: readonly string[] = [
  "world.rainMm = () => 500;", "Object.defineProperty(world, 'weather', { value: () => ({ tempC: 99 }) });", "world.weather(at, place.point).tempC = 99;",
  "place.id = '4499';", "place.point[1] = 40;", "place.attributes.crest = 0;", "place.indicators.push('honest.n');",
  "Array.prototype.flatMap = () => [];", "Array.prototype[Symbol.iterator] = function* () {};", "Object.getPrototypeOf([].values()).next = () => ({ done: true });", "Object.setPrototypeOf(Array.prototype, null);",
  "Object.prototype.value = 1;", "Object.keys = () => [];", "Array.isArray = () => false;", "Math.floor = () => 0;", "Math.imul = () => 1;", "Map.prototype.get = () => undefined;", "String.prototype.slice = () => '';",
  "Promise.prototype.then = () => {};", "globalThis.Math = {};", "globalThis.world = world;", "Date.prototype.getTime = () => 0;", "Error.prototype.name = 'Honest';", "Function.prototype.call = () => {};",
];
const LOOKS_AT_ALL = feed("honest", `
  const own = new Error("its own"); own.name = "Its own";
  const rain = new Map([[place.id, world.rainMm(at, place.point, 24)]]);
  return [place].flatMap(({ id, attributes }) => [{ indicator: "honest.n", value: Math.floor(1e4 * (random() + rain.get(id) + world.weather(at, place.point).tempC + attributes.crest)) + own.name.length }]);`);

test("a pack that would change what all share changes nothing for its neighbour, and is named where it does not hide that it tried", async () => {
  const alone = house({ honest: LOOKS_AT_ALL });
  await alone.passUntil("honest", () => alone.steps("honest").length >= 4);
  const tries = TAMPERS.map((code) => `try { ${code} changed.push(${JSON.stringify(code)}); } catch (error) { if (!(error instanceof TypeError)) changed.push(String(error)); }`).join("\n");
  const atOnce = `Array.prototype.flatMap = () => [];`;
  const beside = house({
    hiding: feed("hiding", `${tries}\nif (changed.length > 0) throw new Error(changed.join()); return [{ indicator: "hiding.n", value: changed.length }];`, "const changed = [];"),
    open: feed("open", "world.rainMm = () => 500; return [];"),
    loading: `${atOnce}\n${honest("loading")}`,
    honest: LOOKS_AT_ALL,
  });
  await beside.passUntil("honest", () => beside.steps("honest").length >= 4 && beside.state("open").state === "ended" && beside.state("loading").state === "ended");
  const of = ({ taken }: typeof alone) => taken.filter(({ topic, at }) => topic === "honest" && at < 4 * EVERY_MS).map(({ values }) => values);
  expect(of(beside)).toEqual(of(alone));
  expect(of(alone).flat()).toHaveLength(8);
  expect(beside.state("honest")).toMatchObject({ state: "running", fault: null, endings: 0 });
  // Every try threw.
  expect(beside.state("hiding")).toMatchObject({ state: "running", words: "" });
  expect([beside.state("open").fault, beside.state("open").words]).toEqual(["throw", expect.stringMatching(/^TypeError: .*rainMm/)]);
  expect([beside.state("loading").fault, beside.state("loading").words]).toEqual(["throw", expect.stringMatching(/^TypeError: .*flatMap/)]);
});

test("the same instants bring the same readings, in another thread too", async () => {
  const first = house({ honest: honest("honest") });
  const second = house({ looping: feed("looping", "for (;;) {}"), honest: honest("honest") });
  await first.passUntil("honest", () => first.steps("honest").length >= 4);
  await second.passUntil("honest", () => second.steps("honest").length >= 4 && second.threads() >= 2);
  const of = (house: typeof first) => house.taken.filter(({ topic, at }) => topic === "honest" && at < 4 * EVERY_MS).map(({ values }) => values);
  expect(of(second)).toEqual(of(first));
  // By place and by time.
  expect(new Set(of(first).flat()).size).toBe(8);
});
