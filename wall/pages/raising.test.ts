import { beforeEach, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { Raising } from "./raising.ts";

const START = Date.UTC(2026, 10, 25);
let clock: ManualClock;
let log: string[];
let arrived: boolean;
/** Pieces of the next picture that are still to be drawn. */
let undrawn: number;
let raising: Raising<string>;
beforeEach(() => {
  clock = new ManualClock(START);
  log = [];
  arrived = true;
  undrawn = 0;
  raising = new Raising<string>({
    clock, serverNow: () => clock.now(),
    prepare(picture) {
      log.push(`set up ${picture}`);
      return { isReady: () => arrived, draw: () => undrawn > 0 && (log.push(`draw ${picture}`), --undrawn > 0), raise: () => void log.push(`show ${picture}`), drop: () => void log.push(`drop ${picture}`) };
    },
    ready: (n) => void log.push(`ready ${n}`),
    raised: (lateMs) => void log.push(`late ${lateMs}`),
  });
  raising.take("peace", { picture: 4, since: START - 60_000 });
});
const since = () => log.splice(0);

test("what stands is shown at once by a display that has just come, and no instant is claimed for it", () => {
  expect(since()).toEqual(["set up peace", "show peace"]);
});
test("a change is set up and told, and shown at the stated instant", () => {
  since();
  raising.take("emergency", { picture: 5, since: null, before: "peace" });
  expect(since()).toEqual(["set up emergency", "ready 5"]);
  raising.take("emergency", { picture: 5, since: clock.now() + 300, before: "peace" });
  clock.advance(299);
  expect(since()).toEqual([]);
  clock.advance(1);
  expect(since()).toEqual(["show emergency", "late 0"]);
  raising.take("emergency", { picture: 5, since: clock.now() });
  expect(since()).toEqual([]);
});
test("between the word that it is ready and the instant a picture is drawn, unseen, a piece at a time; none of it keeps the instant waiting", () => {
  since();
  undrawn = 3;
  raising.take("emergency", { picture: 5, since: null, before: "peace" });
  expect(since()).toEqual(["set up emergency", "ready 5"]);
  clock.advance(1);
  expect(since()).toEqual(["draw emergency", "draw emergency", "draw emergency"]);
  undrawn = Number.POSITIVE_INFINITY;
  raising.take("epidemic", { picture: 6, since: null, before: "peace" });
  raising.take("epidemic", { picture: 6, since: clock.now(), before: "peace" });
  expect(since()).toEqual(["drop emergency", "set up epidemic", "ready 6", "show epidemic", "late 0"]);
  clock.advance(1_000);
  expect(since()).toEqual([]);
});
test("while numbers are still to come nothing is told, and the old picture stands", () => {
  since();
  arrived = false;
  raising.take("emergency", { picture: 5, since: null, before: "peace" });
  clock.advance(200);
  expect(since()).toEqual(["set up emergency"]);
  arrived = true;
  clock.advance(25);
  expect(since()).toEqual(["ready 5"]);
});
test("one that is late joins as soon as it is ready, and says by how much", () => {
  since();
  arrived = false;
  raising.take("emergency", { picture: 5, since: clock.now() + 300, before: "peace" });
  clock.advance(700);
  arrived = true;
  clock.advance(25);
  expect(since()).toEqual(["set up emergency", "ready 5", "show emergency", "late 425"]);
});
test("numbers that never come do not keep the picture away for ever", () => {
  since();
  arrived = false;
  raising.take("emergency", { picture: 5, since: clock.now() + 300, before: "peace" });
  clock.advance(3_100);
  expect(since()).toContain("show emergency");
});
test("a newer change takes the place of one that is being set up; going back to what stands drops it", () => {
  since();
  raising.take("emergency", { picture: 5, since: null, before: "peace" });
  raising.take("epidemic", { picture: 6, since: null, before: "peace" });
  expect(since()).toEqual(["set up emergency", "ready 5", "drop emergency", "set up epidemic", "ready 6"]);
  raising.take("peace", { picture: 4, since: START });
  clock.advance(10_000);
  expect(since()).toEqual(["drop epidemic"]);
});
test("a display that comes in the middle of a change shows what the others show, then changes with them", () => {
  raising.close();
  raising = new Raising<string>({ clock, serverNow: () => clock.now(), prepare: (picture) => ({ isReady: () => true, draw: () => false, raise: () => void log.push(`show ${picture}`), drop: () => {} }), ready: (n) => void log.push(`ready ${n}`), raised: () => {} });
  since();
  raising.take("emergency", { picture: 5, since: clock.now() + 100, before: "peace" });
  expect(since()).toEqual(["show peace", "ready 5"]);
  clock.advance(100);
  expect(since()).toEqual(["show emergency"]);
});
test("an instant a day ahead is a clock that was set, not a wish", () => {
  since();
  raising.take("emergency", { picture: 5, since: clock.now() + 86_400_000, before: "peace" });
  expect(since()).toContain("show emergency");
});
