import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "../../model/problem.ts";
import { sceneFor, type Focus } from "../../model/wall.ts";
import { as, commander, directedWalls, NOW, wall } from "../../tests/fixtures/directed-walls.ts";

test("a wall that nobody has sent anywhere shows its own situation and the province", () => {
  const { refused, state } = directedWalls();
  expect(state("main")).toEqual({ wall: "main", scene: "overview", focus: { situation: "storm", region: "44" }, depth: 0, mode: "routine", theme: "graphite", parts: [], strokes: [] });
  expect(state("nowhere")).toBeUndefined();
  expect(refused(commander, "wall.back", { wall: "main" })).toBe("guard");
});

test("what is sent to the wall is on top, and back leads the same way back", () => {
  const { director, does, state } = directedWalls();
  does(commander, "wall.focus", { wall: "main", region: "4401" });
  does(commander, "wall.focus", { wall: "main", topic: "water", at: "2015-10-04T14:10:00+08:00" });
  expect(state("main")).toMatchObject({ focus: { situation: "storm", region: "4401", topic: "water", at: "2015-10-04T14:10:00+08:00" }, depth: 2 });
  expect(state("live")).toMatchObject({ focus: { situation: "live", region: "44" }, depth: 0 });
  expect([director.revision("main"), director.revision("live")]).toEqual([2, 0]);
  does(commander, "wall.back", { wall: "main" });
  expect(state("main")!.focus).toEqual({ situation: "storm", region: "4401" });
  does(commander, "wall.back", { wall: "main" });
  expect(state("main")!.depth).toBe(0);
});

test("an incident brings its region, and belongs to one situation", () => {
  const { does, refused, state } = directedWalls();
  does(commander, "wall.focus", { wall: "main", incident: "inc-1" });
  expect(state("main")!.focus).toEqual({ situation: "storm", region: "4401", incident: "inc-1" });
  expect(refused(commander, "wall.focus", { wall: "main", situation: "live", incident: "inc-1" })).toBe("not_found");
  expect(refused(as("chief", "4408"), "wall.focus", { wall: "main", incident: "inc-1" })).toBe("not_found");
});

test("a city sends its own region, never another's", () => {
  const { does, refused, state } = directedWalls();
  const city = as("officer", "4401");
  does(commander, "wall.focus", { wall: "city", region: "44" });
  does(city, "wall.focus", { wall: "city", topic: "water" });
  expect(state("city")!.focus).toMatchObject({ region: "4401" });
  expect(refused(city, "wall.focus", { wall: "city", region: "4408" })).toBe("not_found");
  expect(refused(city, "wall.focus", { wall: "city", region: "44" })).toBe("not_found");
});

test("a city directs its own wall, and the province's is not there for it; the province directs both", () => {
  const { does, entries, refused, state } = directedWalls();
  const city = as("commander", "4401");
  expect(state("city")).toMatchObject({ focus: { region: "4401" } });
  for (const [kind, data] of [["wall.focus", { region: "4401" }], ["wall.scene", { scene: "overview" }], ["wall.back", {}]] as const) {
    expect([kind, refused(city, kind, { wall: "main", ...data })]).toEqual([kind, "not_found"]);
    expect([kind, refused(as("commander", "4408"), kind, { wall: "city", ...data })]).toEqual([kind, "not_found"]);
  }
  does(city, "wall.scene", { wall: "city", scene: "overview" });
  does(commander, "wall.focus", { wall: "city", region: "44" });
  expect(entries.map((e) => [e.kind, e.region]).slice(-2)).toEqual([["wall.scene", "4401"], ["wall.focus", "44"]]);
});

test("what does not exist is not shown", () => {
  const { refused } = directedWalls();
  for (const data of [{ wall: "nowhere" }, { wall: "main", situation: "gone" }, { wall: "main", region: "990000" }, { wall: "main", topic: "ufo" }, { wall: "main", incident: "inc-9" }])
    expect(refused(commander, "wall.focus", data)).toBe("not_found");
  expect(refused(commander, "wall.scene", { wall: "main", scene: "nonsense" })).toBe("not_found");
  expect(refused(commander, "wall.focus", { wall: "main", at: "yesterday, 2015-10-04" })).toBe("bad_time");
  expect(refused(commander, "wall.focus", { wall: "main", at: "2015-10-04T16:00:01+08:00" })).toBe("bad_time");
  expect(refused(commander, "wall.focus", { wall: "main", zoom: 3 })).toBe("bad_request");
  expect(refused(commander, "wall.melt", { wall: "main" })).toBe("bad_request");
});

