import { describe, expect, test } from "vitest";
import { waiting } from "./turn.ts";

const panels = [{ slot: "focus" }, { slot: "b1" }, ...["b2", "b3", "b4"].map((slot, page) => ({ slot, page, pages: 3 })), { slot: "b5", page: 2, pages: 3 }];
const seen = (silent: readonly string[], turns = 4) => Array.from({ length: turns }, (_, turn) => {
  const waits = waiting(panels, turn, { isSilent: (slot) => silent.includes(slot), isEmpty: () => false });
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

describe("a panel that has another in its place", () => {
  const pair = [{ slot: "a1" }, { slot: "a1-instead", insteadOf: "a1" }, { slot: "a2" }];
  const shown = (...empty: readonly string[]) => {
    const waits = waiting(pair, 0, { isSilent: () => false, isEmpty: (slot) => empty.includes(slot) });
    return pair.map(({ slot }) => slot).filter((slot) => !waits.has(slot));
  };
  test("is seen while it has something to show", () => expect(shown()).toEqual(["a1", "a2"]));
  test("gives way where it has nothing to show and the other has", () => expect(shown("a1")).toEqual(["a1-instead", "a2"]));
  test("says why nothing is there where neither has anything", () => expect(shown("a1", "a1-instead")).toEqual(["a1", "a2"]));
  test("takes its turn together with it, and the turn is passed over only where both are silent", () => {
    const turning = [{ slot: "b1", page: 0, pages: 2 }, { slot: "b2", page: 1, pages: 2 }, { slot: "b2-instead", page: 1, pages: 2, insteadOf: "b2" }];
    const at = (turn: number, silent: readonly string[]) => {
      const waits = waiting(turning, turn, { isSilent: (slot) => silent.includes(slot), isEmpty: (slot) => silent.includes(slot) });
      return turning.map(({ slot }) => slot).filter((slot) => !waits.has(slot)).join();
    };
    expect([at(0, []), at(1, [])]).toEqual(["b1", "b2"]);
    expect([at(0, ["b2"]), at(1, ["b2"])]).toEqual(["b1", "b2-instead"]);
    expect([at(0, ["b2", "b2-instead"]), at(1, ["b2", "b2-instead"])]).toEqual(["b1", "b1"]);
  });
});
