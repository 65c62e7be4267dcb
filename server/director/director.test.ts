import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor, Role } from "../../model/account.ts";
import { FIRST_PREV } from "../../model/journal.ts";
import { Problem } from "../../model/problem.ts";
import { sceneFor, strokesIn, type Area, type Focus, type Wall } from "../../model/wall.ts";
import { createDirector, type Director } from "./director.ts";

const wall = (id: string, situation: string, region = "44"): Wall => ({ id, title: { zh: id, en: id }, region, situation, scene: "overview", surfaces: [], displays: [1, 2, 3].map((n) => ({ n, surface: "front", widthPx: 1920, heightPx: 1080, xPx: 1920 * (n - 1), yPx: 0 })) });
const title = { zh: "预设", en: "preset" };
const main: Wall = {
  ...wall("main", "storm"), scenes: { drill: "epidemic" }, emergencyScene: "storm",
  presets: [{ id: "handover", title }, { id: "water", title, scene: "overview", situation: "live", region: "4401", topic: "water" }, { id: "broken", title, scene: "too-large" }],
};
const daily: Wall = { ...wall("daily", "live"), presets: [{ id: "day", title }, { id: "night", title, scene: "storm" }], schedule: [{ at: "18:30", preset: "night" }, { at: "08:00", preset: "day" }] };
const as = (role: Role, region: string): Actor => ({ account: `${role}@${region}`, role, region, session: "s" });
const commander = as("commander", "44");
const NOW = Date.parse("2026-11-25T10:00:00+08:00");

/** Halves of this wall: its first two screens, and the third. */
const screensOf = (area: Area): readonly number[] => (area === "left" ? [1, 2] : area === "right" ? [3] : area);
const overlap = (_: Wall, a: Area, b: Area): boolean => screensOf(a).some((n) => screensOf(b).includes(n));