test("a moment that a situation does not have is refused with its span; live speaks of the last year", () => {
  const { director } = directedWalls();
  const words = (data: Record<string, unknown>): string => {
    try {
      director.decide(commander, "wall.focus", { wall: "main", ...data }, NOW);
    } catch (error) {
      if (error instanceof Problem && error.code === "bad_time") return error.message;
      throw error;
    }
    return "done";
  };
  expect(words({ at: "2015-10-01T00:00:00+08:00" })).toBe("done");
  expect(words({ at: "2015-09-30T23:59:00+08:00" })).toContain("from 2015-10-01T00:00:00.000+08:00 to 2015-10-04T16:00:00.000+08:00");
  expect(words({ situation: "drill-1", at: "2015-10-04T12:00:00+08:00" })).toBe("done");
  expect(words({ situation: "drill-1", at: "2015-10-04T12:01:00+08:00" })).toContain("runs from 2015-10-01T00:00:00.000+08:00 to 2015-10-04T12:00:00.000+08:00");
  expect(words({ situation: "live", at: "2025-01-01T00:00:00Z" })).toBe("done");
  for (const at of ["2024-12-30T00:00:00Z", "1970-06-01T00:00:00Z", "1803-01-01T00:00:00Z"]) expect(words({ situation: "live", at })).toContain("from 2024-12-31T08:00:00.000+08:00 to 2026-01-01T08:00:00.000+08:00");
});

test("only who has the right directs walls", () => {
  const { refused } = directedWalls();
  for (const role of ["unit", "device", "auditor", "source", "sysAdmin"] as const) expect(refused(as(role, "44"), "wall.focus", { wall: "main" })).toBe("no_right");
  for (const role of ["officer", "chief", "commander"] as const) expect(refused(as(role, "44"), "wall.focus", { wall: "main" })).toBe("done");
});

test("a wall sent to another family of record shows that family's scene, until somebody chooses one", () => {
  const { does, state } = directedWalls();
  const main = { ...wall("main", "storm"), scene: "storm", scenes: { drill: "epidemic" } };
  expect([sceneFor(main, "storm:201522"), sceneFor(main, "drill:1"), sceneFor(main, "")]).toEqual(["storm", "epidemic", "storm"]);
  does(commander, "wall.focus", { wall: "main", situation: "drill-1" });
  expect(state("main")!.scene).toBe("epidemic");
  does(commander, "wall.back", { wall: "main" });
  expect(state("main")!.scene).toBe("overview");
  does(commander, "wall.scene", { wall: "main", scene: "storm" });
  does(commander, "wall.focus", { wall: "main", situation: "drill-1" });
  expect(state("main")!.scene).toBe("storm");
});

test("a scene stays while the focus moves", () => {
  const { does, state } = directedWalls();
  does(commander, "wall.scene", { wall: "main", scene: "storm" });
  does(commander, "wall.focus", { wall: "main", region: "4401" });
  does(commander, "wall.back", { wall: "main" });
  expect(state("main")!.scene).toBe("storm");
});

test("drilling down and back restores each picture whole: place, scene and what was taken", () => {
  const { does, state } = directedWalls();
  const seen = [state("main")];
  does(commander, "wall.scene", { wall: "main", scene: "storm" });
  does(commander, "wall.take", { wall: "main", area: [2], situation: "live" });
  seen.push(state("main"));
  does(commander, "wall.focus", { wall: "main", region: "4401" });
  does(commander, "wall.scene", { wall: "main", scene: "overview" });
  does(commander, "wall.give", { wall: "main" });
  does(commander, "wall.take", { wall: "main", area: "left", region: "4408" });
  does(commander, "wall.focus", { wall: "main", incident: "inc-1" });
  does(commander, "wall.back", { wall: "main" });
  expect(state("main")).toMatchObject({ focus: { region: "4401" }, scene: "overview", parts: [{ area: "left", focus: { region: "4408" } }] });
  does(commander, "wall.back", { wall: "main" });
  expect(state("main")).toEqual(seen.at(-1));
});

