import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Indicator } from "../../model/indicator.ts";
import { CALL_MS, PLACES_A_CALL, READINGS_A_CALL } from "../../model/pack-feed.ts";
import { HOUR, MINUTE, SECOND } from "../../model/time.ts";
import { ANSWERS_WITHIN_MS, OPEN_MS, WEIGHED_ABOVE_BYTES, createPackHost, type PackHost } from "./host.ts";
import type { PackThread, ThreadEnd, ToThread } from "./port.ts";

const EVERY_MS = 10 * SECOND;
const MB = 1024 * 1024;
type Asked = Extract<ToThread, { call: number }>;
type Step = Extract<ToThread, { kind: "step" }>;
/** How the thread of a test answers a step: `loop` never ends, `silent` ends without a word. */
type How = "good" | "loop" | "silent" | "throw" | { readonly end: ThreadEnd } | { readonly read: unknown } | { readonly flood: number } | { readonly forged: object };

/** A host over a thread of paper: every call is kept until the test has it answered. */
function house(topics: readonly string[], { places = 2, heap = () => ({ used: MB, kept: null as number | null }) }: { places?: number; heap?: (step: Step) => { used: number; kept: number | null } } = {}) {
  const clock = new ManualClock(1_000 * EVERY_MS);
  const how = new Map<string, How>();
  const opens = new Map<string, How>();
  const taken: string[] = [];
  const logged: string[] = [];
  const threads: { asked: Asked[]; isOver: boolean }[] = [];
  let isRefusing = false;
  /** What share of the time this process is given a processor. */
  let share = 1;
  let processor = 0;
  /** What the thread alone had; null: the system does not say. */
  let own: number | null = null;

  function start(): PackThread {
    const self = { asked: [] as Asked[], isOver: false };
    threads.push(self);
    let heard: (message: unknown) => void = () => {};
    let ended: (why: ThreadEnd, words: string) => void = () => {};
    const progress = { begun: 0, finished: 0 };
    const say = (message: object): void => void Promise.resolve().then(() => !self.isOver && heard(message));
    function answer(message: Asked): void {
      const way = (message.kind === "open" ? opens : how).get(message.topic) ?? "good";
      if (way === "silent") return;
      progress.begun = message.call;
      if (way === "loop") return;
      if (typeof way === "object" && "end" in way) {
        // Once; in the next thread it is good.
        how.delete(message.topic);
        void Promise.resolve().then(() => ended(way.end, "gone"));
        return;
      }
      if (typeof way === "object" && "forged" in way) return say(way.forged);
      progress.finished = message.call;
      const { call, topic } = message;
      if (way === "throw") say({ kind: "failed", call, fault: "throw", words: "Error: no" });
      else if (message.kind === "open") say({ kind: "opened", call, everyMs: EVERY_MS, hasCode: true, tells: [{ indicator: `${topic}.n`, level: "city" }] });
      else if (typeof way === "object" && "read" in way) say({ kind: "read", call, readings: way.read, beyond: 0 });
      else say({ kind: "read", call, readings: Array.from({ length: message.to - message.from }, (_, i) => ({ indicator: `${topic}.n`, place: `p${message.from + i}`, value: 1 })), beyond: typeof way === "object" && "flood" in way ? way.flood : 0 });
      if (message.kind === "step") say({ kind: "heap", call, ...heap(message) });
    }
    return {
      post(message) {
        if (message.kind === "places" || message.kind === "world") return;
        self.asked.push(message);
        answer(message);
      },
      progress: () => progress,
      processorMs: () => own,
      onMessage: (listener) => void (heard = listener),
      onEnd: (listener) => void (ended = listener),
      async terminate() {
        self.isOver = true;
      },
    };
  }
  const log = (words: string, facts?: Record<string, unknown>): void => void logged.push(`${words} ${JSON.stringify(facts)}`);
  const host: PackHost = createPackHost({
    packs: topics.map((topic) => ({ topic, module: `${topic}.mjs` })),
    indicators: (topic) => [{ id: `${topic}.n`, leaf: "city" } as Indicator],
    places: () => Array.from({ length: places }, (_, i) => ({ id: `p${i}`, level: "city", region: `p${i}`, point: null, attributes: {}, residents: null })),
    start, clock, processorMs: () => processor, live: { seed: 1, reaches: [] }, log: { info: log, warn: log, error: log },
    take(topic, at, readings) {
      if (isRefusing) throw new Error("the store is away");
      taken.push(`${topic} ${at / EVERY_MS - 1_000} ${readings.length}`);
      return { accepted: readings.length, duplicates: 0, rejected: 0, quarantined: 0, problems: [] };
    },
  });
  host.start();
  return {
    host, how, opens, taken, logged, threads, clock,
    setShare: (is: number) => (share = is),
    setOwn: (is: number) => (own = is),
    setRefusing: (is: boolean) => (isRefusing = is),
    state: (topic: string) => host.states().find((each) => each.topic === topic)!,
    figure: (name: string, labels: object) => host.figures().find((each) => each.name === name && JSON.stringify(each.labels) === JSON.stringify(labels))?.value,
    of: (topic: string) => taken.filter((each) => each.startsWith(`${topic} `)),
    /** Time passes as it does: in small parts, between which what was said arrives. */
    async pass(ms: number): Promise<void> {
      for (let left = ms; left > 0; left -= 20) {
        processor += share * Math.min(20, left);
        clock.advance(Math.min(20, left));
        for (let i = 0; i < 20; i++) await Promise.resolve();
      }
    },
  };
}

