import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Decision } from "../../model/decision.ts";
import type { Entry } from "../../model/journal.ts";
import type { Batch, Stop, Store, TimerRow } from "../../model/ports.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../model/time.ts";
import type { Due } from "../../model/timer.ts";
import { memoryStore, type MemoryStore } from "../../tests/fixtures/memory-store.ts";
import { createClockWatch } from "../clock-watch.ts";
import { createLedger, type Ledger } from "../journal/index.ts";
import { createTimers, TOGETHER, TRY_AGAIN_MS, type Timers } from "./timers.ts";

const START = Date.UTC(2026, 0, 1);
const officer: Actor = { account: "officer@44", role: "officer", region: "44", session: "s1" };
const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise(setImmediate);
};

/** What the store does with the next commits: "lost" is done, and its answer is lost; with "cut" nobody can say for the moment whether it was. */
type Fault = "refused" | "lost" | "cut";

/** A program over a store: it can be killed and started anew. */
function house(situation = "live") {
  const clock = new ManualClock(START);
  const kept: MemoryStore = memoryStore();
  const faults: Fault[] = [];
  const batches: Batch[] = [];
  let isCut = false;
  let during: (() => void) | undefined;
  const store: Store = {
    ...kept,
    async commit(batch) {
      const fault = faults.shift();
      if (fault === "refused") throw new Error("The disk is full.");
      batches.push(batch);
      await kept.commit(batch);
      for (const { kind, body } of batch.entries ?? []) if (kind === "test.fired") fired.push({ ...(body as { id: string; for: number; lateMs: number }), at: clock.monotonic() });
      during?.();
      during = undefined;
      isCut = fault === "cut";
      if (fault === "lost" || fault === "cut") throw new Error("The line was cut.");
    },
    async head(of) {
      const wasCut = isCut;
      isCut = false;
      if (wasCut) throw new Error("The line is cut.");
      return await kept.head(of);
    },
  };
  const errors: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (words: string) => void errors.push(words) };
  /** The monotonic instants at which a timer has fired, by its id and what it was for. */
  const fired: { readonly id: string; readonly for: number; readonly at: number; readonly lateMs: number }[] = [];
  let done: Set<string>;
  let ledger: Ledger;
  let timers: Timers;
  let stopWatching: Stop;
  const nameOf = ({ id, body }: TimerRow): string => `${id} ${(body as { for: number }).for}`;
  const due: Due = {
    about: ({ body }) => (body as { about?: string }).about ?? "",
    due(timer, _now, lateMs) {
      const body = timer.body as { for: number; next?: number; throws?: true };
      if (body.throws) throw new Error("Undecidable.");
      if (done.has(nameOf(timer))) return null;
      const again: TimerRow[] = body.next === undefined ? [] : [{ ...timer, dueAt: timer.dueAt + body.next, body: { ...body, for: body.for + 1, next: undefined } }];
      return { drafts: [{ kind: "test.fired", actor: "system", region: "44", body: { name: nameOf(timer), id: timer.id, for: body.for, lateMs } }], timers: again };
    },
  };
  async function begin(): Promise<void> {
    done = new Set();
    let salts = 0;
    const fold = { apply: ({ kind, body }: Entry) => void (kind === "test.fired" && done.add((body as { name: string }).name)) };
    const watch = createClockWatch(clock);
    stopWatching = watch.start();
    ledger = createLedger({ situation, store, clock, simNow: () => clock.now(), hash: "sha256", random: (bytes) => (salts++).toString(16).padStart(bytes * 2, "0"), readOnly: false, folds: [fold], log });
    await ledger.recover();
    timers = createTimers({
      situation, clock, watch, store, ledger, log, dues: { test: due },
      tellStep: (byMs) => (situation === "live" ? { kind: "clock.stepped", actor: "system", region: "44", body: { byMs } } : null),
    });
    await timers.start();
  }
  let commands = 0;
  const order = async (decide: (now: number) => Partial<Decision>): Promise<boolean> =>
    await ledger.execute(officer, { id: `command-${situation}-${++commands}`, kind: "test", data: {} }, (now) => ({ drafts: [{ kind: "test.ordered", actor: officer.account, region: "44", body: {} }], result: {}, ...decide(now) })).then(() => true, () => false);
  return {
    clock, kept, faults, batches, errors, fired, begin, order,
    count: () => timers.count(),
    steps: async () => (await kept.entries(situation, 0, 10_000)).filter(({ kind }) => kind === "clock.stepped").map(({ body }) => (body as { byMs: number }).byMs),
    set: (id: string, ms: number, body: Record<string, unknown> = {}) => order((now) => ({ timers: [{ id, situation, kind: "test", dueAt: now + ms, body: { for: 0, ...body } }] })),
    cancel: (id: string) => order(() => ({ cancelTimers: [id] })),
    async pass(ms: number, by = 250) {
      for (let left = ms; left > 0; left -= by) {
        clock.advance(Math.min(by, left));
        await settled();
      }
    },
    /** Happens once, while the next commit is on its way. */
    meanwhile: (happens: () => void) => void (during = happens),
    async kill() {
      timers.stop();
      stopWatching();
      await settled();
    },
    async restart() {
      await this.kill();
      await begin();
      await settled();
    },
    end: () => timers.end(),
  };
}
type House = ReturnType<typeof house>;

