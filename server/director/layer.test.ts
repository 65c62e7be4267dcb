import { expect, test } from "vitest";
import { commander, directedWalls } from "../../tests/fixtures/directed-walls.ts";

test("a topic's points lie over the map of whatever scene stands, drill along with the wall, and go back with it", () => {
  const { does, state } = directedWalls();
  const layer = () => state("main")!.focus.layer;
  const first = state("main")!.scene;
  does(commander, "wall.layer", { wall: "main", topic: "water" });
  expect([layer(), state("main")!.scene]).toEqual(["water", first]);
  does(commander, "wall.focus", { wall: "main", region: "4401" });
  expect(layer(), "drilled down, it still lies there").toBe("water");
  does(commander, "wall.layer", { wall: "main" });
  expect(layer()).toBeUndefined();
  does(commander, "wall.back", { wall: "main" });
  expect(layer(), "up again, it lies there as it did").toBe("water");
  does(commander, "wall.mode", { wall: "main", mode: "emergency" });
  expect(layer(), "a response begins without it").toBeUndefined();
  does(commander, "wall.mode", { wall: "main", mode: "routine" });
  expect(layer()).toBe("water");
});

test("laid over what a rotation or the schedule shows, the points lie over that scene, which stays, and back returns to what stood before", () => {
  const { does, state } = directedWalls();
  does(commander, "wall.focus", { wall: "main", region: "4408" });
  const before = state("main")!;
  does(commander, "wall.rotate", { wall: "main", presets: ["water"] });
  const turned = state("main")!;
  expect([turned.preset, turned.focus.region]).toEqual(["water", "4401"]);
  does(commander, "wall.layer", { wall: "main", topic: "water" });
  expect(state("main")).toMatchObject({ scene: turned.scene, focus: { ...turned.focus, layer: "water" } });
  expect(state("main")!.rotation).toBeUndefined();
  does(commander, "wall.layer", { wall: "main" });
  expect(state("main")).toMatchObject({ scene: turned.scene, focus: turned.focus });
  does(commander, "wall.back", { wall: "main" });
  expect(state("main")).toEqual(before);

  const evening = Date.parse("2026-11-25T19:00:00+08:00");
  expect(state("daily", evening)).toMatchObject({ preset: "night", scene: "storm" });
  does(commander, "wall.layer", { wall: "daily", topic: "water" }, evening);
  expect(state("daily", evening)).toMatchObject({ scene: "storm", focus: { layer: "water" } });
  does(commander, "wall.back", { wall: "daily" }, evening);
  expect(state("daily", evening)!.preset).toBe("night");
});

test("a layer is of a topic that has points, and is taken away only where one lies", () => {
  const { refused } = directedWalls();
  expect(refused(commander, "wall.layer", { wall: "main" })).toBe("guard");
  expect(refused(commander, "wall.layer", { wall: "main", topic: "nothing" })).toBe("not_found");
  expect(refused(commander, "wall.layer", { wall: "main", topic: "bare" })).toBe("guard");
});