test("without packs that have code nothing is started", async () => {
  const { threads, pass, host } = house([]);
  await pass(MINUTE);
  expect([threads.length, host.states()]).toEqual([0, []]);
});

test("each pack is asked at its own instants, one after the other in one thread", async () => {
  const { taken, threads, pass } = house(["a", "b"]);
  await pass(2 * EVERY_MS + 100);
  expect(taken).toEqual(["a 0 2", "b 0 2", "a 1 2", "b 1 2", "a 2 2", "b 2 2"]);
  expect(threads).toHaveLength(1);
});

test("a step over many places is asked for in parts, and others come in between", async () => {
  const { taken, pass } = house(["a", "b"], { places: PLACES_A_CALL + 1 });
  await pass(200);
  expect(taken).toEqual([`a 0 ${PLACES_A_CALL}`, `b 0 ${PLACES_A_CALL}`, "a 0 1", "b 0 1"]);
});

test("a step that takes longer than its time ends the pack, names it, and the neighbour's step comes from a new thread", async () => {
  const { how, state, threads, taken, logged, figure, pass } = house(["a", "b"]);
  how.set("a", "loop");
  await pass(CALL_MS);
  expect([state("a").state, threads.length]).toEqual(["starting", 1]);
  await pass(100);
  expect(state("a")).toMatchObject({ state: "ended", fault: "overrun", endings: 1 });
  expect(threads.map(({ isOver }) => isOver)).toEqual([true, false]);
  expect(taken).toEqual(["b 0 2"]);
  expect(logged.filter((line) => line.includes('"reason":"overrun"'))).toHaveLength(1);
  expect([figure("guanlan_pack_ended_total", { topic: "a", reason: "overrun" }), figure("guanlan_pack_running", { topic: "a" }), figure("guanlan_pack_running", { topic: "b" })]).toEqual([1, 0, 1]);
});

test("to load a module takes longer than a step may", async () => {
  const { opens, state, pass } = house(["a"]);
  opens.set("a", "loop");
  await pass(OPEN_MS);
  expect(state("a").state).toBe("starting");
  await pass(100);
  expect(state("a")).toMatchObject({ state: "ended", fault: "overrun" });
});

test("a house that was itself held up accuses nobody", async () => {
  const { how, state, pass, clock } = house(["a"]);
  how.set("a", "loop");
  await pass(100);
  const monotonic = clock.monotonic.bind(clock);
  clock.monotonic = () => monotonic() + 10 * MINUTE;
  await pass(20);
  expect(state("a").state).toBe("starting");
  await pass(CALL_MS);
  expect(state("a").fault).toBe("overrun");
});

test("on a machine so busy that the thread waits for a processor its pack is not accused; code that sleeps is ended all the same", async () => {
  const { how, state, pass, setShare } = house(["a"]);
  how.set("a", "loop");
  await pass(20);
  setShare(0.05);
  await pass(10 * CALL_MS);
  expect(state("a").fault).toBe(null);
  setShare(1);
  await pass(CALL_MS);
  expect(state("a").fault).toBe("overrun");
  const asleep = house(["a"]);
  asleep.how.set("a", "loop");
  asleep.setShare(0);
  await asleep.pass(21 * CALL_MS);
  expect(asleep.state("a").fault).toBe("overrun");
});

