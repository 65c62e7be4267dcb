import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Draft, Entry } from "../../model/journal.ts";
import type { Store } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { memoryStore } from "../../tests/fixtures/memory-store.ts";
import { createLedger } from "./ledger.ts";
import { EMPTY_HEAD, flaw } from "./seal.ts";

const officer: Actor = { account: "officer@44", role: "officer", region: "44", session: "s1" };
const found = (n: number): Draft => ({ kind: "alert.raised", actor: "rule:r", region: "44", body: { n } });
const settled = async (): Promise<void> => {
  for (let i = 0; i < 40; i++) await Promise.resolve();
};

function house(mostOwed?: number) {
  const kept = memoryStore();
  const clock = new ManualClock(0);
  const seen: Entry[] = [];
  /** Done, and its answer lost. */
  let isLost = false;
  const store: Store = {
    ...kept,
    async commit(batch) {
      if (kept.away) throw new Error("database or disk is full");
      await kept.commit(batch);
      if (isLost) throw new Error("The line was cut.");
    },
  };
  let salts = 0;
  const ledger = createLedger({ situation: "live", store, clock, simNow: () => clock.now(), hash: "sha256", random: (bytes) => (salts++).toString(16).padStart(bytes * 2, "0"), readOnly: false, ...(mostOwed !== undefined && { mostOwed }), folds: [{ apply: (entry) => void seen.push(entry) }] });
  let commands = 0;
  return {
    kept, clock, ledger, seen,
    stored: async () => await kept.entries("live", 0, 1_000_000),
    fail: (isAway: boolean) => (kept.away = isAway),
    lose: (lost: boolean) => (isLost = lost),
    order: () => ledger.execute(officer, { id: `c-${++commands}`, kind: "test", data: {} }, () => ({ drafts: [{ kind: "test.ordered", actor: officer.account, region: "44", body: {} }], result: {} })),
  };
}

describe("what rules find while the store takes nothing", () => {
  test("stands at once in memory, is no part of the chain that is told, and is written by itself with room again", async () => {
    const h = house();
    await h.ledger.record([found(0)]);
    h.fail(true);
    await h.ledger.note(() => [found(1), found(2)]);
    await h.ledger.note(() => [found(3)]);
    expect([h.seen.length, h.ledger.owed(), h.ledger.head().seq]).toEqual([4, 3, 1]);
    h.clock.advance(5_000);
    await settled();
    expect((await h.stored()).length).toBe(1);
    h.fail(false);
    h.clock.advance(1_000);
    await settled();
    expect(await h.stored()).toEqual(h.seen);
    expect([h.ledger.owed(), h.ledger.head().seq]).toEqual([0, 4]);
  });

  test("nobody decides on it before it is written: a command is refused, changes nothing, and is done when it is sent again", async () => {
    const h = house();
    h.fail(true);
    await h.ledger.note(() => [found(1)]);
    const refused = await h.order().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect((refused as Problem).code).toBe("store_unavailable");
    expect(h.seen.length).toBe(1);
    h.fail(false);
    expect((await h.order()).answer).toMatchObject({ seq: 2 });
    expect((await h.stored()).map(({ kind }) => kind)).toEqual(["alert.raised", "test.ordered"]);
  });

  test("what was written and not answered is not written twice", async () => {
    const h = house();
    h.fail(true);
    await h.ledger.note(() => [found(1)]);
    h.fail(false);
    h.lose(true);
    h.clock.advance(1_000);
    await settled();
    h.lose(false);
    await h.ledger.note(() => [found(2)]);
    h.clock.advance(1_000);
    await settled();
    expect((await h.stored()).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test("what nobody could tell to be written is judged again on what was written: one finding is one entry", async () => {
    const kept = memoryStore();
    const clock = new ManualClock(0);
    const seen: Entry[] = [];
    let isCut = true;
    const store: Store = {
      ...kept,
      async commit(batch) {
        await kept.commit(batch);
        if (isCut) throw new Error("The line was cut.");
      },
      head: async (situation) => (isCut ? Promise.reject(new Error("The line was cut.")) : await kept.head(situation)),
    };
    const ledger = createLedger({ situation: "live", store, clock, simNow: () => 0, hash: "sha256", random: (bytes) => "0".repeat(2 * bytes), readOnly: false, folds: [{ apply: (entry) => void seen.push(entry) }] });
    const once = (): Draft[] => (seen.length === 0 ? [found(1)] : []);
    await expect(ledger.note(once)).rejects.toMatchObject({ code: "store_unavailable" });
    isCut = false;
    expect(await ledger.note(once)).toEqual([]);
    expect([seen.length, (await kept.entries("live", 0, 9)).length]).toEqual([1, 1]);
  });

  test("what is found is judged on the commands before it", async () => {
    const h = house();
    const done: string[] = [];
    const ordered = h.order().then(() => done.push("order"));
    await h.ledger.note(() => [{ ...found(1), body: { seen: h.seen.length } }]);
    await ordered;
    expect((await h.stored()).map(({ body }) => body)).toEqual([{}, { seen: 1 }]);
  });

  test("too much of it is refused, and kept by whoever found it", async () => {
    const h = house(3);
    h.fail(true);
    await h.ledger.note(() => [found(1), found(2), found(3)]);
    await expect(h.ledger.note(() => [found(4)])).rejects.toMatchObject({ code: "store_unavailable" });
    expect([h.ledger.owed(), h.seen.length]).toEqual([3, 3]);
  });

  test("any course of findings, commands, full and lossy disks leaves one sound chain that is what the folds have seen", async () => {
    const step = fc.oneof(fc.constant("note"), fc.constant("order"), fc.constant("full"), fc.constant("room"), fc.constant("cut"), fc.constant("whole"), fc.constant("second"));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const h = house();
        let orders = 0;
        for (const each of steps) {
          if (each === "note") await h.ledger.note(() => [found(1)]).catch(() => {});
          if (each === "order") await h.order().then(() => orders++, () => {});
          if (each === "full" || each === "room") h.fail(each === "full");
          if (each === "cut" || each === "whole") h.lose(each === "cut");
          if (each === "second") h.clock.advance(1_000);
          await settled();
          // Nothing is told, or signed, that a kill could take.
          expect((await h.stored()).length).toBeGreaterThanOrEqual(h.ledger.head().seq);
        }
        h.fail(false);
        h.lose(false);
        await h.order();
        const chain = await h.stored();
        let head = EMPTY_HEAD;
        for (const entry of chain) {
          expect(flaw(entry, head, "sha256")).toBeNull();
          head = { seq: entry.seq, hash: entry.hash };
        }
        expect(chain).toEqual(h.seen);
        expect(chain.filter(({ kind }) => kind === "test.ordered").length).toBeGreaterThanOrEqual(orders + 1);
      }),
      { numRuns: 300 },
    );
  });
});
