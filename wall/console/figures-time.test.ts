import { expect, test } from "vitest";
import type { Cell } from "../../model/sample.ts";
import { DAY, HOUR, MINUTE, parseTime } from "../../model/time.ts";
import type { Figure } from "./figures.ts";
import { figureCoverage, figuresTime } from "./figures-time.ts";

const SIX = parseTime("2015-10-04T06:00:00+08:00")!;
const NOW = SIX + 6 * MINUTE;
const cell = (more: Partial<Cell> = {}): Cell => ({ place: "44", value: 1, observedAt: SIX, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "town" }, tick: 1, ...more });
const figure = (more: Partial<Cell> = {}, cadence = 10 * MINUTE) => ({ measured: { cadence }, cell: cell(more) }) as unknown as Figure;
const never = figure({ state: "never", value: null, observedAt: null });

test("a row is as old as its oldest and as good as its worst number", () => {
  expect(figuresTime([figure(), figure({ observedAt: SIX - HOUR, state: "ageing" })], NOW, true, "zh")).toEqual({ state: "ageing", at: "05:00" });
  expect(figuresTime([figure(), figure({ observedAt: SIX - DAY }, DAY)], NOW, true, "zh")).toEqual({ state: "fresh", at: "昨日" });
});
test("what was never reported has no time and spoils none", () => {
  expect(figuresTime([never, figure()], NOW, true, "zh")).toEqual({ state: "fresh", at: "06:00" });
  expect(figuresTime([never], NOW, true, "zh")).toBeUndefined();
  expect(figuresTime([], NOW, true, "zh")).toBeUndefined();
});
test("while the page is cut off nothing of it looks fresh", () => {
  expect(figuresTime([figure()], NOW, false, "zh")?.state).toBe("stale");
});
test("how many have reported stands beside a number that is not whole, and nowhere else", () => {
  const part = { coverage: { have: 1, of: 1757, level: "town" as const } };
  expect(figureCoverage(cell(part), "zh")).toBe("到达 1/1,757 镇街");
  expect([figureCoverage(cell(), "zh"), figureCoverage(cell({ ...part, state: "never", value: null }), "zh"), figureCoverage(undefined, "zh")]).toEqual(["", "", ""]);
});
