import { expect, test } from "vitest";
import { HOUR } from "../../model/time.ts";
import type { Fault } from "../../model/world/faults.ts";
import { brought } from "./brought.ts";

const AT = 1_000_000 * HOUR;
const DAY_OF = AT - 9 * HOUR;
const site = { id: "s1", level: "site" };
const worldOf = (fault: Fault | null, first: number | null = null) => ({ fault: () => fault, toldAtFirst: () => first });
/** Says the hour that it was asked about, and the figure of a day. */
const say = (at: number) => [{ indicator: "a.now", value: at / HOUR }, { indicator: "a.day", value: 50, observedAt: DAY_OF }];

test("a sound source brings what its pack says", () => {
  expect(brought(AT, worldOf(null), site, say)).toEqual(say(AT));
});

test("a late one brings what was so then, and says of when it is", () => {
  expect(brought(AT, worldOf({ kind: "late", byMs: 2 * HOUR }), site, say)).toEqual([{ indicator: "a.now", value: AT / HOUR - 2, observedAt: AT - 2 * HOUR }, { indicator: "a.day", value: 50, observedAt: DAY_OF }]);
});

test("a silent one brings nothing, and its pack is not asked", () => {
  expect(brought(AT, worldOf({ kind: "silent" }), site, () => { throw new Error("asked"); })).toEqual([]);
});

test("a stuck one repeats what it said, as if it were of now, and that is called suspect; the figure of a day waits", () => {
  expect(brought(AT, worldOf({ kind: "stuck", since: AT - 3 * HOUR }), site, say)).toEqual([{ indicator: "a.now", value: AT / HOUR - 3, quality: "suspect" }]);
  expect(brought(AT, worldOf({ kind: "stuck", since: AT }), site, say)).toEqual([{ indicator: "a.now", value: AT / HOUR }]);
});

test("stations fail; a region's reports do not get stuck", () => {
  expect(brought(AT, worldOf({ kind: "silent" }), { id: "440103", level: "county" }, say)).toEqual(say(AT));
});

test("the figure of a day is told incomplete at first: a whole number stays whole, a share keeps its whole", () => {
  const both = () => [{ indicator: "a.day", value: 50, observedAt: DAY_OF }, { indicator: "a.share", num: 95, den: 120, observedAt: DAY_OF }, { indicator: "a.now", value: 3.5 }];
  expect(brought(AT, worldOf(null, 0.95), site, both)).toEqual([{ indicator: "a.day", value: 48, observedAt: DAY_OF }, { indicator: "a.share", num: 90, den: 120, observedAt: DAY_OF }, { indicator: "a.now", value: 3.5 }]);
});

test("nonsense passes as it is: it is judged where everything of a pack is", () => {
  expect(brought(AT, worldOf({ kind: "late", byMs: HOUR }), site, () => "no")).toBe("no");
  expect(brought(AT, worldOf({ kind: "late", byMs: HOUR }), site, () => [null, 7])).toEqual([null, 7]);
});
