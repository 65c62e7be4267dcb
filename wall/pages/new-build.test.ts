import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { followBuild } from "./new-build.ts";

/** A page of build `a`; what it keeps outlives it. */
function aPage(kept = new Map<string, string>(), own = "a") {
  const clock = new ManualClock(0);
  const page = { clock, kept, loads: 0, told: (_build: string) => {} };
  page.told = followBuild({ clock, jitter: () => 0.5, own, kept: { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => void kept.set(k, v) }, reload: () => void page.loads++ });
  return page;
}

test("a page of the build that the server gives out stays", () => {
  const page = aPage();
  page.told("a");
  page.clock.advance(60_000);
  expect(page.loads).toBe(0);
});
test("another build loads it anew, within five seconds, and however often it is told once", () => {
  const page = aPage();
  page.told("b");
  page.told("b");
  expect(page.loads).toBe(0);
  page.clock.advance(5_000);
  page.told("b");
  page.clock.advance(60_000);
  expect(page.loads).toBe(1);
});
test("a page that comes back of the old build does not go round", () => {
  const page = aPage();
  page.told("b");
  page.clock.advance(5_000);
  const again = aPage(page.kept);
  again.told("b");
  again.clock.advance(60_000);
  expect(again.loads).toBe(0);
});
test("a server that goes back to the former build, and on again, takes its displays along", () => {
  const page = aPage();
  page.told("b");
  page.clock.advance(5_000);
  const newer = aPage(page.kept, "b");
  newer.told("a");
  newer.clock.advance(5_000);
  const former = aPage(page.kept, "a");
  former.told("b");
  former.clock.advance(5_000);
  expect([newer.loads, former.loads]).toEqual([1, 1]);
});
test("without a word of either build nothing is done", () => {
  const [unmarked, untold] = [aPage(new Map(), ""), aPage()];
  unmarked.told("b");
  untold.told("");
  for (const page of [unmarked, untold]) page.clock.advance(60_000);
  expect([unmarked.loads, untold.loads]).toEqual([0, 0]);
});
