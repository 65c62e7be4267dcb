import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openRoom, type RoomFile } from "../model/room.ts";
import type { Surface, Wall } from "../model/wall.ts";
import { columnsOf } from "./cells.ts";
import { sizeOf } from "../wall/marks/kinds.ts";
import { MOST_PANELS, type Placed, type Scene } from "./scene.ts";
import { findScene, findWall, SCENES, scenesOn, WALLS } from "./shelf.ts";
import { DoesNotFit } from "./desk.ts";
import { typeset } from "./typeset.ts";

/** VISUAL §4: half a gutter on each side of a bezel. */
const CLEAR_U = 1.5;

/** What is wrong with a scene set in a room; nothing, one hopes. */
function faults(scene: Scene, wall: Wall, placed: readonly Placed[]): string[] {
  const out: string[] = [];
  for (const surface of wall.surfaces) {
    const here = placed.filter((p) => p.surface === surface.id);
    const words = here.filter((p) => !p.bleeds);
    for (const p of words) {
      const home = surface.displays.find((d) => inside(p, onPlane(d)));
      // Blended screens draw their common edge both; there is no bezel between them.
      if (isBlended(surface)) {
        if (!isOnGlass(p, surface)) out.push(`${p.slot} lies on no screen`);
      } else if (!home) out.push(`${p.slot} lies on no one screen`);
      else if (p.x - home.xPx < CLEAR_U * p.u - 0.5 || home.xPx + home.widthPx - p.x - p.width < CLEAR_U * p.u - 0.5) out.push(`${p.slot} comes too near to a bezel`);
    }
    for (const p of here) {
      const [width, height] = sizeOf(p.panel)!;
      // A stretch of the spine may be short: the whole line is the panel.
      if (p.panel !== "spine" && (p.width / p.u < width - 0.05 || p.height / p.u < height - 0.05)) out.push(`${p.slot} is ${p.width / p.u} × ${p.height / p.u} u, needs ${width} × ${height}`);
    }
    for (const [i, a] of here.entries()) for (const b of here.slice(i + 1)) if (atOnce(a, b) && overlap(a, b) && !leavesRoom(a, b) && !standsFor(a, b)) out.push(`${a.slot} and ${b.slot} lie over each other`);
    for (const p of here) if (p.pages !== undefined && !here.some((q) => q.pages === p.pages && q.page === 0)) out.push(`${p.slot} takes turns with nobody`);
    if (surface.part === "whole") out.push(...missing(scene, here));
    out.push(...untold(surface, here));
  }
  return out;
}
/** One of the two is seen: a stand-in has the very place of its panel, and its turn. */
const standsFor = (a: Placed, b: Placed): boolean => b.insteadOf === a.slot && a.page === b.page && inside(a, b) && inside(b, a);
/** A focus may lie behind a tag that it was told of: its own words keep off it. */
const leavesRoom = (a: Placed, b: Placed): boolean =>
  a.slot === "focus" && b.panel === "response-line" && ((a.config["tags"] ?? []) as readonly Box[]).some((tag) => tag.x === b.x - a.x && tag.y === b.y - a.y && tag.width === b.width && tag.height === b.height);
/** Screens below the strip that do not say the level once, though between strip and line of time they have the room. */
function untold(surface: Surface, here: readonly Placed[]): string[] {
  const lines = here.filter((p) => p.panel === "response-line");
  const [widthU, heightU] = sizeOf("response-line")!;
  const [wide, high] = [widthU * surface.u, heightU * surface.u];
  const [under, over] = [Math.max(...here.filter((p) => ["banner", "headline", "clock"].includes(p.panel)).map((p) => p.y + p.height)), surface.heightPx - 6.5 * surface.u];
  const columns = columnsOf(surface);
  return columns.flat().flatMap((screen): string[] => {
    const isLower = columns.some((column) => column.indexOf(screen) > 0);
    const told = lines.filter((line) => inside(line, screen)).length;
    const hasRoom = screen.width >= wide + 4 * surface.u && Math.min(over, screen.y + screen.height) - Math.max(under, screen.y) >= high + 2 * surface.u;
    return told > 1 || (!isLower && told > 0) || (isLower && hasRoom && told === 0) ? [`the screen at ${screen.x}, ${screen.y} tells the level ${told} times`] : [];
  });
}
const missing = ({ strip, focal, context, action }: Scene, here: readonly Placed[]): string[] =>
  [...strip, focal, ...context, ...action, { panel: "spine" }].filter((item) => !("optional" in item && item.optional) && !here.some((p) => p.panel === item.panel)).map((item) => `${item.panel} stands nowhere`);