describe("the director", () => {
  let situations: Set<string>;
  let director: Director;
  let seq: number;
  let strokes = 0;
  beforeEach(() => {
    situations = new Set(["live", "storm", "drill-1"]);
    director = open();
    entries.length = 0;
    seq = 0;
  });
  const state = (id: string, now = NOW) => director.state(id, now);
  const open = (): Director =>
    createDirector({
      themes: ["graphite", "ember"], overlap, misfit: (_, picture) => (picture.scene === "too-large" ? "It does not stand there." : null), ids: { next: (prefix) => `${prefix}-${++strokes}` },
      walls: [main, daily, wall("live", "live"), wall("city", "live", "4401")], region: (code) => ["44", "4401", "4408"].includes(code) || undefined,
      isWithin: (code, ancestor) => code === ancestor || (ancestor === "44" && code.startsWith("44")), situation: (id) => (situations.has(id) ? { feed: id === "live" ? "" : `${id.split("-")[0]}:1`, span: id === "live" ? null : { from: Date.parse("2015-10-01T00:00:00+08:00"), to: Date.parse(id === "storm" ? "2015-10-05T00:00:00+08:00" : "2015-10-04T12:00:00+08:00") } } : undefined),
      simNow: (id) => Date.parse(id === "live" ? "2026-01-01T00:00:00Z" : "2015-10-04T16:00:00+08:00"),
      incident: (situation, id) => (situation === "storm" && id === "inc-1" ? { region: "4401" } : undefined), topic: (id) => id === "water" || id === "bare" || undefined, hasPoints: (id) => id === "water", scenes: (id) => (id === "main" ? ["overview", "storm"] : ["overview"]), sceneNow: (id) => id,
    });
  const entries: Parameters<Director["apply"]>[0][] = [];
  const does = (actor: Actor, kind: string, data: Record<string, unknown>, now = NOW): void => {
    for (const draft of director.decide(actor, kind, data, now).drafts) {
      const entry = { seq: ++seq, situation: "live", at: "t", simAt: "t", bodyHash: "", prev: FIRST_PREV, hash: "", ...draft };
      entries.push(entry);
      director.apply(entry);
    }
  };
  const refused = (actor: Actor, kind: string, data: Record<string, unknown>, now = NOW): string => {
    try {
      director.decide(actor, kind, data, now);
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
    return "done";
  };

  test("a wall that nobody has sent anywhere shows its own situation and the province", () => {
    expect(state("main")).toEqual({ wall: "main", scene: "overview", focus: { situation: "storm", region: "44" }, depth: 0, mode: "routine", theme: "graphite", parts: [], strokes: [] });
    expect(state("nowhere")).toBeUndefined();
    expect(refused(commander, "wall.back", { wall: "main" })).toBe("guard");
  });

  test("what is sent to the wall is on top, and back leads the same way back", () => {
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
    does(commander, "wall.focus", { wall: "main", incident: "inc-1" });
    expect(state("main")!.focus).toEqual({ situation: "storm", region: "4401", incident: "inc-1" });
    expect(refused(commander, "wall.focus", { wall: "main", situation: "live", incident: "inc-1" })).toBe("not_found");
    expect(refused(as("chief", "4408"), "wall.focus", { wall: "main", incident: "inc-1" })).toBe("not_found");
  });

  test("a city sends its own region, never another's", () => {
    const city = as("officer", "4401");
    does(commander, "wall.focus", { wall: "city", region: "44" });
    does(city, "wall.focus", { wall: "city", topic: "water" });
    expect(state("city")!.focus).toMatchObject({ region: "4401" });
    expect(refused(city, "wall.focus", { wall: "city", region: "4408" })).toBe("not_found");
    expect(refused(city, "wall.focus", { wall: "city", region: "44" })).toBe("not_found");
  });

  test("a city directs its own wall, and the province's is not there for it; the province directs both", () => {
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
    for (const data of [{ wall: "nowhere" }, { wall: "main", situation: "gone" }, { wall: "main", region: "990000" }, { wall: "main", topic: "ufo" }, { wall: "main", incident: "inc-9" }])
      expect(refused(commander, "wall.focus", data)).toBe("not_found");
    expect(refused(commander, "wall.scene", { wall: "main", scene: "nonsense" })).toBe("not_found");
    expect(refused(commander, "wall.focus", { wall: "main", at: "yesterday, 2015-10-04" })).toBe("bad_time");
    expect(refused(commander, "wall.focus", { wall: "main", at: "2015-10-04T16:00:01+08:00" })).toBe("bad_time");
    expect(refused(commander, "wall.focus", { wall: "main", zoom: 3 })).toBe("bad_request");
    expect(refused(commander, "wall.melt", { wall: "main" })).toBe("bad_request");
  });

  test("a moment that a situation does not have is refused with its span; live speaks of the last year", () => {
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
    for (const role of ["unit", "device", "auditor", "source", "sysAdmin"] as const) expect(refused(as(role, "44"), "wall.focus", { wall: "main" })).toBe("no_right");
    for (const role of ["officer", "chief", "commander"] as const) expect(refused(as(role, "44"), "wall.focus", { wall: "main" })).toBe("done");
  });

  test("a wall sent to another family of record shows that family's scene, until somebody chooses one", () => {
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
    does(commander, "wall.scene", { wall: "main", scene: "storm" });
    does(commander, "wall.focus", { wall: "main", region: "4401" });
    does(commander, "wall.back", { wall: "main" });
    expect(state("main")!.scene).toBe("storm");
  });

  test("drilling down and back restores each picture whole: place, scene and what was taken", () => {
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
      does(commander, "wall.mode", { wall: "main", mode: "emergency" });
      does(commander, "wall.focus", { wall: "main", region: "4408" });
      does(commander, "wall.mode", { wall: "main", mode: "routine" });
      does(commander, "wall.mode", { wall: "main", mode: "emergency" });
      expect(state("main")).toMatchObject({ focus: { region: "44" }, depth: 0 });
      expect(refused(commander, "wall.mode", { wall: "main", mode: "emergency" })).toBe("guard");
    });
  });

  describe("presets", () => {
    test("one is put up as a look of its own, and back returns to what stood before", () => {
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
      for (const kind of ["preset.save", "wall.savePreset"]) expect(refused(commander, kind, { wall: "main", preset: "water" })).toBe("bad_request");
      expect(refused(commander, "wall.preset", { wall: "main", preset: "water", scene: "storm" })).toBe("bad_request");
      expect(refused(commander, "wall.preset", { wall: "main", preset: "nonsense" })).toBe("not_found");
      expect(() => director.decide(commander, "wall.preset", { wall: "main", preset: "broken" }, NOW)).toThrow("It does not stand there.");
    });
    test("they rotate by the server's clock alone: whoever starts anew finds the same turn", () => {
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
      const at = (time: string) => Date.parse(`2026-11-25T${time}+08:00`);
      expect(["07:59:59", "08:00:00", "18:29:59", "18:30:00"].map((time) => state("daily", at(time))!.preset)).toEqual(["night", "day", "day", "night"]);
      expect([director.turnsAt(daily, at("09:00:00")), director.turnsAt(daily, at("20:00:00"))]).toEqual([at("18:30:00"), at("08:00:00") + 24 * 3_600_000]);
      does(commander, "wall.focus", { wall: "daily", region: "4408" });
      expect(state("daily", at("20:00:00"))).toMatchObject({ focus: { region: "4408" } });
      expect(state("daily", at("20:00:00"))!.preset).toBeUndefined();
    });
  });

  describe("a display is taken", () => {
    test("it looks elsewhere while the rest stands, and is given back", () => {
      does(commander, "wall.take", { wall: "main", area: [2, 3], situation: "live", region: "4401", scene: "overview" });
      does(commander, "wall.take", { wall: "main", area: [1], situation: "drill-1" });
      expect(state("main")).toMatchObject({ focus: { situation: "storm" }, parts: [{ area: [2, 3], scene: "overview", focus: { situation: "live", region: "4401" } }, { area: [1], scene: "epidemic" }] });
      does(commander, "wall.give", { wall: "main", area: [3, 2] });
      expect(state("main")!.parts.map(({ area }) => area)).toEqual([[1]]);
      expect(refused(commander, "wall.give", { wall: "main", area: [2] })).toBe("guard");
    });
    test("who takes the same glass takes it from who had it; halves too", () => {
      does(commander, "wall.take", { wall: "main", area: [1, 2] });
      does(commander, "wall.take", { wall: "main", area: [2], region: "4401" });
      expect(state("main")!.parts).toMatchObject([{ area: [2] }]);
      does(commander, "wall.take", { wall: "main", area: "left", situation: "live" });
      does(commander, "wall.take", { wall: "main", area: "right", region: "4408" });
      expect(state("main")!.parts.map(({ area }) => area)).toEqual(["left", "right"]);
    });
    test("what goes back for it is answered and written down; what lies beside it stays", () => {
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
      does(commander, "wall.take", { wall: "main", area: [3] });
      director.apply({ ...entries.at(-1)!, seq: ++seq, body: { wall: "main", part: { area: "left", scene: "overview", focus: { situation: "live", region: "44" } } } });
      expect(state("main")!.parts.map(({ area }) => area)).toEqual(["left"]);
    });
    test("glass that is not there, or all of it, or what does not stand there, is refused", () => {
      expect(refused(commander, "wall.take", { wall: "main", area: [4] })).toBe("not_found");
      expect(refused(commander, "wall.take", { wall: "main", area: [1, 2, 3] })).toBe("guard");
      expect(refused(commander, "wall.take", { wall: "main", area: [] })).toBe("bad_request");
      expect(refused(as("commander", "4408"), "wall.take", { wall: "main", area: [1] })).toBe("not_found");
      expect(refused(commander, "wall.take", { wall: "main", area: [1], region: "990000" })).toBe("not_found");
    });
    test("a piece on a drill that has ended falls back to the rest", () => {
      does(commander, "wall.take", { wall: "main", area: [2], situation: "drill-1" });
      situations.delete("drill-1");
      expect(state("main")!.parts).toEqual([]);
    });
  });

  describe("the lock", () => {
    const chief = as("chief", "44");
    test("keeps others from directing the wall until it runs out, and says who holds it", () => {
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
      does(chief, "wall.lock", { wall: "main", locked: true });
      expect(refused(as("officer", "44"), "wall.lock", { wall: "main", locked: true })).toBe("guard");
      expect(refused(as("officer", "44"), "wall.mode", { wall: "main", mode: "emergency" })).toBe("done");
      does(commander, "wall.lock", { wall: "main", locked: true });
      expect(refused(chief, "wall.scene", { wall: "main", scene: "storm" })).toBe("guard");
      does(commander, "wall.lock", { wall: "main", locked: false });
      expect(refused(chief, "wall.lock", { wall: "main", locked: false })).toBe("guard");
    });
  });

  test("strokes lie on the land, tell who drew them, and go one by one or all at once", () => {
    does(commander, "wall.annotate", { wall: "main", points: [[110.4, 21.2], [111, 21.5]] });
    does(as("chief", "44"), "wall.annotate", { wall: "main", points: [[113, 23], [114, 23]] });
    const [first, second] = state("main")!.strokes;
    expect([first, second!.by]).toEqual([{ id: expect.any(String), by: "commander@44", situation: "storm", points: [[110.4, 21.2], [111, 21.5]] }, "chief@44"]);
    does(commander, "wall.clear", { wall: "main", stroke: first!.id });
    expect(state("main")!.strokes).toEqual([second]);
    does(commander, "wall.clear", { wall: "main" });
    expect(refused(commander, "wall.clear", { wall: "main" })).toBe("guard");
    expect(refused(commander, "wall.annotate", { wall: "main", points: [[110, 21]] })).toBe("bad_request");
    expect(refused(commander, "wall.annotate", { wall: "main", points: [[200, 21], [110, 21]] })).toBe("bad_request");
  });

  test("a stroke is of the world that the wall looks at, or of that of glass that was taken; one that no display shows is refused with what helps", () => {
    const points = [[110.4, 21.2], [111, 21.5]];
    expect(() => director.decide(commander, "wall.annotate", { wall: "main", situation: "live", points }, NOW)).toThrow(expect.objectContaining({ code: "guard", details: { state: "elsewhere", legal: ["wall.focus", "wall.take"], shows: ["storm"] } }));
    expect(refused(commander, "wall.annotate", { wall: "main", situation: "never", points })).toBe("not_found");
    does(commander, "wall.take", { wall: "main", area: [3], situation: "live" });
    does(commander, "wall.annotate", { wall: "main", situation: "live", points });
    does(commander, "wall.annotate", { wall: "main", points });
    const { strokes } = state("main")!;
    expect(strokes.map(({ situation }) => situation)).toEqual(["live", "storm"]);
    expect([strokesIn(strokes, "live"), strokesIn(strokes, "storm"), strokesIn(strokes, "drill-1")]).toEqual([[strokes[0]], [strokes[1]], []]);
    const { situation: _, ...before } = strokes[0]!;
    expect(strokesIn([before], "storm")).toEqual([before]);
  });

  test("a stroke keeps its points to about a metre", () => {
    does(commander, "wall.annotate", { wall: "main", points: [[110.412345678, 21.200056], [-0.000004, 21.5]] });
    expect(state("main")!.strokes[0]!.points).toEqual([[110.41235, 21.20006], [0, 21.5]]);
  });

  test("a wall carries 4,000 points; the stroke that goes beyond is refused with what makes room, and clearing does", () => {
    const line = (length: number) => Array.from({ length }, (_, i) => [110 + i / 1000, 21]);
    const annotate = (length: number, on = "main") => ["wall.annotate", { wall: on, points: line(length) }] as const;
    for (let i = 0; i < 8; i++) does(commander, ...annotate(i < 7 ? 500 : 450));
    expect(() => director.decide(commander, ...annotate(51), NOW)).toThrow(expect.objectContaining({
      code: "guard", message: expect.stringMatching(/3950 points.*51.*4000.*wall\.clear/), details: { state: "full", legal: ["wall.clear"], points: 3_950, most: 4_000 },
    }));
    does(commander, ...annotate(50));
    expect(refused(commander, ...annotate(2))).toBe("guard");
    expect(refused(commander, ...annotate(500, "live"))).toBe("done");
    does(commander, "wall.clear", { wall: "main", stroke: state("main")!.strokes[0]!.id });
    does(commander, ...annotate(500));
    expect(JSON.stringify(state("main")!.strokes).length).toBeLessThan(100_000);
  });

  test("of more than 200 strokes the oldest goes, and its points with it", () => {
    for (let i = 0; i < 210; i++) does(commander, "wall.annotate", { wall: "main", points: Array.from({ length: 20 }, (_, k) => [110 + k / 100, 21]) });
    expect(state("main")!.strokes).toHaveLength(200);
  });

  test("a theme is the wall's, in every mode", () => {
    does(commander, "wall.theme", { wall: "main", theme: "ember" });
    does(commander, "wall.mode", { wall: "main", mode: "emergency" });
    expect(state("main")!.theme).toBe("ember");
    expect(refused(commander, "wall.theme", { wall: "main", theme: "pink" })).toBe("not_found");
  });

  test("a topic's points lie over the map of whatever scene stands, drill along with the wall, and go back with it", () => {
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
    expect(refused(commander, "wall.layer", { wall: "main" })).toBe("guard");
    expect(refused(commander, "wall.layer", { wall: "main", topic: "nothing" })).toBe("not_found");
    expect(refused(commander, "wall.layer", { wall: "main", topic: "bare" })).toBe("guard");
  });

  test("a wall is never left on a drill that has ended", () => {
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
        expect([again.state("live", NOW), again.revision("live")]).toEqual([state("live"), director.revision("live")]);
      }),
      { numRuns: 60 },
    );
  });
});
