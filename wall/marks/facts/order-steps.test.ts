import { expect, test } from "vitest";
import type { Task, TaskState } from "../../../model/task.ts";
import { byUrgency, receipts } from "./order-steps.ts";

const step = (kind: string, minute: number) => ({ seq: minute, kind, at: `2015-10-04T10:${String(minute).padStart(2, "0")}:00.000+08:00`, actor: "u", text: "" });
const task = (id: string, state: TaskState, over: Partial<Task> = {}): Task => ({
  id, incident: "inc-1", unit: "440825:fire", text: "加固围堤", deadline: "2015-10-04T12:00:00.000+08:00", state, dispatchedBy: "officer", dispatchedFrom: "44",
  dispatchedAt: "2015-10-04T10:00:00.000+08:00", copied: [], log: [], ...over,
});

test("an order shows each receipt at the time it came, and none before", () => {
  const at = receipts(task("t", "onScene", { log: [step("task.accepted", 2), step("task.arrived", 9)] }));
  expect(at.arrived).toBe(at.sent! + 9 * 60_000);
  expect([at.finished, at.checked]).toEqual([null, null]);
});
test("a failed check takes the finish back", () => {
  const at = receipts(task("t", "handling", { log: [step("task.finished", 20), step("task.checked", 25)] }));
  expect([at.finished, at.checked]).toEqual([null, null]);
});
test("the order that is due first stands first, finished ones sink, and what waits for its check stands above what is over", () => {
  const order = byUrgency([
    task("to check", "finished", { dispatchedAt: "2015-10-04T09:00:00.000+08:00" }),
    task("done", "closed", { deadline: "2015-10-04T10:30:00.000+08:00" }),
    task("later", "accepted"),
    task("soon", "dispatched", { deadline: "2015-10-04T11:00:00.000+08:00" }),
  ]);
  expect(order.map((o) => o.id)).toEqual(["soon", "later", "to check", "done"]);
});