const isBlended = ({ displays }: Surface): boolean => displays.some((a) => displays.some((b) => a !== b && overlap(onPlane(a), onPlane(b))));
/** Every point of a rectangle lies on some screen. */
const isOnGlass = (p: Box, { displays }: Surface): boolean =>
  Array.from({ length: 400 }, (_, i): Box => ({ x: p.x + ((i % 20) + 0.5) * (p.width / 20), y: p.y + (Math.floor(i / 20) + 0.5) * (p.height / 20), width: 0, height: 0 })).every((point) => displays.some((d) => inside(point, onPlane(d))));
const onPlane = (d: Surface["displays"][number]): Box => ({ x: d.xPx, y: d.yPx, width: d.widthPx, height: d.heightPx });
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const inside = (a: Box, b: Box): boolean => a.x >= b.x - 0.5 && a.y >= b.y - 0.5 && a.x + a.width <= b.x + b.width + 0.5 && a.y + a.height <= b.y + b.height + 0.5;
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5 && a.y < b.y + b.height - 0.5 && b.y < a.y + a.height - 0.5;
const atOnce = (a: Placed, b: Placed): boolean => a.page === undefined || b.page === undefined || a.page === b.page;

const every = [...WALLS.values()].flatMap((wall) => [...SCENES.values()].map((scene) => [scene.id, wall.id, scene, wall] as const));

describe("every scene in every room", () => {
  test.each(every)("scene %s stands in room %s, readable and clear of bezels", (_, __, scene, wall) => {
    expect(faults(scene, wall, typeset(scene, wall, sizeOf))).toEqual([]);
  });
  test.each([...SCENES.values()].map((s) => [s.id, s] as const))("scene %s has at most nine panels beside strip and spine", (_, scene) => {
    expect(1 + scene.context.length + scene.action.length).toBeLessThanOrEqual(MOST_PANELS);
  });
  test("seven rooms are on the shelf beside main and live", () => {
    expect([...WALLS.keys()].sort()).toEqual(["laptop", "lcd-4x2", "lcd-4x4", "led-5760", "led-6656", "led-7680", "live", "main", "three-uhd", "totem", "wall-side"]);
  });
  test("a wall is offered the scenes that stand in its room, its own first", () => {
    expect(scenesOn(findWall("main"), sizeOf)[0]).toBe("storm");
    expect(() => scenesOn({ ...findWall("live"), scene: "none" }, sizeOf)).toThrow(/There is no scene "none"; there are/);
  });
});

describe("the response level", () => {
  test.each(every)("of scene %s is told on every screen of the strip of room %s, and on none twice", (_, __, scene, wall) => {
    const placed = typeset(scene, wall, sizeOf);
    for (const surface of wall.surfaces) {
      const top = surface.displays.filter((d) => d.yPx === 0 && !isBlended(surface));
      for (const screen of top) {
        const here = placed.filter((p) => p.surface === surface.id && overlap(p, onPlane(screen)) && (["banner", "response-tag"].includes(p.panel) || (p.panel === "headline" && p.config["response"] === true)));
        expect(here.map(({ panel }) => panel), `screen ${screen.n}`).toHaveLength(1);
      }
    }
  });
});

describe("screens below the strip", () => {
  test("tell the level on the map's own ground, or above their panels, at the same height on each", () => {
    const placed = typeset(findScene("storm"), findWall("lcd-4x2"), sizeOf);
    const lines = placed.filter((p) => p.panel === "response-line");
    const lower = findWall("lcd-4x2").displays.filter(({ yPx }) => yPx > 0);
    expect(lower.map((d) => lines.filter((line) => inside(line, onPlane(d))).map((line) => [(line.x - d.xPx) / line.u, (line.y - d.yPx) / line.u]))).toEqual(lower.map(() => [[2, 0.625]]));
    const focus = placed.find((p) => p.slot === "focus")!;
    expect(focus.config["tags"]).toEqual(lines.filter((line) => overlap(line, focus)).map(({ x, y, width, height }) => ({ x: x - focus.x, y: y - focus.y, width, height })));
    expect(focus.config["tags"]).toHaveLength(2);
    // In every turn.
    expect(lines.every(({ page }) => page === undefined)).toBe(true);
  });
  test("are on no wall of one row, and nothing of such a wall moves for them", () => {
    const mute = (panel: string) => (panel === "response-line" ? undefined : sizeOf(panel));
    for (const wall of [...WALLS.values()].filter(({ surfaces }) => surfaces.every((s) => columnsOf(s).every((column) => column.length === 1))))
      for (const scene of SCENES.values()) expect(typeset(scene, wall, sizeOf), wall.id).toEqual(typeset(scene, wall, mute));
  });
});

