import { expect, test } from "vitest";
import type { StormRecord } from "../../../model/hazard.ts";
import type { Cell } from "../../../model/sample.ts";
import { HOUR, parseTime } from "../../../model/time.ts";
import { shown } from "../../../model/wording.ts";
import { arrivals, decisive, inside, isStated, isWithoutCircles, inTurn, nearest, stormCell } from "./storm-view.ts";

const AT = parseTime("2015-10-04T02:00:00+08:00")!;
const cell = (place: string, value: number | null): Cell => ({
  place, value, observedAt: AT, state: value === null ? "never" : "fresh", quality: "extrapolated", coverage: { have: 1, of: 1, level: "town" }, tick: 1,
});

test("the county that the wind reaches first stands first, and one inside stands above it", () => {
  const order = arrivals([cell("440811", 3.5), cell("440825", 0), cell("440881", 1.25), cell("445381", null)]);
  expect(order.map((a) => a.place)).toEqual(["440825", "440881", "440811"]);
  expect(order.map((a) => a.at)).toEqual([null, AT + 1.25 * HOUR, AT + 3.5 * HOUR]);
});
test("a county without a number is not counted as outside", () => {
  expect(inside([cell("a", 10), cell("b", 7), cell("c", 0), cell("d", null)], 7)).toEqual({ count: 2, have: 3, of: 4 });
  expect(inside([cell("a", 10), cell("b", 7), cell("c", 0), cell("d", null)], 10)).toEqual({ count: 1, have: 3, of: 4 });
});
test("the nearest place is the one with the smallest distance that is known", () => {
  expect(nearest([cell("a", 120), cell("b", null), cell("c", 88)])?.place).toBe("c");
});

const record: StormRecord = {
  kind: "storm", id: "201522", name: "Mujigae", nameZh: "彩虹", source: "JMA", at: AT, hasRadii: true, ahead: [], sentence: "",
  fixes: [{ at: AT - 2 * HOUR, lat: 19.7, lon: 112.2, grade: "TY", windMs: 38.6, pressureHpa: 965, r50: null, r30: null }],
  now: { at: AT, lat: 19.9, lon: 112, grade: "TY", windMs: 38.6, pressureHpa: 965, r50: null, r30: null, quality: "extrapolated", heading: 300, speedKmh: 22 },
};
test("wind is as old as the fix that states it, the position as the record that carries it on", () => {
  expect(stormCell(record, "wind", AT, true, 1).cell).toMatchObject({ value: 38.6, observedAt: AT - 2 * HOUR, quality: "good", state: "fresh" });
  expect(stormCell(record, "lat", AT, true, 1).cell).toMatchObject({ value: 19.9, observedAt: AT, quality: "extrapolated" });
});
test("an arrival is told to the minute that its hours are told to: 0.26 h from 02:00 is 16 minutes and 02:16", () => {
  expect(arrivals([cell("440983", 0.26)])[0]!.at).toBe(AT + 16 * 60_000);
});
test("a circle that the last fix does not state is not stated for anybody", () => {
  expect([isStated(record, 7), isStated(record, 10), isStated({ ...record, now: null }, 10)]).toEqual([false, false, true]);
});
test("a radius that the agency does not state is not 0", () => {
  const { cell, measured } = stormCell(record, "r50", AT, true, 1);
  expect(cell).toMatchObject({ value: null, state: "fresh" });
  expect(shown(cell, { ...measured, cadenceMs: measured.cadence }, AT).text).toBe("未载");
});
test("a fix that states no radius at all says nothing of who is inside; a record without radii is another case", () => {
  expect([record, { ...record, hasRadii: false }, { ...record, now: null }].map(isWithoutCircles)).toEqual([true, false, false]);
});
test("the first wind decides until somebody is inside it, then the stronger wind, then who follows", () => {
  const [in7, next7, next10] = [arrivals([cell("a", 0), cell("b", 5)]), arrivals([cell("b", 5)]), arrivals([cell("c", 9)])];
  expect([decisive(next7, next10, AT), decisive(in7, next10, AT), decisive(in7, [], AT)].map((d) => [d?.circle, d?.to.place])).toEqual([[7, "b"], [10, "c"], [7, "b"]]);
  expect(decisive(arrivals([cell("a", 0)]), arrivals([cell("a", 0)]), AT)).toBeUndefined();
  expect(decisive(next7, [], AT + 6 * HOUR), "an hour that has passed decides nothing").toBeUndefined();
});
test("once the page is cut off nothing of the storm looks fresh", () => {
  expect(stormCell(record, "wind", AT, false, 1).cell.state).toBe("stale");
});
test("a city that nothing more happens to stands below those the wind still comes to", () => {
  const r7 = arrivals([cell("4401", 0), cell("4408", 0), cell("4418", 2)]);
  const r10 = new Map(arrivals([cell("4408", 1)]).map((a) => [a.place, a]));
  expect(inTurn(r7, r10).map((a) => a.place)).toEqual(["4408", "4418", "4401"]);
});
