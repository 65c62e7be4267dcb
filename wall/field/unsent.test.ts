import { expect, test } from "vitest";
import { isOver, unsentOf } from "./unsent.ts";

const order = (...kinds: readonly string[]) => ({ id: "t1", log: kinds.map((kind, i) => ({ seq: i + 1, kind: `task.${kind}` })) });

test("a decision that was not sent stays said while the order stands as it stood, reminders and notes beside it", () => {
  const unsent = unsentOf("task.accept", order("dispatch"), "dispatched");
  expect(isOver(unsent, order("dispatch"), "dispatched")).toBe(false);
  expect(isOver(unsent, order("dispatch", "remind", "note", "seen"), "dispatched")).toBe(false);
});
test("it is over once the order has moved on, whoever moved it", () => {
  const unsent = unsentOf("task.accept", order("dispatch"), "dispatched");
  expect(isOver(unsent, order("dispatch", "withdraw"), "withdrawn")).toBe(true);
  expect(isOver(unsent, order("dispatch", "accept"), "accepted")).toBe(true);
});
test("a difficulty moves nothing, and is over once the order tells of one that came later", () => {
  const unsent = unsentOf("task.difficulty", order("dispatch", "accept", "difficulty"), "accepted");
  expect(isOver(unsent, order("dispatch", "accept", "difficulty"), "accepted")).toBe(false);
  expect(isOver(unsent, order("dispatch", "accept", "difficulty", "difficulty"), "accepted")).toBe(true);
});
test("it is of its own order alone", () => expect(isOver(unsentOf("task.return", order("dispatch"), "dispatched"), { ...order("dispatch"), id: "t2" }, "dispatched")).toBe(true));
