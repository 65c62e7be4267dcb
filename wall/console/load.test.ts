import { expect, test } from "vitest";
import type { TaskState } from "../../model/task.ts";
import { freeFirst, openOrders } from "./load.ts";

const task = (id: string, unit: string, state: TaskState) => ({ id, unit, state });
const unit = (id: string) => ({ id, region: id.split(":")[0]! });

test("only orders of which something is still awaited count, each once however often it is seen", () => {
  const load = openOrders([task("1", "440882:fire", "dispatched"), task("1", "440882:fire", "dispatched"), task("2", "440882:fire", "finished"), task("3", "440882:flood", "withdrawn"), task("4", "440882:flood", "closed"), task("5", "440882:flood", "returned")]);
  expect([...load]).toEqual([["440882:fire", 2]]);
});
test("who is free comes first among units of the same region; no region passes another", () => {
  const units = ["440882:flood", "440882:fire", "440882:water", "4408:flood", "4408:fire"].map(unit);
  const load = new Map([["440882:flood", 2], ["440882:fire", 1], ["4408:flood", 1]]);
  expect(freeFirst(units, load).map(({ id }) => id)).toEqual(["440882:water", "440882:fire", "440882:flood", "4408:fire", "4408:flood"]);
});
