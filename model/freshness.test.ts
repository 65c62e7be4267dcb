import { expect, test } from "vitest";
import { freshness, shownState } from "./freshness.ts";

test("a number is fresh for one and a half of its intervals, ageing up to three, then stale", () => {
  expect([90_000, 90_001, 180_000, 180_001].map((age) => freshness(0, age, 60_000))).toEqual(["fresh", "ageing", "ageing", "stale"]);
});

test("what reports more often than every five seconds is judged as if it were every five", () => {
  for (const cadenceMs of [1, 1_000, 5_000]) expect([7_500, 7_501, 15_000, 15_001].map((age) => freshness(0, age, cadenceMs))).toEqual(["fresh", "ageing", "ageing", "stale"]);
  expect(freshness(0, 7_501, 5_001)).toBe("fresh");
});

test("what the server says of it goes before its age, and nothing observed is never", () => {
  expect([freshness(0, 0, 60_000, "down"), freshness(null, 0, 60_000), freshness(null, 0, 60_000, "withheld")]).toEqual(["down", "never", "withheld"]);
});

test("one with a child that is not fresh never looks plain fresh, and never younger than it is", () => {
  const at = (now: number) => shownState({ observedAt: 0, state: null, tainted: true }, now, 60_000);
  expect([at(0), at(100_000), at(200_000)]).toEqual(["ageing", "ageing", "stale"]);
});