describe("平时 and 战时", () => {
  test("a response begins where the wall looks, with the scene of a response; leaving it restores the peace exactly", () => {
    const { does, refused, state } = directedWalls();
    does(commander, "wall.focus", { wall: "main", region: "4401" });
    does(commander, "wall.take", { wall: "main", area: [3], situation: "live" });
    does(commander, "wall.rotate", { wall: "main", presets: ["handover", "water"] });
    const peace = state("main");
    does(commander, "wall.mode", { wall: "main", mode: "emergency", reason: "台风防御" });
    expect(state("main")).toMatchObject({ mode: "emergency", scene: "storm", parts: [], depth: 0 });
    expect(state("main")!.rotation).toBeUndefined();
    does(commander, "wall.scene", { wall: "main", scene: "overview" });
    does(commander, "wall.focus", { wall: "main", region: "4408" });
    expect(refused(commander, "wall.rotate", { wall: "main", presets: ["handover"] })).toBe("guard");
    does(commander, "wall.mode", { wall: "main", mode: "routine" });
    expect(state("main")).toEqual(peace);
  });
  test("the next response begins anew", () => {
    const { does, refused, state } = directedWalls();
    does(commander, "wall.mode", { wall: "main", mode: "emergency" });
    does(commander, "wall.focus", { wall: "main", region: "4408" });
    does(commander, "wall.mode", { wall: "main", mode: "routine" });
    does(commander, "wall.mode", { wall: "main", mode: "emergency" });
    expect(state("main")).toMatchObject({ focus: { region: "44" }, depth: 0 });
    expect(refused(commander, "wall.mode", { wall: "main", mode: "emergency" })).toBe("guard");
  });
});

describe("the lock", () => {
  const chief = as("chief", "44");
  test("keeps others from directing the wall until it runs out, and says who holds it", () => {
    const { director, does, refused, state } = directedWalls();
    does(chief, "wall.lock", { wall: "main", locked: true, minutes: 5 });
    expect(state("main")!.lock).toEqual({ by: "chief@44", until: "2026-11-25T10:05:00.000+08:00" });
    expect(() => director.decide(as("officer", "44"), "wall.scene", { wall: "main", scene: "storm" }, NOW)).toThrow(/held by chief@44 until 2026-11-25T10:05/);
    does(chief, "wall.scene", { wall: "main", scene: "storm" });
    expect(refused(as("officer", "44"), "wall.back", { wall: "live" })).toBe("guard");
    const later = NOW + 5 * 60_000;
    expect(refused(as("officer", "44"), "wall.scene", { wall: "main", scene: "overview" }, later)).toBe("done");
    expect(state("main", later)!.lock).toBeUndefined();
  });
  test("a commander takes it over; a response does not wait for it", () => {
    const { does, refused } = directedWalls();
    does(chief, "wall.lock", { wall: "main", locked: true });
    expect(refused(as("officer", "44"), "wall.lock", { wall: "main", locked: true })).toBe("guard");
    expect(refused(as("officer", "44"), "wall.mode", { wall: "main", mode: "emergency" })).toBe("done");
    does(commander, "wall.lock", { wall: "main", locked: true });
    expect(refused(chief, "wall.scene", { wall: "main", scene: "storm" })).toBe("guard");
    does(commander, "wall.lock", { wall: "main", locked: false });
    expect(refused(chief, "wall.lock", { wall: "main", locked: false })).toBe("guard");
  });
});

test("a theme is the wall's, in every mode", () => {
  const { does, refused, state } = directedWalls();
  does(commander, "wall.theme", { wall: "main", theme: "ember" });
  does(commander, "wall.mode", { wall: "main", mode: "emergency" });
  expect(state("main")!.theme).toBe("ember");
  expect(refused(commander, "wall.theme", { wall: "main", theme: "pink" })).toBe("not_found");
});

test("a wall is never left on a drill that has ended", () => {
  const { does, situations, state } = directedWalls();
  does(commander, "wall.focus", { wall: "main", region: "4401" });
  does(commander, "wall.focus", { wall: "main", situation: "drill-1" });
  does(commander, "wall.focus", { wall: "main", situation: "drill-1", region: "4408" });
  situations.delete("drill-1");
  expect(state("main")).toMatchObject({ focus: { situation: "storm", region: "4401" }, depth: 1 });
  does(commander, "wall.back", { wall: "main" });
  expect(state("main")).toMatchObject({ focus: { situation: "storm", region: "44" }, depth: 0 });
  situations.delete("storm");
  expect(state("main")!.focus).toEqual({ situation: "live", region: "44" });
});

test("the stack is a stack, at most 32 deep, and the journal alone rebuilds it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("44", "4401", "4408", "back"), { maxLength: 90 }), (moves) => {
      const { director, does, entries, open, refused, state } = directedWalls();
      let expected: string[] = [];
      for (const move of moves) {
        if (move !== "back") {
          does(commander, "wall.focus", { wall: "live", region: move });
          expected = [...expected, move].slice(-32);
        } else if (expected.length > 0) {
          does(commander, "wall.back", { wall: "live" });
          expected.pop();
        } else expect(refused(commander, "wall.back", { wall: "live" })).toBe("guard");
        expect(director.stack("live").map((f: Focus) => f.region)).toEqual(expected);
      }
      const again = open();
      for (const entry of entries) again.apply(entry);
      expect([again.state("live", NOW), again.revision("live")]).toEqual([state("live"), director.revision("live")]);
    }),
    { numRuns: 60 },
  );
});
