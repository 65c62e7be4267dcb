import { beforeEach, expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import type { Picture, Wall } from "../model/wall.ts";
import { BETWEEN_MS, createMisfits, type Misfits } from "./misfits.ts";

const main = { id: "main" } as Wall;
const picture = (scene: string, more: Partial<Picture> = {}): Picture => ({ scene, focus: { situation: "storm", region: "44" }, parts: [], mode: "routine", theme: "graphite", ...more });
let clock: ManualClock;
let read: string[];
let misfits: Misfits;
beforeEach(() => {
  clock = new ManualClock(Date.UTC(2026, 10, 25));
  read = [];
  misfits = createMisfits({
    clock,
    misfit(wall, { scene, theme }) {
      read.push(`${wall.id} ${scene} ${theme}`);
      if (scene === "gone") throw new Error("There is no such scene.");
      return scene === "too-large" ? "It does not stand there." : null;
    },
  });
});

test("a picture is read once on each wall in each theme, wherever it looks; what was found is told again", () => {
  expect([misfits.of(main, picture("too-large")), misfits.of(main, picture("too-large", { mode: "emergency", focus: { situation: "live", region: "4401" } }))]).toEqual(["It does not stand there.", "It does not stand there."]);
  expect(misfits.of(main, picture("storm"))).toBeNull();
  misfits.of({ id: "live" } as Wall, picture("storm"));
  misfits.of(main, picture("storm", { theme: "ember" }));
  misfits.of(main, picture("storm"));
  expect(read).toEqual(["main too-large graphite", "main storm graphite", "live storm graphite", "main storm ember"]);
});
test("a picture of which a part was taken is another picture", () => {
  misfits.of(main, picture("storm"));
  misfits.of(main, picture("storm", { parts: [{ area: [3], scene: "overview", focus: { situation: "live", region: "44" } }] }));
  expect(read.length).toBe(2);
});
test("what is expected is read one by one with room between, and what is wanted meanwhile at once", () => {
  misfits.expect(main, ["storm", "gone", "overview"].map((scene) => picture(scene)));
  misfits.expect(main, [picture("storm")]);
  expect(read).toEqual([]);
  clock.advance(BETWEEN_MS);
  expect(read).toEqual(["main storm graphite"]);
  expect(misfits.of(main, picture("overview"))).toBeNull();
  clock.advance(10 * BETWEEN_MS);
  misfits.expect(main, [picture("overview")]);
  clock.advance(10 * BETWEEN_MS);
  expect(read).toEqual(["main storm graphite", "main overview graphite", "main gone graphite"]);
});
test("a scene that there is not is told to everybody who wants it", () => {
  for (let i = 0; i < 2; i++) expect(() => misfits.of(main, picture("gone"))).toThrow();
});
