import { expect, test } from "vitest";
import { as, commander, daily, directedWalls, main, NOW } from "../../tests/fixtures/directed-walls.ts";

test("one is put up as a look of its own, and back returns to what stood before", () => {
  const { does, state } = directedWalls();
  does(commander, "wall.focus", { wall: "main", region: "4408" });
  does(as("officer", "44"), "wall.preset", { wall: "main", preset: "water" });
  expect(state("main")).toMatchObject({ preset: "water", scene: "overview", focus: { situation: "live", region: "4401", topic: "water" }, depth: 2 });
  does(commander, "wall.focus", { wall: "main", region: "44" });
  expect(state("main")!.preset).toBeUndefined();
  does(commander, "wall.back", { wall: "main" });
  does(commander, "wall.back", { wall: "main" });
  expect(state("main")).toMatchObject({ focus: { region: "4408" }, depth: 1 });
});

test("nobody changes one by a command, and one that does not stand there is refused with the reason", () => {
  const { director, refused } = directedWalls();
  for (const kind of ["preset.save", "wall.savePreset"]) expect(refused(commander, kind, { wall: "main", preset: "water" })).toBe("bad_request");
  expect(refused(commander, "wall.preset", { wall: "main", preset: "water", scene: "storm" })).toBe("bad_request");
  expect(refused(commander, "wall.preset", { wall: "main", preset: "nonsense" })).toBe("not_found");
  expect(() => director.decide(commander, "wall.preset", { wall: "main", preset: "broken" }, NOW)).toThrow("It does not stand there.");
});

test("they rotate by the server's clock alone: whoever starts anew finds the same turn", () => {
  const { director, does, entries, open, state } = directedWalls();
  does(commander, "wall.rotate", { wall: "main", presets: ["handover", "water"], everyS: 20 });
  const turns = Array.from({ length: 6 }, (_, i) => state("main", NOW + i * 10_000)!.preset);
  expect(new Set(turns)).toEqual(new Set(["handover", "water"]));
  const again = open();
  for (const entry of entries) again.apply(entry);
  for (let i = 0; i < 6; i++) expect(again.state("main", NOW + i * 10_000)).toEqual(state("main", NOW + i * 10_000));
  const turnsAt = director.turnsAt(main, NOW + 1)!;
  expect([turnsAt % 20_000, state("main", turnsAt - 1)!.preset !== state("main", turnsAt)!.preset]).toEqual([0, true]);
});

test("what somebody sends the wall to ends the rotation; what is taken from it stays through all turns", () => {
  const { director, does, refused, state } = directedWalls();
  does(commander, "wall.rotate", { wall: "main", presets: ["handover", "water"], everyS: 20 });
  does(commander, "wall.take", { wall: "main", area: [2], region: "4408" });
  for (const at of [NOW, NOW + 20_000]) expect(state("main", at)).toMatchObject({ rotation: { everyS: 20 }, parts: [{ area: [2], focus: { region: "4408" } }] });
  does(commander, "wall.focus", { wall: "main", region: "4401" });
  expect([state("main")!.rotation, director.turnsAt(main, NOW)]).toEqual([undefined, null]);
  does(commander, "wall.rotate", { wall: "main", presets: ["handover"] });
  does(commander, "wall.rotate", { wall: "main", presets: [] });
  expect(state("main")!.rotation).toBeUndefined();
  expect(refused(commander, "wall.rotate", { wall: "main", presets: ["nonsense"] })).toBe("not_found");
  expect(refused(commander, "wall.rotate", { wall: "main", presets: ["handover"], everyS: 1 })).toBe("bad_request");
});

test("a schedule says what the wall shows of itself by the hour in Guangdong, and yields to people", () => {
  const { director, does, state } = directedWalls();
  const at = (time: string) => Date.parse(`2026-11-25T${time}+08:00`);
  expect(["07:59:59", "08:00:00", "18:29:59", "18:30:00"].map((time) => state("daily", at(time))!.preset)).toEqual(["night", "day", "day", "night"]);
  expect([director.turnsAt(daily, at("09:00:00")), director.turnsAt(daily, at("20:00:00"))]).toEqual([at("18:30:00"), at("08:00:00") + 24 * 3_600_000]);
  does(commander, "wall.focus", { wall: "daily", region: "4408" });
  expect(state("daily", at("20:00:00"))).toMatchObject({ focus: { region: "4408" } });
  expect(state("daily", at("20:00:00"))!.preset).toBeUndefined();
});
