import { expect, test } from "vitest";
import { waiting } from "./turn.ts";

const panels = [{ slot: "focus" }, { slot: "b1" }, ...["b2", "b3", "b4"].map((slot, page) => ({ slot, page, pages: 3 })), { slot: "b5", page: 2, pages: 3 }];
const seen = (silent: readonly string[], turns = 4) => Array.from({ length: turns }, (_, turn) => {
  const waits = waiting(panels, turn, (slot) => silent.includes(slot));
  return panels.map(({ slot }) => slot).filter((slot) => !waits.has(slot)).slice(2).join();
});

test("panels that share a place are seen in turn", () => {
  expect(seen([])).toEqual(["b2", "b3", "b4,b5", "b2"]);
});
test("a turn in which nobody has anything to show is passed over; one that has anything is not", () => {
  expect(seen(["b3"])).toEqual(["b2", "b4,b5", "b2", "b4,b5"]);
  expect(seen(["b3", "b4"])).toEqual(["b2", "b4,b5", "b2", "b4,b5"]);
  expect(seen(["b3", "b4", "b5"])).toEqual(["b2", "b2", "b2", "b2"]);
});
test("where nobody has anything to show all of them say so in turn", () => {
  expect(seen(["b2", "b3", "b4", "b5"])).toEqual(["b2", "b3", "b4,b5", "b2"]);
});
