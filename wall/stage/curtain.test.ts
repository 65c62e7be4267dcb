import { beforeEach, expect, test } from "vitest";
import { CurtainedStage } from "./curtain.ts";
import type { Rect, Stage } from "./stage.ts";

const RECT: Rect = { x: 0, y: 0, width: 10, height: 10 };
let log: string[];
let changed: (() => void)[];
let curtained: CurtainedStage;
beforeEach(() => {
  [log, changed] = [[], []];
  curtained = new CurtainedStage({
    soften: () => void log.push("soften"),
    onChange(listener: () => void) {
      changed.push(listener);
      return () => void (changed = changed.filter((one) => one !== listener));
    },
    region(id: string, _rect: Rect, isSeen = true) {
      log.push(`${id} ${isSeen ? "seen" : "unseen"}`);
      return { set() {}, move() {}, onHit() {}, show: () => void log.push(`${id} shown`), remove: () => void log.push(`${id} gone`) };
    },
  } as unknown as Stage);
});
const since = () => log.splice(0);
const panel = (id: string) => curtained.onChange(() => void curtained.region(id, RECT));

test("panels draw one after the other, unseen, and all that was drawn is shown in one step", () => {
  for (const id of ["map", "alerts", "clock"]) panel(id);
  expect([curtained.drawNext(), curtained.drawNext(), since()]).toEqual([true, true, ["map unseen", "alerts unseen"]]);
  curtained.rise();
  expect(since()).toEqual(["map shown", "alerts shown"]);
  curtained.region("clock", RECT);
  expect([curtained.drawNext(), since()]).toEqual([false, ["clock seen"]]);
});
test("each panel draws once; after that there is nothing left to draw", () => {
  panel("map");
  expect([curtained.drawNext(), curtained.drawNext()]).toEqual([true, false]);
});
test("a change of sizes, faces or theme is told to those who have drawn, and to all once it is up", () => {
  panel("map");
  panel("alerts");
  curtained.drawNext();
  since();
  for (const tell of changed) tell();
  expect(since()).toEqual(["map unseen"]);
  curtained.rise();
  since();
  for (const tell of changed) tell();
  expect(since()).toEqual(["map seen", "alerts seen"]);
});
test("what is let go before it rises is not shown, and what nobody sees takes no sharpness from what stands", () => {
  const region = curtained.region("map", RECT);
  region.remove();
  curtained.soften();
  curtained.rise();
  expect(since()).toEqual(["map unseen", "map gone"]);
  curtained.soften();
  expect(since()).toEqual(["soften"]);
});
test("a panel that has gone is told nothing more", () => {
  const stop = panel("map");
  stop();
  expect([curtained.drawNext(), changed.length]).toEqual([false, 0]);
});
