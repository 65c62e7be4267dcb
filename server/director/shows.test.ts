import { beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Picture, Wall } from "../../model/wall.ts";
import { PREPARE_MS, RAISE_MS } from "./curtain.ts";
import { createShows, type Shows } from "./shows.ts";

const wall: Wall = { id: "main", title: { zh: "大屏", en: "wall" }, region: "44", situation: "live", scene: "overview", surfaces: [], displays: [] };
const START = Date.UTC(2026, 10, 25);
const EVERY = 20_000;
const picture = (scene: string): Picture => ({ scene, focus: { situation: "live", region: "44" }, parts: [], mode: "routine", theme: "graphite" });

describe("what the director decides comes onto the glass", () => {
  let clock: ManualClock;
  let shows: Shows;
  let scene: string;
  let rotates: boolean;
  let alive: number[];
  const sceneAt = (at: number): string => (rotates ? ["a", "b"][Math.floor(at / EVERY) % 2]! : scene);
  beforeEach(() => {
    clock = new ManualClock(START + 1);
    [scene, rotates, alive] = ["overview", false, [1, 2]];
    shows = createShows({
      walls: [wall], clock, alive: () => alive, tell: () => {},
      director: {
        picture: (_, now) => picture(sceneAt(now)),
        state: (id, now) => (id === "main" ? { wall: id, depth: 0, strokes: [], ...picture(sceneAt(now)) } : undefined),
        turnsAt: (_, now) => (rotates ? (Math.floor(now / EVERY) + 1) * EVERY : null),
      },
    });
  });
  const shown = (at = clock.now()): string => {
    const { scene: decided, show } = shows.state("main")!;
    return show!.since !== null && show!.since <= at ? decided : (show!.before?.scene ?? decided);
  };

  test("what stands is told with since when, and nothing of before", () => {
    clock.advance(5_000);
    expect(shows.state("main")).toMatchObject({ scene: "overview", show: { picture: 0, since: START + 1 } });
    expect([shows.state("main")!.show!.before, shows.state("nowhere")]).toEqual([undefined, undefined]);
  });
  test("a change is set up while the old picture stands, and stands when both are ready", () => {
    scene = "storm";
    shows.look();
    expect([shows.state("main")!.scene, shown()]).toEqual(["storm", "overview"]);
    for (const n of alive) shows.ready("main", n, 1);
    clock.advance(RAISE_MS);
    expect([shown(), shows.dark("main").size]).toEqual(["storm", 0]);
  });
  test("one that does not answer is dark; the other changes without it", () => {
    scene = "storm";
    shows.look();
    shows.ready("main", 1, 1);
    clock.advance(PREPARE_MS + RAISE_MS);
    expect([shown(), [...shows.dark("main")]]).toEqual(["storm", [2]]);
  });
  test("looking again changes nothing", () => {
    scene = "storm";
    for (let i = 0; i < 5; i++) shows.look();
    expect(shows.state("main")!.show!.picture).toBe(1);
  });
  test("turns stand at the instants of the server's clock, for a day, with displays that answer or not", () => {
    rotates = true;
    shows.look();
    clock.advance(EVERY);
    for (let turn = 0; turn < (24 * 3_600_000) / EVERY; turn++) {
      const boundary = Math.ceil(clock.now() / EVERY) * EVERY;
      clock.advance(boundary - clock.now() - 400);
      if (turn % 3 > 0) for (const n of alive) shows.ready("main", n, shows.state("main")!.show!.picture);
      clock.advance(1);
      if (turn % 3 > 0) expect(shows.state("main")!.show!.since).toBe(boundary);
      clock.advance(boundary - clock.now() + PREPARE_MS);
      expect(shown(), `turn ${turn}`).toBe(sceneAt(clock.now()));
    }
    expect(clock.now() - START).toBeGreaterThan(24 * 3_600_000 - EVERY);
  });
  test("a person's change just before a turn is not undone by it", () => {
    rotates = true;
    shows.look();
    clock.advance(EVERY - 1_000);
    [rotates, scene] = [false, "storm"];
    shows.look();
    clock.advance(60_000);
    expect(shown()).toBe("storm");
  });
  test("a clock that is set back or forth finds its turn", () => {
    rotates = true;
    shows.look();
    for (const step of [3_600_000 + 7_000, -86_400_000 - 3_000]) {
      clock.step(step);
      clock.advance(61_000 + PREPARE_MS + RAISE_MS);
      const { scene: decided } = shows.state("main")!;
      expect([sceneAt(clock.now()), sceneAt(clock.now() + 2_000)]).toContain(decided);
    }
  });
});
