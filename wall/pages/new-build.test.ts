import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { followBuild } from "./new-build.ts";

const settle = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};
/** A page of build `a`; what it keeps outlives it, as the clock does. */
function aPage({ clock, kept } = { clock: new ManualClock(1_000_000), kept: new Map<string, string>() }, own = "a") {
  const page = {
    clock, kept, loads: 0, given: "b" as string | null, told: (_build: string) => {},
    async pass(ms: number) {
      clock.advance(ms);
      await settle();
    },
  };
  page.told = followBuild({ clock, jitter: () => 0.5, own, kept: { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => void kept.set(k, v) }, ask: async () => page.given, reload: () => void page.loads++ });
  return page;
}

test("a page of the build that the server gives out stays", async () => {
  const page = aPage();
  page.told("a");
  await page.pass(60_000);
  expect(page.loads).toBe(0);
});
test("another build loads it anew, within five seconds, and however often it is told once", async () => {
  const page = aPage();
  page.told("b");
  page.told("b");
  expect(page.loads).toBe(0);
  await page.pass(5_000);
  page.told("b");
  await page.pass(60_000);
  expect(page.loads).toBe(1);
});
test("a server that is too busy to give the page is asked again at its next word, and nothing is loaded until it gives it", async () => {
  const page = aPage();
  page.given = null;
  page.told("b");
  await page.pass(5_000);
  page.given = "a";
  page.told("b");
  await page.pass(5_000);
  expect(page.loads).toBe(0);
  page.given = "b";
  page.told("b");
  await page.pass(5_000);
  expect(page.loads).toBe(1);
});
test("a page that comes back of the old build does not go round, and does not stay behind for good", async () => {
  const page = aPage();
  page.told("b");
  await page.pass(5_000);
  const again = aPage(page);
  again.told("b");
  await again.pass(60_000);
  expect(again.loads).toBe(0);
  await again.pass(240_000);
  again.told("b");
  await again.pass(5_000);
  expect(again.loads).toBe(1);
});
test("a server that goes back to the former build, and on again, takes its displays along", async () => {
  const page = aPage();
  page.told("b");
  await page.pass(5_000);
  const newer = aPage(page, "b");
  newer.given = "a";
  newer.told("a");
  await newer.pass(5_000);
  const former = aPage(page, "a");
  former.told("b");
  await former.pass(5_000);
  expect([newer.loads, former.loads]).toEqual([1, 1]);
});
test("without a word of either build nothing is done", async () => {
  const world = { clock: new ManualClock(1_000_000), kept: new Map<string, string>() };
  const [unmarked, untold] = [aPage(world, ""), aPage(world)];
  unmarked.told("b");
  untold.told("");
  await untold.pass(60_000);
  expect([unmarked.loads, untold.loads]).toEqual([0, 0]);
});
