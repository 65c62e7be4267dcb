import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Showing } from "../../model/wall.ts";
import { createCurtain, PREPARE_MS, RAISE_MS } from "./curtain.ts";

type Picture = string;
const START = Date.UTC(2026, 10, 25);

/** Sixteen displays that hear everything at once, set up, say so, and change at the stated instant. */
class Room {
  readonly clock = new ManualClock(START);
  readonly alive = new Set<number>();
  readonly heard: { readonly at: number; readonly decided: Picture; readonly showing: Showing<Picture> }[] = [];
  readonly curtain = createCurtain<Picture>("peace", { clock: this.clock, alive: () => [...this.alive], tell: () => this.hear() });
  constructor(displays: number) {
    for (let n = 1; n <= displays; n++) this.alive.add(n);
  }
  private hear(): void {
    this.heard.push({ at: this.clock.now(), decided: this.curtain.decided, showing: this.curtain.showing });
  }
  /** What a display that has heard everything until then paints at a server time: whole pictures only. */
  paintedAt(at: number): Picture {
    const last = this.heard.filter((h) => h.at <= at).at(-1);
    if (!last) return "peace";
    return last.showing.since !== null && last.showing.since <= at ? last.decided : last.showing.before!;
  }
}

describe("sixteen displays change as one", () => {
  test("all are ready: the curtain rises at one stated instant, well within two seconds", () => {
    const room = new Room(16);
    room.curtain.change("emergency");
    expect(room.paintedAt(room.clock.now())).toBe("peace");
    for (const n of room.alive) room.curtain.ready(n, 1);
    expect(room.curtain.showing).toEqual({ picture: 1, since: START + RAISE_MS, before: "peace" });
    expect([room.paintedAt(START + RAISE_MS - 1), room.paintedAt(START + RAISE_MS)]).toEqual(["peace", "emergency"]);
    expect(room.curtain.dark.size).toBe(0);
  });
  test("one is stopped: the fifteen others change together without it, and it is dark until it is ready", () => {
    const room = new Room(16);
    room.curtain.change("emergency");
    for (let n = 1; n <= 15; n++) room.curtain.ready(n, 1);
    room.clock.advance(PREPARE_MS - 1);
    expect(room.curtain.showing).toEqual({ picture: 1, since: null, before: "peace" });
    room.clock.advance(1);
    expect(room.curtain.showing).toMatchObject({ since: START + PREPARE_MS + RAISE_MS });
    expect([...room.curtain.dark]).toEqual([16]);
    room.curtain.ready(16, 1);
    expect(room.curtain.dark.size).toBe(0);
  });
  test("one that goes while it is waited for is not waited for any longer", () => {
    const room = new Room(2);
    room.curtain.change("emergency");
    room.curtain.ready(1, 1);
    room.curtain.gone(2);
    expect(room.curtain.showing.since).toBe(START + RAISE_MS);
    expect(room.curtain.dark.size).toBe(0);
  });
  test("a second change before the first stands takes its place; late words about the first count for nothing", () => {
    const room = new Room(2);
    room.curtain.change("emergency");
    room.curtain.ready(1, 1);
    room.curtain.change("peace again");
    room.curtain.ready(2, 1);
    expect([room.curtain.decided, room.curtain.showing]).toEqual(["peace again", { picture: 2, since: null, before: "peace" }]);
    for (const n of [1, 2]) room.curtain.ready(n, 2);
    room.clock.advance(10 * PREPARE_MS);
    expect(room.paintedAt(room.clock.now())).toBe("peace again");
    expect(room.heard.filter(({ decided, showing }) => decided === "emergency" && showing.since !== null)).toEqual([]);
  });
  test("a change that comes after the instant was told waits until it has passed: nothing told is taken back", () => {
    const room = new Room(1);
    room.curtain.change("emergency");
    room.curtain.ready(1, 1);
    room.curtain.change("peace again");
    room.clock.advance(RAISE_MS - 1);
    expect(room.curtain.decided).toBe("emergency");
    room.clock.advance(1);
    expect([room.curtain.decided, room.curtain.showing]).toEqual(["peace again", { picture: 2, since: null, before: "emergency" }]);
  });
  test("a picture for a stated instant is set up before and shown then, not earlier", () => {
    const room = new Room(1);
    room.curtain.change("next turn", START + 2_000);
    room.curtain.ready(1, 1);
    expect(room.curtain.showing.since).toBe(START + 2_000);
  });
  test("a wall that nobody watches changes without waiting", () => {
    const room = new Room(0);
    room.curtain.change("emergency");
    expect(room.curtain.showing.since).toBe(START + RAISE_MS);
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
        } else if (s.do === "ready") room.curtain.ready(s.n, room.curtain.showing.picture - s.back);
        else if (s.do === "gone") {
          room.alive.delete(s.n);
          room.curtain.gone(s.n);
        } else room.clock.advance(s.ms);
      }
      room.clock.advance(PREPARE_MS + 2 * RAISE_MS);
      const last = wanted.at(-1);
      expect(room.curtain.showing.since).not.toBeNull();
      expect(room.paintedAt(room.clock.now())).toBe(last?.picture ?? "peace");
      // Instants never go back, so no display can change twice in the wrong order; and what was told as an instant stands there.
      const told = room.heard.filter(({ showing }) => showing.since !== null);
      const instants = told.map(({ showing }) => showing.since!);
      expect([...instants].sort((a, b) => a - b)).toEqual(instants);
      for (const { decided, showing } of told) expect(room.paintedAt(showing.since!)).toBe(decided);
      if (last) expect(instants.at(-1)! - last.at).toBeLessThanOrEqual(2_000);
    }),
    { numRuns: 300 },
  );
});