describe("timers", () => {
  let h: House;
  beforeEach(async () => {
    h = house();
    await h.begin();
  });

  test("fire once, at their time and never before it", async () => {
    await h.set("a", 90 * SECOND);
    await h.pass(89 * SECOND + 999, 333);
    expect(h.fired).toEqual([]);
    await h.pass(1);
    expect(h.fired.map(({ id, at, lateMs }) => [id, at, lateMs])).toEqual([["a", 90_000, 0]]);
    await h.pass(HOUR, MINUTE);
    expect(h.fired.length).toBe(1);
    expect([h.count(), await h.kept.timers("live")]).toEqual([0, []]);
  });

  test("one that a decision takes away does not fire, even when it is due while that decision waits for its turn", async () => {
    await h.set("a", MINUTE);
    await h.set("b", MINUTE);
    await h.cancel("a");
    await h.pass(59 * SECOND);
    const cancelled = h.cancel("b");
    h.clock.advance(SECOND);
    await cancelled;
    await h.pass(MINUTE);
    expect(h.fired).toEqual([]);
  });

  test("what a timer comes to, its row's end and its next step are one commit", async () => {
    await h.set("a", MINUTE, { next: MINUTE });
    await h.pass(MINUTE);
    expect(h.batches.at(-1)).toMatchObject({ entries: [{ kind: "test.fired", body: { for: 0 } }], cancelTimers: ["a"], timers: [{ id: "a", body: { for: 1 } }] });
    await h.pass(MINUTE);
    expect(h.fired.map((f) => [f.for, f.at])).toEqual([[0, 60_000], [1, 120_000]]);
  });

  test("killed after the commit and before it let the timer go, it does not fire again", async () => {
    await h.set("a", MINUTE);
    h.faults.push("lost");
    h.clock.advance(MINUTE);
    await h.restart();
    await h.pass(MINUTE);
    expect(h.batches.flatMap(({ entries }) => entries ?? []).filter(({ kind }) => kind === "test.fired").length).toBe(1);
  });

  test("when the store was away it is tried again every second, and nothing fires twice", async () => {
    await h.set("a", MINUTE);
    h.faults.push("refused", "refused", "lost");
    await h.pass(MINUTE);
    await h.pass(3 * TRY_AGAIN_MS + 500, 100);
    expect(h.fired.map(({ id }) => id)).toEqual(["a"]);
    expect(h.count()).toBe(0);
  });

  for (const byMs of [5 * SECOND, HOUR, DAY, -5 * SECOND, -HOUR, -DAY])
    test(`the machine's clock set by ${byMs / SECOND} s moves no timer, neither now nor after a restart, and the chain tells of it once`, async () => {
      await h.set("a", MINUTE);
      await h.set("b", 3 * MINUTE);
      await h.pass(30 * SECOND);
      h.clock.step(byMs);
      await h.set("c", MINUTE);
      await h.pass(30 * SECOND);
      expect(h.fired.map(({ id, at }) => [id, at])).toEqual([["a", 60_000]]);
      await h.restart();
      await h.pass(2 * MINUTE);
      expect(h.fired.map(({ id, at }) => [id, at])).toEqual([["a", 60_000], ["c", 90_000], ["b", 180_000]]);
      expect(await h.steps()).toEqual([byMs]);
    });

  test("a clock that is set while the store is away is followed when it is back, and told of once", async () => {
    await h.set("a", MINUTE);
    h.faults.push("refused", "lost");
    h.clock.step(HOUR);
    await h.pass(10 * SECOND);
    expect(await h.steps()).toEqual([HOUR]);
    await h.restart();
    await h.pass(49 * SECOND);
    expect(h.fired).toEqual([]);
    await h.pass(SECOND);
    expect(h.fired.length).toBe(1);
  });

  test("a clock that is set while an order is being written does not move that order's timer", async () => {
    h.meanwhile(() => h.clock.step(HOUR));
    await h.set("a", MINUTE);
    await h.pass(59 * SECOND);
    expect(h.fired).toEqual([]);
    await h.restart();
    await h.pass(SECOND);
    expect(h.fired.map(({ at }) => at)).toEqual([60_000]);
  });

  for (const byMs of [HOUR, -HOUR])
    test(`a clock that is set again, by ${byMs / SECOND} s, while the house still follows it moves no timer`, async () => {
      await h.set("a", MINUTE);
      await h.set("next", 30 * SECOND, { next: MINUTE });
      h.clock.step(HOUR);
      // The order is being written when the first step is noticed; that step waits behind it for its turn.
      h.meanwhile(() => h.clock.step(HOUR));
      await h.set("b", 2 * MINUTE);
      h.clock.step(byMs);
      await h.pass(29 * SECOND);
      expect(h.fired).toEqual([]);
      await h.pass(3 * MINUTE);
      expect(h.fired.map(({ id, at }) => [id, at])).toEqual([["next", 30_000], ["a", 60_000], ["next", 90_000], ["b", 120_000]]);
      expect((await h.steps()).reduce((a, b) => a + b, 0)).toBe(2 * HOUR + byMs);
    });

  test("a clock that is set while a timer waits for its turn moves neither it nor what it sets next", async () => {
    await h.set("next", 30 * SECOND, { next: MINUTE });
    await h.pass(29_900, 100);
    h.meanwhile(() => {
      h.clock.advance(200);
      h.clock.step(-DAY);
    });
    await h.order(() => ({}));
    await h.pass(2 * MINUTE);
    const [first, second] = h.fired;
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(MINUTE - 250);
    expect(second!.at - first!.at).toBeLessThanOrEqual(MINUTE + SECOND);
  });

  test("an order of which nobody can say whether it was written has its timer when it was", async () => {
    h.faults.push("cut");
    expect(await h.set("a", MINUTE)).toBe(false);
    await h.pass(MINUTE);
    expect(h.fired.map(({ id, at }) => [id, at])).toEqual([["a", 60_000]]);
  });

  test("a clock is told of once, even when nobody can say for a while whether it was", async () => {
    await h.set("a", MINUTE);
    h.faults.push("cut");
    h.clock.step(-DAY);
    await h.pass(10 * SECOND);
    expect(await h.steps()).toEqual([-DAY]);
    await h.pass(50 * SECOND);
    expect(h.fired.map(({ at }) => at)).toEqual([60_000]);
  });

  test("after a restart what fell due meanwhile fires in the order of its time, and says how late it is", async () => {
    for (const [id, minutes] of [["c", 3], ["a", 1], ["b", 2]] as const) await h.set(id, minutes * MINUTE);
    await h.kill();
    h.clock.advance(10 * MINUTE);
    await h.begin();
    h.clock.advance(0);
    await settled();
    expect(h.fired.map(({ id, lateMs }) => [id, lateMs])).toEqual([["a", 9 * MINUTE], ["b", 8 * MINUTE], ["c", 7 * MINUTE]]);
  });

  test("a thousand that fell due together are written a part at a time, and a command is answered in between", async () => {
    await h.order((now) => ({ timers: Array.from({ length: 1_000 }, (_, i) => ({ id: `t${i}`, situation: "live", kind: "test", dueAt: now + MINUTE, body: { for: i, about: `thing ${i}` } })) }));
    h.batches.length = 0;
    h.clock.advance(MINUTE);
    const answered = h.order(() => ({}));
    await settled();
    await answered;
    await h.pass(SECOND);
    expect(h.fired.length).toBe(1_000);
    const sizes = h.batches.map(({ entries }) => entries!.length);
    expect(sizes).toContain(1);
    expect(sizes.indexOf(1)).toBeLessThan(2);
    expect(sizes.filter((size) => size !== 1)).toEqual(Array(1_000 / TOGETHER).fill(TOGETHER));
  });

  test("two of one thing are decided one after the other", async () => {
    await h.set("a", MINUTE, { about: "task" });
    await h.set("b", MINUTE, { about: "task" });
    await h.set("c", MINUTE, { about: "other" });
    h.batches.length = 0;
    await h.pass(MINUTE);
    expect(h.batches.map(({ cancelTimers }) => cancelTimers)).toEqual([["a", "c"], ["b"]]);
  });

  test("one that cannot be decided keeps nobody waiting and stays stored for a program that can", async () => {
    await h.set("a", MINUTE, { throws: true });
    await h.set("b", MINUTE, { about: "other" });
    await h.pass(2 * MINUTE);
    expect(h.fired.map(({ id }) => id)).toEqual(["b"]);
    expect((await h.kept.timers("live")).map(({ id }) => id)).toEqual(["a"]);
    expect(h.errors).toEqual(["A timer could not be decided and is set aside until the next start"]);
  });

  test("of a situation that is gone no row is left", async () => {
    await h.set("a", MINUTE);
    await h.end();
    await h.pass(2 * MINUTE);
    expect([h.fired, await h.kept.timers("live")]).toEqual([[], []]);
  });
});

