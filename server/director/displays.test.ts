import { beforeEach, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { DISPLAY_DARK_MS, DISPLAY_REPORT_MS } from "../../model/display.ts";
import type { Wall } from "../../model/wall.ts";
import { createDisplays, type Displays } from "./displays.ts";

const wall: Wall = { id: "main", title: { zh: "大屏", en: "wall" }, region: "44", situation: "live", scene: "overview", surfaces: [], displays: [1, 2].map((n) => ({ n, surface: "front", widthPx: 1920, heightPx: 1080, xPx: 1920 * (n - 1), yPx: 0 })) };
let clock: ManualClock;
let displays: Displays;
let told: string[];
beforeEach(() => {
  clock = new ManualClock(1_000_000);
  displays = createDisplays({ walls: [wall], clock });
  told = [];
  displays.onChange((id, n, state) => told.push(`${id}/${n} ${state}`));
});
const states = () => displays.of("main").map(({ state }) => state);

test("a display that has never been there is unknown, not dark", () => {
  expect([states(), displays.alive("main"), displays.of("nowhere")]).toEqual([["unknown", "unknown"], [], []]);
});
test("one that speaks every two seconds is connected, with what it says of itself", () => {
  displays.enter("main", 2);
  for (let i = 0; i < 10; i++) {
    clock.advance(DISPLAY_REPORT_MS);
    displays.report("main", 2, { paintedTick: i, skewMs: 3.5, fps: 60 });
  }
  expect(displays.of("main")[1]).toEqual({ n: 2, state: "connected", paintedTick: 9, skewMs: 3.5, fps: 60, heardAt: clock.now() });
  expect([displays.alive("main"), told]).toEqual([[2], ["main/2 connected"]]);
});
test("one whose socket stands while its page has stopped is dark after the silence, and connected at its next word", () => {
  displays.enter("main", 1);
  clock.advance(DISPLAY_DARK_MS + 500);
  expect([states(), displays.alive("main")]).toEqual([["dark", "unknown"], []]);
  displays.report("main", 1, {});
  expect([states(), told]).toEqual([["connected", "unknown"], ["main/1 connected", "main/1 dark", "main/1 connected"]]);
});
test("one that closes is dark at once; with two pages of it, when the second closes", () => {
  const [first, second] = [displays.enter("main", 1), displays.enter("main", 1)];
  first();
  first();
  expect(states()[0]).toBe("connected");
  second();
  expect([states()[0], told.at(-1)]).toEqual(["dark", "main/1 dark"]);
});
test("a word without a socket does not make a display: nobody would see what it shows change", () => {
  displays.report("main", 1, { fps: 60 });
  expect(states()[0]).toBe("dark");
});
