import { beforeEach, expect, test, vi } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { LOOKED_AT_MS, LONGEST_MS, QUIET_MS, REST_MS, Rehearsing } from "./rehearsing.ts";

let clock: ManualClock;
let log: string[];
let quiet: boolean;
let likely: string[];
/** Work that waits for an idle moment of the page. */
let turns: (() => void)[];
/** What each step of a rehearsal says. */
let says: ("worked" | "waits" | "throws" | "looks")[];
let rehearsing: Rehearsing<string>;
beforeEach(() => {
  clock = new ManualClock(Date.UTC(2026, 10, 25));
  [log, quiet, likely, turns, says] = [[], true, ["overview", "epidemic"], [], ["worked", "worked"]];
  rehearsing = new Rehearsing<string>({
    clock,
    idle(run) {
      turns.push(run);
      return () => void (turns = turns.filter((turn) => turn !== run));
    },
    isQuiet: () => quiet,
    likely: () => new Map(likely.map((scene) => [scene, `picture of ${scene}`])),
    rehearse(picture) {
      if (picture.includes("large")) return null;
      if (picture.includes("broken")) throw new Error("no such panel");
      log.push(`begin ${picture}`);
      const left = [...says];
      return {
        step() {
          const said = left.shift() ?? "done";
          log.push(said);
          if (said === "throws") throw new Error("no such ink");
          if (said !== "looks") return said;
          rehearsing.look();
          return "worked";
        },
        end: () => void log.push("end"),
      };
    },
  });
});
const since = () => log.splice(0);
/** The page is idle so often. */
function idle(times = 1): void {
  for (let i = 0; i < times; i++) turns.shift()?.();
}

test("what is likely is rehearsed once the picture has stood quiet for a second, a small piece in each idle moment, the others after a rest, each picture once", () => {
  rehearsing.stood("storm");
  clock.advance(QUIET_MS - 1);
  expect([since(), turns.length]).toEqual([[], 0]);
  clock.advance(1);
  expect([since(), turns.length]).toEqual([["begin picture of overview"], 1]);
  idle();
  expect(since()).toEqual(["worked"]);
  idle(2);
  expect(since()).toEqual(["worked", "done", "end"]);
  idle(10);
  clock.advance(REST_MS - 1);
  expect([since(), turns.length]).toEqual([[], 0]);
  clock.advance(1);
  idle(10);
  expect(since()).toEqual(["begin picture of epidemic", "worked", "worked", "done", "end"]);
  rehearsing.look();
  clock.advance(60_000);
  idle();
  expect(since()).toEqual([]);
});
test("while its own numbers are still to come nothing is rehearsed", () => {
  quiet = false;
  rehearsing.stood("storm");
  clock.advance(10 * QUIET_MS);
  expect(since()).toEqual([]);
  quiet = true;
  clock.advance(QUIET_MS);
  expect(since()).toEqual(["begin picture of overview"]);
});
test("a change that is wanted ends a rehearsal at once; it begins anew when a picture stands again", () => {
  rehearsing.stood("storm");
  clock.advance(QUIET_MS);
  idle();
  since();
  rehearsing.giveWay();
  expect([since(), turns.length]).toEqual([["end"], 0]);
  clock.advance(60_000);
  rehearsing.look();
  expect([since(), turns.length]).toEqual([[], 0]);
  rehearsing.stood("storm");
  clock.advance(QUIET_MS);
  expect(since()).toEqual(["begin picture of overview"]);
});
test("once the likeliest is rehearsed a change that is wanted has the machine for a while; before that the rehearsal goes on as soon as it is quiet", () => {
  rehearsing.stood("storm");
  clock.advance(QUIET_MS);
  idle(3);
  rehearsing.giveWay();
  since();
  rehearsing.stood("storm");
  clock.advance(REST_MS - 1);
  expect([since(), turns.length]).toEqual([[], 0]);
  clock.advance(1);
  expect(since()).toEqual(["begin picture of epidemic"]);
});
test("a page that was sent elsewhere before its first picture was whole rehearses that one", () => {
  rehearsing.stood("overview");
  clock.advance(QUIET_MS - 1);
  rehearsing.stood("epidemic");
  clock.advance(QUIET_MS);
  expect(since()).toEqual(["begin picture of overview"]);
});
test("a scene that stood quiet is not rehearsed, nor one that does not stand here", () => {
  likely = ["too-large", "overview"];
  rehearsing.stood("overview");
  clock.advance(QUIET_MS);
  idle(10);
  expect([since(), turns.length]).toEqual([[], 0]);
});
test("what waits for its numbers is looked at again soon, without keeping the page busy, and given up when they never come", () => {
  says = Array<"waits">(10_000).fill("waits");
  rehearsing.stood("storm");
  clock.advance(QUIET_MS);
  idle();
  expect([since(), turns.length]).toEqual([["begin picture of overview", "waits"], 0]);
  clock.advance(LOOKED_AT_MS);
  expect(turns.length).toBe(1);
  for (let ms = 0; ms <= LONGEST_MS; ms += LOOKED_AT_MS) {
    idle();
    clock.advance(LOOKED_AT_MS);
  }
  expect(since().at(-1)).toBe("end");
});
test("what becomes likely later, as by a drill that begins, is rehearsed then", () => {
  likely = [];
  rehearsing.stood("storm");
  clock.advance(60_000);
  likely = ["epidemic"];
  rehearsing.look();
  expect(since()).toEqual(["begin picture of epidemic"]);
});
test("one that fails, at its beginning or while it draws, is let go, told of once and never tried again; the others are rehearsed", () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  likely = ["broken", "overview"];
  says = ["worked", "throws"];
  const beat = () => {
    rehearsing.look();
    idle(10);
    clock.advance(LONGEST_MS);
    idle(10);
  };
  rehearsing.stood("storm");
  clock.advance(QUIET_MS);
  for (let beats = 0; beats < 5; beats++) beat();
  expect(since()).toEqual(["begin picture of overview", "worked", "throws", "end"]);
  likely = ["epidemic", "overview", "broken"];
  says = ["worked"];
  rehearsing.stood("storm");
  clock.advance(QUIET_MS);
  for (let beats = 0; beats < 5; beats++) beat();
  expect(since()).toEqual(["begin picture of epidemic", "worked", "done", "end"]);
  expect(warned.mock.calls).toEqual([["The picture broken cannot be rehearsed: Error: no such panel"], ["The picture overview cannot be rehearsed: Error: no such ink"]]);
  warned.mockRestore();
});
test("what becomes likely in the middle of a step waits for its turn: never two at once", () => {
  says = ["worked", "looks"];
  rehearsing.stood("storm");
  clock.advance(QUIET_MS);
  idle(2);
  expect(since()).toEqual(["begin picture of overview", "worked", "looks"]);
});
