import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor, Role } from "../../model/account.ts";
import { FIRST_PREV } from "../../model/journal.ts";
import { Problem } from "../../model/problem.ts";
import { sceneFor, type Focus, type Wall } from "../../model/wall.ts";
import { createDirector, type Director } from "./director.ts";

const wall = (id: string, situation: string, region = "44"): Wall => ({ id, title: { zh: id, en: id }, region, situation, scene: "overview", surfaces: [], displays: [] });
const as = (role: Role, region: string): Actor => ({ account: `${role}@${region}`, role, region, session: "s" });
const commander = as("commander", "44");

describe("the director", () => {
  let situations: Set<string>;
  let director: Director;
  let seq: number;
  beforeEach(() => {
    situations = new Set(["live", "storm", "drill-1"]);
    director = open();
    seq = 0;
  });
  const open = (): Director =>
    createDirector({
      walls: [{ ...wall("main", "storm"), scenes: { drill: "epidemic" } }, wall("live", "live"), wall("city", "live", "4401")], region: (code) => ["44", "4401", "4408"].includes(code) || undefined,
      isWithin: (code, ancestor) => code === ancestor || (ancestor === "44" && code.startsWith("44")), situation: (id) => (situations.has(id) ? { feed: id === "live" ? "" : `${id.split("-")[0]}:1` } : undefined),
      simNow: (id) => Date.parse(id === "live" ? "2026-01-01T00:00:00Z" : "2015-10-04T16:00:00+08:00"),
      incident: (situation, id) => (situation === "storm" && id === "inc-1" ? { region: "4401" } : undefined), topic: (id) => id === "water" || undefined, scenes: (id) => (id === "main" ? ["overview", "storm"] : ["overview"]),
    });
  const entries: Parameters<Director["apply"]>[0][] = [];
  const does = (actor: Actor, kind: string, data: Record<string, unknown>): void => {
    for (const draft of director.decide(actor, kind, data, 0).drafts) {
      const entry = { seq: ++seq, situation: "live", at: "t", simAt: "t", bodyHash: "", prev: FIRST_PREV, hash: "", ...draft };
      entries.push(entry);
      director.apply(entry);
    }
  };
  const refused = (actor: Actor, kind: string, data: Record<string, unknown>): string => {
    try {
      director.decide(actor, kind, data, 0);
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
    return "done";
  };

  test("a wall that nobody has sent anywhere shows its own situation and the province", () => {
    expect(director.state("main")).toEqual({ wall: "main", scene: "overview", focus: { situation: "storm", region: "44" }, depth: 0, mode: "routine" });
    expect(director.state("nowhere")).toBeUndefined();
    expect(refused(commander, "wall.back", { wall: "main" })).toBe("guard");
  });

  test("what is sent to the wall is on top, and back leads the same way back", () => {
    does(commander, "wall.focus", { wall: "main", region: "4401" });
    does(commander, "wall.focus", { wall: "main", topic: "water", at: "2015-10-04T14:10:00+08:00" });
    expect(director.state("main")).toMatchObject({ focus: { situation: "storm", region: "4401", topic: "water", at: "2015-10-04T14:10:00+08:00" }, depth: 2 });
    expect(director.state("live")).toMatchObject({ focus: { situation: "live", region: "44" }, depth: 0 });
    expect([director.revision("main"), director.revision("live")]).toEqual([2, 0]);
    does(commander, "wall.back", { wall: "main" });
    expect(director.state("main")!.focus).toEqual({ situation: "storm", region: "4401" });
    does(commander, "wall.back", { wall: "main" });
    expect(director.state("main")!.depth).toBe(0);
  });

  test("an incident brings its region, and belongs to one situation", () => {
    does(commander, "wall.focus", { wall: "main", incident: "inc-1" });
    expect(director.state("main")!.focus).toEqual({ situation: "storm", region: "4401", incident: "inc-1" });
    expect(refused(commander, "wall.focus", { wall: "main", situation: "live", incident: "inc-1" })).toBe("not_found");
    expect(refused(as("chief", "4408"), "wall.focus", { wall: "main", incident: "inc-1" })).toBe("not_found");
  });

  test("a city sends its own region, never another's", () => {
    const city = as("officer", "4401");
    does(commander, "wall.focus", { wall: "city", region: "44" });
    does(city, "wall.focus", { wall: "city", topic: "water" });
    expect(director.state("city")!.focus).toMatchObject({ region: "4401" });
    expect(refused(city, "wall.focus", { wall: "city", region: "4408" })).toBe("not_found");
    expect(refused(city, "wall.focus", { wall: "city", region: "44" })).toBe("not_found");
  });

  test("a city directs its own wall, and the province's is not there for it; the province directs both", () => {
    const city = as("commander", "4401");
    expect(director.state("city")).toMatchObject({ focus: { region: "4401" } });
    for (const [kind, data] of [["wall.focus", { region: "4401" }], ["wall.scene", { scene: "overview" }], ["wall.back", {}]] as const) {
      expect([kind, refused(city, kind, { wall: "main", ...data })]).toEqual([kind, "not_found"]);
      expect([kind, refused(as("commander", "4408"), kind, { wall: "city", ...data })]).toEqual([kind, "not_found"]);
    }
    does(city, "wall.scene", { wall: "city", scene: "overview" });
    does(commander, "wall.focus", { wall: "city", region: "44" });
    expect(entries.map((e) => [e.kind, e.region]).slice(-2)).toEqual([["wall.scene", "4401"], ["wall.focus", "44"]]);
  });

  test("what does not exist is not shown", () => {
    for (const data of [{ wall: "nowhere" }, { wall: "main", situation: "gone" }, { wall: "main", region: "990000" }, { wall: "main", topic: "ufo" }, { wall: "main", incident: "inc-9" }])
      expect(refused(commander, "wall.focus", data)).toBe("not_found");
    expect(refused(commander, "wall.scene", { wall: "main", scene: "nonsense" })).toBe("not_found");
    expect(refused(commander, "wall.focus", { wall: "main", at: "yesterday, 2015-10-04" })).toBe("bad_time");
    expect(refused(commander, "wall.focus", { wall: "main", at: "2015-10-04T16:00:01+08:00" })).toBe("bad_time");
    expect(refused(commander, "wall.focus", { wall: "main", zoom: 3 })).toBe("bad_request");
    expect(refused(commander, "wall.melt", { wall: "main" })).toBe("bad_request");
  });

  test("only who has the right directs walls", () => {
    for (const role of ["unit", "device", "auditor", "source", "sysAdmin"] as const) expect(refused(as(role, "44"), "wall.focus", { wall: "main" })).toBe("no_right");
    for (const role of ["officer", "chief", "commander"] as const) expect(refused(as(role, "44"), "wall.focus", { wall: "main" })).toBe("done");
  });

  test("a wall sent to another family of record shows that family's scene, until somebody chooses one", () => {
    const main = { ...wall("main", "storm"), scene: "storm", scenes: { drill: "epidemic" } };
    expect([sceneFor(main, "storm:201522"), sceneFor(main, "drill:1"), sceneFor(main, "")]).toEqual(["storm", "epidemic", "storm"]);
    does(commander, "wall.focus", { wall: "main", situation: "drill-1" });
    expect(director.state("main")!.scene).toBe("epidemic");
    does(commander, "wall.back", { wall: "main" });
    expect(director.state("main")!.scene).toBe("overview");
    does(commander, "wall.scene", { wall: "main", scene: "storm" });
    does(commander, "wall.focus", { wall: "main", situation: "drill-1" });
    expect(director.state("main")!.scene).toBe("storm");
  });

  test("a scene stays while the focus moves", () => {
    does(commander, "wall.scene", { wall: "main", scene: "storm" });
    does(commander, "wall.focus", { wall: "main", region: "4401" });
    does(commander, "wall.back", { wall: "main" });
    expect(director.state("main")!.scene).toBe("storm");
  });

  test("a wall is never left on a drill that has ended", () => {
    does(commander, "wall.focus", { wall: "main", region: "4401" });
    does(commander, "wall.focus", { wall: "main", situation: "drill-1" });
    does(commander, "wall.focus", { wall: "main", situation: "drill-1", region: "4408" });
    situations.delete("drill-1");
    expect(director.state("main")).toMatchObject({ focus: { situation: "storm", region: "4401" }, depth: 1 });
    does(commander, "wall.back", { wall: "main" });
    expect(director.state("main")).toMatchObject({ focus: { situation: "storm", region: "44" }, depth: 0 });
    situations.delete("storm");
    expect(director.state("main")!.focus).toEqual({ situation: "live", region: "44" });
  });

  test("the stack is a stack, at most 32 deep, and the journal alone rebuilds it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("44", "4401", "4408", "back"), { maxLength: 90 }), (moves) => {
        director = open();
        entries.length = 0;
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
        expect([again.state("live"), again.revision("live")]).toEqual([director.state("live"), director.revision("live")]);
      }),
      { numRuns: 60 },
    );
  });
});