describe("a scene is set anew, not stretched", () => {
  const onScreens = (wall: string, scene: string) => typeset(findScene(scene), findWall(wall), sizeOf);
  const at = (placed: readonly Placed[], panel: string): number[] => [placed.find((p) => p.panel === panel)!].flatMap((p) => [p.x, p.y, p.width, p.height].map((px) => px / p.u));

  test("three screens are three bays, and twice the pixels at the same distance are the same picture", () => {
    const [small, large] = [onScreens("main", "storm"), onScreens("three-uhd", "storm")];
    expect(at(small, "alerts")).toEqual([162, 5.5, 37, 32.5]);
    for (const p of small.filter((q) => q.surface === "front" && !q.bleeds)) expect(at(large, p.panel).slice(1), p.slot).toEqual(at(small, p.panel).slice(1));
    expect(large.every((p) => p.u === 48)).toBe(true);
  });
  test("one screen as wide as three is cut into thirds", () => {
    const placed = onScreens("led-5760", "storm");
    expect(at(placed, "storm-now")).toEqual([2, 5.5, 37.25, 20]);
    expect(placed.filter((p) => p.panel === "spine")).toHaveLength(1);
  });
  test("a column of a very high wall is no panel's alone but of one that asks for the share of two; what else is known of the hazard stands there too", () => {
    const placed = onScreens("led-7680", "storm");
    const alone = placed.filter((p) => /^[ac]\d/.test(p.slot) && !placed.some((q) => q !== p && q.x === p.x && /^[ac]\d/.test(q.slot)));
    expect(alone.map(({ panel }) => panel)).toEqual(["alerts"]);
    expect(placed.some(({ panel }) => panel === "ranking")).toBe(true);
    // Lower walls keep their columns.
    expect(new Set(onScreens("led-5760", "overview").filter((p) => /^c\d/.test(p.slot)).map(({ x }) => x)).size).toBe(2);
  });
  test("narrow glass has one side, and what does not stand there at once comes in turns, what is to be done first", () => {
    const side = onScreens("live", "storm").filter((p) => p.pages);
    expect(side[0]).toMatchObject({ panel: "alerts", page: 0 });
    expect(new Set(side.map((p) => p.page)).size).toBe(side[0]!.pages);
  });
  test("the live screen has alerts, orders and topics at once, alerts first and highest; what may be left out costs no turn", () => {
    const placed = onScreens("live", "overview");
    expect(placed.filter((p) => p.slot.startsWith("b")).map((p) => [p.panel, p.height / p.u])).toEqual([["alerts", 13.25], ["orders", 5], ["ledger", 11.75]]);
    expect(placed.some((p) => p.pages)).toBe(false);
  });
  test("where its side is wide the ledger stands across it, and what else is known stands below in columns", () => {
    const placed = onScreens("main", "overview");
    expect(at(placed, "ledger")).toEqual([2, 5.5, 76, 13.5]);
    expect([at(placed, "trends"), at(placed, "ranking")]).toEqual([[2, 20.25, 37, 17.75], [41, 20.25, 37, 17.75]]);
  });
  test("in peace the right bay has what was found, ordered and reported in one column, and how far the data can be trusted and the weather in the other", () => {
    for (const wall of ["main", "led-5760", "led-7680", "three-uhd"]) {
      const right = onScreens(wall, "overview").filter((p) => /^c\d/.test(p.slot));
      expect(right.map(({ panel }) => panel), wall).toEqual(["alerts", "orders", "incidents", "sources", "station-weather"]);
      expect(right.map(({ x }) => x === right[0]!.x), wall).toEqual([true, true, true, false, false]);
      expect(right.some((p) => p.pages), wall).toBe(false);
    }
  });
  test("what can fill only so much of a high column leaves the rest of it to those beside it; in a low column it shares as before", () => {
    const heightU = (wall: string, panel: string) => {
      const found = onScreens(wall, "overview").find((p) => p.panel === panel)!;
      return found.height / found.u;
    };
    const { mostU } = findScene("overview").action.find(({ panel }) => panel === "sources")!;
    for (const wall of ["led-7680", "led-6656"]) {
      expect(heightU(wall, "sources"), wall).toBeCloseTo(mostU!, 0);
      expect(heightU(wall, "station-weather"), wall).toBeGreaterThan(heightU(wall, "sources"));
    }
    expect(heightU("three-uhd", "sources")).toBeCloseTo(heightU("three-uhd", "station-weather"), 0);
  });
  test("on glass of one side a first panel that is wide elsewhere is a panel among others", () => {
    expect(at(onScreens("laptop", "overview"), "ledger")[2]).toBeLessThan(52);
  });
  test("a first panel that would cost the others a turn by standing across does not", () => {
    const scene = findScene("overview");
    const [ledger, weather, sources] = scene.context.map(({ panel }) => ({ panel }));
    const tall: Scene = { ...scene, context: [{ ...ledger!, wideU: 30 }, weather!, sources!] };
    const set = typeset(tall, findWall("main"), sizeOf);
    expect(at(set, "ledger")[2]).toBe(37);
    expect(set.some((p) => p.pages)).toBe(false);
  });
  test("where some screens are enough for the turns, what is to be done stays on the others, and no screen stands empty", () => {
    const placed = onScreens("lcd-4x2", "storm");
    expect(placed.filter((p) => ["alerts", "orders", "incidents"].includes(p.panel)).map((p) => p.pages)).toEqual([undefined, undefined, undefined]);
    expect(placed.filter((p) => p.pages).map((p) => [p.panel, p.page])).toEqual([["storm-now", 0], ["storm-exposure", 0], ["storm-intensity", 1], ["station-weather", 1]]);
  });
  test("the overview says which world it is wherever its strip has room for that, and gives no panel's place for it", () => {
    for (const wall of ["main", "led-5760", "led-7680", "three-uhd"]) expect([wall, onScreens(wall, "overview").some((p) => p.panel === "banner")]).toEqual([wall, true]);
    expect(onScreens("live", "overview").some((p) => p.panel === "banner")).toBe(false);
  });
  test("upright glass stands its panels below the focus", () => {
    const placed = onScreens("totem", "overview");
    const focus = placed.find((p) => p.slot === "focus")!;
    expect(placed.filter((p) => p.slot.startsWith("b")).every((p) => p.y >= focus.y + focus.height)).toBe(true);
  });
  test("a focus behind bezels is told where they are; it is drawn as if they were windows' bars", () => {
    const focus = onScreens("lcd-4x2", "storm").find((p) => p.slot === "focus")!;
    expect(focus.config.seams).toEqual([
      { x: 1920, y: 0, width: 6, height: focus.height },
      { x: 3846, y: 0, width: 5, height: focus.height },
      { x: 0, y: 1080 - focus.y, width: focus.width, height: 6 },
    ]);
  });
  test("what stands in the place of another has its very place; where it could not be read there, it is left out and nothing moves", () => {
    const standing = (panel: string, wall = "led-5760") => {
      const scene = findScene("meteorology");
      const [first, ...others] = scene.context;
      return typeset({ ...scene, context: [{ ...first!, instead: { panel } }, ...others] }, findWall(wall), sizeOf);
    };
    const place = ({ x, y, width, height }: Placed) => [x, y, width, height];
    const set = standing("ranking");
    const [own, standIn] = [set.find((p) => p.panel === "storm-now")!, set.find((p) => p.insteadOf !== undefined)!];
    expect([standIn.panel, standIn.insteadOf, place(standIn)]).toEqual(["ranking", own.slot, place(own)]);
    const without = standing("profile");
    expect(without.some((p) => p.insteadOf !== undefined)).toBe(false);
    expect(without.map(place)).toEqual(set.filter((p) => p.insteadOf === undefined).map(place));
  });
  test("a side screen has the clock and what stands beside the focus", () => {
    const side = onScreens("wall-side", "storm").filter((p) => p.surface === "side");
    expect(side.some((p) => p.panel === "map")).toBe(false);
    expect(side.some((p) => p.panel === "clock")).toBe(true);
    expect(side.filter((p) => p.pages).map((p) => p.panel)).toContain("storm-exposure");
  });
  test("time runs through all screens: what a bezel hides is lost, not shifted", () => {
    const parts = onScreens("lcd-4x2", "storm").filter((p) => p.panel === "spine");
    const perPx = parts.map(({ config, width }) => ((config.toH as number) - (config.fromH as number)) / width);
    for (const rate of perPx) expect(rate).toBeCloseTo(perPx[0]!, 9);
    expect([parts[0]!.config.fromH, parts.at(-1)!.config.toH]).toEqual([-15, 27]);
    expect((parts[1]!.config.fromH as number) - (parts[0]!.config.toH as number)).toBeCloseTo(6 * perPx[0]!, 9);
  });
});

