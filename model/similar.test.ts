import { expect, test } from "vitest";
import { destination, type LonLat } from "./geodesy.ts";
import type { IncidentState } from "./incident.ts";
import { similar } from "./similar.ts";
import { formatTime, MINUTE } from "./time.ts";

const HERE: LonLat = [113.26, 23.13];
const AT = Date.UTC(2026, 5, 1);
const incident = (id: string, { metres = 0, minutes = 0, type = "fire", region = "440106", state = "pending" as IncidentState, point = true, occurred = false } = {}) => ({
  id, type, region, state, ...(point && { point: destination(HERE, 90, metres / 1_000) }),
  reportedAt: formatTime(AT + (occurred ? 600 : minutes) * MINUTE), ...(occurred && { occurredAt: formatTime(AT + minutes * MINUTE) }),
});
const NEW = incident("new");
const found = (...among: ReturnType<typeof incident>[]) => similar(NEW, among).map((each) => each.incident);

test("two reports 150 m and 20 min apart may be one thing; 201 m or 31 min are another", () => {
  expect(similar(NEW, [incident("a", { metres: 150, minutes: 20 })])).toEqual([{ incident: "a", metres: 150, minutes: 20 }]);
  expect(found(incident("far", { metres: 201 }), incident("late", { minutes: 31 }), incident("edge", { metres: 200, minutes: -30 }))).toEqual(["edge"]);
});
test("another type is another thing, what is over is not worked on any more, and nothing is like itself", () => {
  expect(found(incident("b", { type: "flood" }), incident("c", { state: "closed" }), incident("d", { state: "rejected" }), incident("new"), incident("e", { state: "handling" }))).toEqual(["e"]);
});
test("without a point the region must be the same, and it comes after those that have one", () => {
  expect(found(incident("other", { point: false, region: "440105" }), incident("same", { point: false }), incident("near", { metres: 199 }))).toEqual(["near", "same"]);
});
test("when it happened counts, not when it was reported", () => {
  expect(found(incident("told-late", { minutes: 5, occurred: true }))).toEqual(["told-late"]);
});
test("the nearest comes first, of equally near ones the nearest in time", () => {
  expect(found(incident("c", { metres: 100, minutes: 1 }), incident("b", { metres: 10, minutes: 9 }), incident("a", { metres: 10, minutes: 2 }))).toEqual(["a", "b", "c"]);
});
