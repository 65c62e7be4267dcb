import { expect, test } from "vitest";
import type { Alert } from "./alert.ts";
import { inOrder, tally } from "./alert-order.ts";

const alert = (id: string, over: Partial<Alert>): Alert => ({
  id, rule: "r", indicator: "i", place: "440825", topic: "meteorology", severity: 4, state: "unacknowledged", value: 9, limit: 8,
  source: "s", sourceDown: false, raisedAt: "2015-10-04T10:00:00.000+08:00", simAt: "2015-10-04T10:00:00.000+08:00", group: "g", ...over,
});

test("what nobody has acknowledged stands above what is graver but taken", () => {
  const order = inOrder([alert("taken-red", { severity: 1, state: "acknowledged" }), alert("open-blue", {}), alert("open-orange", { severity: 2 })]);
  expect(order.map((a) => a.id)).toEqual(["open-orange", "open-blue", "taken-red"]);
});
test("within a level the official code leads, whenever it was found; a site stands behind its region", () => {
  const within = ["44", "4408", "440825"];
  const order = inOrder([{ ...alert("site", { place: "gauge-1" }), within }, alert("yunfu", { place: "445302", raisedAt: "2015-10-04T12:00:00.000+08:00" }), alert("xuwen", {}), alert("town", { place: "440825101" }), alert("chikan", { place: "440802" })]);
  expect(order.map((a) => a.id)).toEqual(["chikan", "xuwen", "town", "site", "yunfu"]);
});
test("of two of one place the newer stands first", () => {
  const order = inOrder([alert("old", {}), alert("new", { raisedAt: "2015-10-04T11:00:00.000+08:00" })]);
  expect(order.map((a) => a.id)).toEqual(["new", "old"]);
});
test("a closed alert is neither listed nor counted", () => {
  const all = [alert("a", { state: "closed" }), alert("b", { severity: 3 })];
  expect(inOrder(all).map((a) => a.id)).toEqual(["b"]);
  expect(tally(all)).toEqual({ 1: 0, 2: 0, 3: 1, 4: 0 });
});
test("what returned to normal stays in the list until somebody has seen it, but is counted no more", () => {
  const all = [alert("a", { severity: 2, state: "returned" })];
  expect(inOrder(all)).toHaveLength(1);
  expect(tally(all)).toEqual({ 1: 0, 2: 0, 3: 0, 4: 0 });
});