describe("random rooms", () => {
  const pitch = fc.double({ min: 0.2, max: 2.5, noNaN: true });
  const surface = fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 6 }), widthPx: fc.integer({ min: 800, max: 8000 }), heightPx: fc.integer({ min: 600, max: 4500 }), pitch, bezelPx: fc.integer({ min: -60, max: 40 }), distance: fc.double({ min: 0.5, max: 20, noNaN: true }) });
  const roomOf = (s: { rows: number; columns: number; widthPx: number; heightPx: number; pitch: number; bezelPx: number; distance: number }): Wall => {
    const file: RoomFile = {
      id: "random", title: { zh: "室", en: "room" }, region: "44", situation: "live", scene: "overview", frontRowM: s.distance, backRowM: s.distance,
      surfaces: [{ id: "front", matrix: { rows: s.rows, columns: s.columns, glass: { widthPx: s.widthPx, heightPx: s.heightPx, widthM: (s.widthPx * s.pitch) / 1000, heightM: (s.heightPx * s.pitch) / 1000 }, bezelM: { x: (s.bezelPx * s.pitch) / 1000, y: (s.bezelPx * s.pitch) / 1000 } } }],
    };
    return openRoom(file);
  };
  let stood = 0;
  test("a scene either stands without a fault or is refused with what to do", () => {
    fc.assert(
      fc.property(surface, fc.constantFrom(...SCENES.values()), (s, scene) => {
        const wall = roomOf(s);
        try {
          const placed = typeset(scene, wall, sizeOf);
          stood++;
          expect(faults(scene, wall, placed)).toEqual([]);
          for (const p of placed) expect(Number.isFinite(p.x + p.y + p.width + p.height)).toBe(true);
        } catch (error) {
          if (!(error instanceof DoesNotFit)) throw error;
          expect(error.message).toMatch(/Scene "\w+" does not stand in room "random".*u.*(Take|seat|choose)/);
        }
      }),
      { numRuns: 400 },
    );
    // A generator of rooms in which nothing ever stands would prove nothing.
    expect(stood).toBeGreaterThan(40);
  });
  test("a room further back never shows more at once", () => {
    const shown = (placed: readonly Placed[]): number => placed.filter((p) => !p.page).length;
    const led = (distance: number): Wall => roomOf({ rows: 1, columns: 1, widthPx: 5760, heightPx: 1620, pitch: 1.25, bezelPx: 0, distance });
    const [near, far] = [typeset(findScene("storm"), led(5), sizeOf), typeset(findScene("storm"), led(9.5), sizeOf)];
    expect(shown(far)).toBeLessThan(shown(near));
  });
});

describe("what does not fit is refused by name", () => {
  const live: Surface = findWall("live").surfaces[0]!;
  const scene = findScene("overview");
  test("a back row too far off", () => {
    const far = { ...findWall("live"), surfaces: [{ ...live, u: 48, backRowM: 6 }] };
    expect(() => typeset(scene, far, sizeOf)).toThrow(/Scene "overview" does not stand in room "live".*40\.0 × 22\.5 u.*back row at 6 m.*"headline" of the strip needs 42 u/);
  });
  test("a kind that is not there", () => {
    expect(() => typeset({ ...scene, action: [{ panel: "gauge" }] }, findWall("live"), sizeOf)).toThrow(/no panel of the kind "gauge"/);
  });
  test("a focus without room", () => {
    const flat = { ...findWall("live"), surfaces: [{ ...live, heightPx: 800, displays: live.displays.map((d) => ({ ...d, heightPx: 800 })) }] };
    expect(() => typeset(scene, flat, sizeOf)).toThrow(/the focus "map" needs 44 × 28 u/);
  });
});