test("where the system says what the thread alone had, a pack is not accused of what the rest of the house burns", async () => {
  const { how, state, pass, setOwn } = house(["a"]);
  how.set("a", "loop");
  setOwn(7);
  await pass(2 * CALL_MS);
  expect(state("a").fault).toBe(null);
  for (let ran = 7; ran <= CALL_MS + 47; ran += 20) {
    setOwn(ran);
    await pass(20);
  }
  expect(state("a").fault).toBe("overrun");
});

test("an ended pack is tried again after a minute, twice as long each time, at most after an hour, and is named all the while", async () => {
  const { how, state, threads, logged, pass } = house(["a"]);
  how.set("a", "loop");
  await pass(2 * CALL_MS);
  const { since } = state("a");
  await pass(MINUTE - 2 * CALL_MS);
  expect(threads).toHaveLength(1);
  await pass(2 * CALL_MS + 100);
  expect(threads).toHaveLength(2);
  expect(state("a")).toMatchObject({ state: "ended", endings: 2, since });
  await pass(4 * HOUR);
  const pauses = logged.filter((line) => line.startsWith("A pack's code was ended")).map((line) => JSON.parse(line.slice(line.indexOf("{"))).againAfterMs / MINUTE);
  expect(pauses.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});

test("a pack that was ended runs again once a step has gone through, in a thread that has not loaded it before", async () => {
  const { how, state, threads, of, pass, logged } = house(["a"]);
  how.set("a", "loop");
  await pass(2 * CALL_MS);
  how.delete("a");
  await pass(MINUTE);
  expect(state("a")).toMatchObject({ state: "running", fault: null, endings: 1 });
  expect(threads[1]!.asked.map(({ kind }) => kind).slice(0, 2)).toEqual(["open", "step"]);
  expect(of("a")).toEqual(["a 6 2"]);
  expect(logged.some((line) => line.startsWith("A pack's code runs again"))).toBe(true);
  // What it did is forgotten after an hour.
  await pass(HOUR + EVERY_MS);
  expect(state("a").endings).toBe(0);
});

test("two throws lose two steps, three in a row end the pack; one that goes through in between counts anew", async () => {
  const { how, state, figure, pass } = house(["a"]);
  how.set("a", "throw");
  await pass(EVERY_MS + 100);
  how.delete("a");
  await pass(EVERY_MS);
  how.set("a", "throw");
  await pass(2 * EVERY_MS);
  expect([state("a").state, figure("guanlan_pack_lost_total", { topic: "a", reason: "throw" })]).toEqual(["running", 4]);
  await pass(EVERY_MS);
  expect(state("a")).toMatchObject({ state: "ended", fault: "throw", words: "Error: no" });
});

test("a module that throws ends the pack at once", async () => {
  const { opens, state, taken, pass } = house(["a", "b"]);
  opens.set("a", "throw");
  await pass(200);
  expect([state("a").fault, taken]).toEqual(["throw", ["b 0 2"]]);
});

for (const [what, read] of Object.entries({
  "a text": "42",
  "another pack's indicator": [{ indicator: "b.n", place: "p0", value: 1 }],
  "a place that does not exist": [{ indicator: "a.n", place: "p9", value: 1 }],
  "a number that is none": [{ indicator: "a.n", place: "p0", value: Number.NaN }],
  "a number as text": [{ indicator: "a.n", place: "p0", value: "1" }],
  "a field that nobody knows": [{ indicator: "a.n", place: "p0", value: 1, extra: "quality" }],
  "more readings than a call may bring": Array.from({ length: READINGS_A_CALL + 1 }, () => ({ indicator: "a.n", place: "p0", value: 1 })),
}))
  test(`${what} is not taken up, and ends the pack the third time`, async () => {
    const { how, state, of, pass } = house(["a", "b"]);
    how.set("a", { read });
    await pass(2 * EVERY_MS + 100);
    expect(state("a")).toMatchObject({ state: "ended", fault: "nonsense" });
    expect([of("a"), of("b")]).toEqual([[], ["b 0 2", "b 1 2", "b 2 2"]]);
  });

test("a flood is cut and named while it lasts, and the pack goes on", async () => {
  const { how, state, of, figure, pass } = house(["a"], { places: PLACES_A_CALL + 1 });
  how.set("a", { flood: 995_000 });
  await pass(EVERY_MS + 100);
  expect(state("a")).toMatchObject({ state: "running", fault: "flood", words: expect.stringContaining("1000000") });
  // The rest of its places is not asked for.
  expect([of("a"), figure("guanlan_pack_lost_total", { topic: "a", reason: "flood" })]).toEqual([[`a 0 ${PLACES_A_CALL}`, `a 1 ${PLACES_A_CALL}`], 2]);
  how.delete("a");
  await pass(EVERY_MS);
  expect(state("a")).toMatchObject({ state: "running", fault: null });
});

test("when the heap grows it is weighed who holds it, more often who was found to hold more, and whoever holds too much is ended, not whoever runs", async () => {
  let held = WEIGHED_ABOVE_BYTES;
  const { state, threads, pass } = house(["a", "b"], {
    heap: ({ topic, weigh }) => {
      if (topic === "a") held += 3 * MB;
      return { used: held, kept: weigh ? (topic === "a" ? 3 * MB : 0) : null };
    },
  });
  await pass(2 * EVERY_MS + 100);
  expect(threads[0]!.asked.filter((each) => each.kind === "step").map((each) => `${each.topic} ${each.weigh}`)).toEqual(["a false", "b true", "a true", "b false", "a true", "b true"]);
  expect(state("a").state).toBe("running");
  await pass(EVERY_MS);
  expect([state("a").fault, state("b").state]).toEqual(["leak", "running"]);
});

test("a heap that is full is laid at the door of whoever holds most of it", async () => {
  let isFull = false;
  const { how, state, pass } = house(["a", "b"], {
    heap: ({ topic, weigh }) => ({ used: isFull ? 62 * MB : 30 * MB, kept: weigh && topic === "a" ? 4 * MB : weigh ? 0 : null }),
  });
  await pass(100);
  isFull = true;
  await pass(EVERY_MS);
  how.set("b", { end: "memory" });
  await pass(EVERY_MS);
  expect([state("a").fault, state("b").fault]).toEqual(["leak", null]);
});

test("a call that fills an empty heap by itself is to blame for it", async () => {
  const { how, state, pass } = house(["a", "b"]);
  how.set("b", { end: "memory" });
  await pass(200);
  expect([state("a").fault, state("b").fault]).toEqual([null, "leak"]);
});

test("a pack that ends the thread is named", async () => {
  const { how, state, of, pass } = house(["a", "b"]);
  how.set("a", { end: "exit" });
  await pass(200);
  expect([state("a").fault, of("b")]).toEqual(["exit", ["b 0 2"]]);
});

test("a thread that does not answer is begun anew without a word on any pack; the third time it is told of all that they do not run", async () => {
  const { how, state, threads, taken, logged, pass } = house(["a", "b"]);
  how.set("a", "silent");
  await pass(ANSWERS_WITHIN_MS + SECOND + 200);
  expect([threads.length, state("a").state, state("b").state]).toEqual([2, "starting", "starting"]);
  await pass(2 * ANSWERS_WITHIN_MS + 3 * SECOND);
  expect([state("a").fault, state("b").fault]).toEqual(["thread", "thread"]);
  expect(logged.filter((line) => line.startsWith("The packs' thread has ended"))).toHaveLength(3);
  how.delete("a");
  await pass(MINUTE);
  expect([state("a").state, state("b").state, taken.length > 0]).toEqual(["running", "running", true]);
});

test("what says to be the answer to a call that was not asked ends the pack that is asked", async () => {
  const { how, state, of, pass } = house(["a", "b"]);
  how.set("a", { forged: { kind: "heap", call: 999, used: 1, kept: null } });
  await pass(200);
  expect([state("a").fault, of("b")]).toEqual(["nonsense", ["b 0 2"]]);
});

test("a house that takes no samples now ends no pack", async () => {
  const { state, setRefusing, figure, of, pass } = house(["a"]);
  setRefusing(true);
  await pass(4 * EVERY_MS);
  expect([state("a").state, state("a").fault, (figure("guanlan_pack_lost_total", { topic: "a", reason: "refused" }) ?? 0) > 2]).toEqual(["running", null, true]);
  setRefusing(false);
  await pass(EVERY_MS);
  expect(of("a")).toHaveLength(1);
});

test("after the stop nothing is asked and no thread is left", async () => {
  const { host, threads, pass } = house(["a"]);
  await pass(100);
  await host.stop();
  const asked = threads[0]!.asked.length;
  await pass(MINUTE);
  expect([threads.length, threads[0]!.isOver, threads[0]!.asked.length]).toEqual([1, true, asked]);
});