/** What may happen to a house, in any order. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant("set" as const), id: fc.integer({ min: 0, max: 4 }), ms: fc.integer({ min: 0, max: 20_000 }), next: fc.option(fc.integer({ min: 1_000, max: 8_000 }), { nil: undefined }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("cancel" as const), id: fc.integer({ min: 0, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant("pass" as const), ms: fc.integer({ min: 1, max: 6_000 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("step" as const), ms: fc.constantFrom(5 * SECOND, HOUR, DAY, -5 * SECOND, -HOUR, -DAY) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("fault" as const), fault: fc.constantFrom<Fault>("refused", "lost", "cut") }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("restart" as const), ms: fc.integer({ min: 0, max: 6_000 }) }) },
);

test("whatever happens, each timer fires once, never early, and at most a second late or as long as the store was away", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("live", "drill:1"), fc.array(event, { minLength: 5, maxLength: 40 }), async (situation, events) => {
      const h = house(situation);
      await h.begin();
      /** What must fire: the earliest instant on the monotonic clock, by id and number. */
      const due = new Map<string, { readonly at: number; readonly next: number | undefined }>();
      let orders = 0;
      let heard = 0;
      /** Nobody was there, or the store was away: what was due then may come so much later. */
      let awayUntil = 0;
      const check = (): void => {
        for (; heard < h.fired.length; heard++) {
          const { id, for: n, at } = h.fired[heard]!;
          const name = `${id} ${n}`;
          const wanted = due.get(name);
          if (!wanted) throw new Error(`${name} fired, and was not to fire, or not again.`);
          due.delete(name);
          expect(at).toBeGreaterThanOrEqual(wanted.at);
          expect(at).toBeLessThanOrEqual(Math.max(wanted.at, awayUntil) + SECOND);
          if (wanted.next !== undefined) due.set(`${id} ${n + 1}`, { at: wanted.at + wanted.next, next: undefined });
        }
      };
      const forget = (id: string): void => [...due.keys()].filter((name) => name.startsWith(`${id} `)).forEach((name) => due.delete(name));
      for (const each of events) {
        if (each.what === "set") {
          const id = `t${each.id}`;
          const n = 2 * ++orders;
          const at = h.clock.monotonic();
          // An order of unknown outcome is not repeated here: only those that were answered are expected.
          h.faults.length = 0;
          if (await h.set(id, each.ms, { for: n, about: id, next: each.next })) {
            check();
            forget(id);
            due.set(`${id} ${n}`, { at: at + each.ms, next: each.next });
          }
        } else if (each.what === "cancel") {
          h.faults.length = 0;
          if (await h.cancel(`t${each.id}`)) {
            check();
            forget(`t${each.id}`);
          }
        } else if (each.what === "step") {
          h.clock.step(each.ms);
          // The house sees it within a second; before that it is not killed.
          h.faults.length = 0;
          await h.pass(SECOND + 10, 505);
        } else if (each.what === "fault") {
          h.faults.push(each.fault);
          awayUntil = h.clock.monotonic() + 40_000;
        } else if (each.what === "restart") {
          h.faults.length = 0;
          await h.kill();
          h.clock.advance(each.ms);
          awayUntil = Math.max(awayUntil, h.clock.monotonic());
          await h.begin();
          await settled();
        } else await h.pass(each.ms, 500);
        check();
      }
      h.faults.length = 0;
      await h.pass(MINUTE, SECOND / 2);
      check();
      expect([...due.keys()]).toEqual([]);
      expect(await h.kept.timers(situation)).toEqual([]);
      await h.kill();
    }),
    { numRuns: 60 },
  );
}, 60_000);
