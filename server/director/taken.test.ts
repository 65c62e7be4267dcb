import { expect, test } from "vitest";
import type { Area } from "../../model/wall.ts";
import { as, commander, directedWalls, NOW } from "../../tests/fixtures/directed-walls.ts";

test("it looks elsewhere while the rest stands, and is given back", () => {
  const { does, refused, state } = directedWalls();
  does(commander, "wall.take", { wall: "main", area: [2, 3], situation: "live", region: "4401", scene: "overview" });
  does(commander, "wall.take", { wall: "main", area: [1], situation: "drill-1" });
  expect(state("main")).toMatchObject({ focus: { situation: "storm" }, parts: [{ area: [2, 3], scene: "overview", focus: { situation: "live", region: "4401" } }, { area: [1], scene: "epidemic" }] });
  does(commander, "wall.give", { wall: "main", area: [3, 2] });
  expect(state("main")!.parts.map(({ area }) => area)).toEqual([[1]]);
  expect(refused(commander, "wall.give", { wall: "main", area: [2] })).toBe("guard");
});

test("who takes the same glass takes it from who had it; halves too", () => {
  const { does, state } = directedWalls();
  does(commander, "wall.take", { wall: "main", area: [1, 2] });
  does(commander, "wall.take", { wall: "main", area: [2], region: "4401" });
  expect(state("main")!.parts).toMatchObject([{ area: [2] }]);
  does(commander, "wall.take", { wall: "main", area: "left", situation: "live" });
  does(commander, "wall.take", { wall: "main", area: "right", region: "4408" });
  expect(state("main")!.parts.map(({ area }) => area)).toEqual(["left", "right"]);
});

test("what goes back for it is answered and written down; what lies beside it stays", () => {
  const { director, does, state } = directedWalls();
  const take = (area: Area) => director.decide(commander, "wall.take", { wall: "main", area, situation: "live" }, NOW);
  does(commander, "wall.take", { wall: "main", area: [1] });
  does(commander, "wall.take", { wall: "main", area: [3], region: "4401" });
  expect(take("left")).toMatchObject({ result: { wall: "main", gives: [[1]] }, drafts: [{ body: { part: { area: "left" }, gives: [[1]] } }] });
  expect(take([2]).result).toEqual({ wall: "main" });
  expect(take([2, 3]).result).toEqual({ wall: "main", gives: [[3]] });
  does(commander, "wall.take", { wall: "main", area: "left", situation: "live" });
  expect(state("main")!.parts.map(({ area }) => area)).toEqual([[3], "left"]);
});

test("an entry of before, which does not say what went back, is read as it was then", () => {
  const { director, does, entries, state } = directedWalls();
  does(commander, "wall.take", { wall: "main", area: [3] });
  director.apply({ ...entries.at(-1)!, seq: entries.length + 1, body: { wall: "main", part: { area: "left", scene: "overview", focus: { situation: "live", region: "44" } } } });
  expect(state("main")!.parts.map(({ area }) => area)).toEqual(["left"]);
});

test("glass that is not there, or all of it, or what does not stand there, is refused", () => {
  const { refused } = directedWalls();
  expect(refused(commander, "wall.take", { wall: "main", area: [4] })).toBe("not_found");
  expect(refused(commander, "wall.take", { wall: "main", area: [1, 2, 3] })).toBe("guard");
  expect(refused(commander, "wall.take", { wall: "main", area: [] })).toBe("bad_request");
  expect(refused(as("commander", "4408"), "wall.take", { wall: "main", area: [1] })).toBe("not_found");
  expect(refused(commander, "wall.take", { wall: "main", area: [1], region: "990000" })).toBe("not_found");
});

test("a piece on a drill that has ended falls back to the rest", () => {
  const { does, situations, state } = directedWalls();
  does(commander, "wall.take", { wall: "main", area: [2], situation: "drill-1" });
  situations.delete("drill-1");
  expect(state("main")!.parts).toEqual([]);
});
