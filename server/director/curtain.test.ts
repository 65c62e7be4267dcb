import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { createCurtain, PREPARE_MS, RAISE_MS, type Told } from "./curtain.ts";

type Picture = string;
const START = Date.UTC(2026, 10, 25);

/** Sixteen displays as they behave: each hears after its own delay, sets up, says so, and changes at the stated instant. */
class Room {
  readonly clock = new ManualClock(START);
  readonly alive = new Set<number>();
  readonly heard: { readonly told: Told<Picture>; readonly applyAt: number }[] = [];
  readonly curtain = createCurtain<Picture>("peace", { clock: this.clock, alive: () => [...this.alive], tell: (told, applyAt) => this.heard.push({ told, applyAt }) });
  constructor(displays: number) {
    for (let n = 1; n <= displays; n++) this.alive.add(n);
  }
  /** What a display that has heard everything paints at a server time: whole pictures only. */
  paintedAt(at: number): Picture {
    return this.heard.filter(({ applyAt }) => applyAt <= at).at(-1)?.told.shown ?? "peace";
  }
}

describe("sixteen displays change as one", () => {
  test("all are ready: the curtain rises at one stated instant, well within two seconds", () => {
    const room = new Room(16);
    room.curtain.change("emergency");
    expect(room.paintedAt(room.clock.now())).toBe("peace");
    for (const n of room.alive) room.curtain.ready(n, 1);
    const { told, applyAt } = room.heard.at(-1)!;
    expect(told).toEqual({ shown: "emergency", since: START + RAISE_MS });
    expect(applyAt).toBe(START + RAISE_MS);
    expect(room.curtain.dark.size).toBe(0);
  });
  test("one is stopped: the fifteen others change together without it, and it is dark until it is ready", () => {
    const room = new Room(16);
    room.curtain.change("emergency");
    for (let n = 1; n <= 15; n++) room.curtain.ready(n, 1);
    room.clock.advance(PREPARE_MS - 1);
    expect(room.curtain.told.shown).toBe("peace");
    room.clock.advance(1);
    expect(room.heard.at(-1)).toMatchObject({ told: { shown: "emergency" }, applyAt: START + PREPARE_MS + RAISE_MS });
    expect([...room.curtain.dark]).toEqual([16]);
    room.curtain.ready(16, 1);
    expect(room.curtain.dark.size).toBe(0);
  });
  test("one that goes while it is waited for is not waited for any longer", () => {
    const room = new Room(2);
    room.curtain.change("emergency");
    room.curtain.ready(1, 1);
    room.curtain.gone(2);
    expect(room.curtain.told.shown).toBe("emergency");
    expect(room.curtain.dark.size).toBe(0);
  });
  test("a second change before the first stands takes its place; late words about the first count for nothing", () => {
    const room = new Room(2);
    room.curtain.change("emergency");
    room.curtain.ready(1, 1);
    room.curtain.change("peace again");
    room.curtain.ready(2, 1);
    expect(room.curtain.told).toMatchObject({ shown: "peace", next: { revision: 2, picture: "peace again" } });
    for (const n of [1, 2]) room.curtain.ready(n, 2);
    expect(room.curtain.told.shown).toBe("peace again");
    room.clock.advance(10 * PREPARE_MS);
    expect(room.heard.filter(({ told }) => told.shown === "emergency")).toEqual([]);
  });
  test("a wall that nobody watches changes at once", () => {
    const room = new Room(0);
    room.curtain.change("emergency");
    expect(room.curtain.told.shown).toBe("emergency");
  });
});

test("whatever dies, comes late or speaks twice, at any step: every display paints a whole picture, the last one wins, and in time", () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("change" as const), to: fc.constantFrom("a", "b", "c") }),
    fc.record({ do: fc.constant("ready" as const), n: fc.integer({ min: 1, max: 16 }), back: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ do: fc.constant("gone" as const), n: fc.integer({ min: 1, max: 16 }) }),
    fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 400 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const room = new Room(16);
      const wanted: { readonly at: number; readonly picture: Picture }[] = [];
      for (const s of steps) {
        if (s.do === "change") {
          wanted.push({ at: room.clock.now(), picture: s.to });
          room.curtain.change(s.to);
        } else if (s.do === "ready") room.curtain.ready(s.n, wanted.length - s.back);
        else if (s.do === "gone") {
          room.alive.delete(s.n);
          room.curtain.gone(s.n);
        } else room.clock.advance(s.ms);
      }
      room.clock.advance(PREPARE_MS + RAISE_MS);
      const last = wanted.at(-1);
      expect(room.curtain.told.next).toBeUndefined();
      expect(room.paintedAt(room.clock.now())).toBe(last?.picture ?? "peace");
      // Instants never go back, so no display can change twice in the wrong order.
      const instants = room.heard.filter(({ told }) => !told.next).map(({ applyAt }) => applyAt);
      expect([...instants].sort((a, b) => a - b)).toEqual(instants);
      if (last) expect(instants.at(-1)! - last.at).toBeLessThanOrEqual(2_000);
    }),
    { numRuns: 300 },
  );
});
