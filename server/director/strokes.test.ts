import { expect, test } from "vitest";
import { strokesIn } from "../../model/wall.ts";
import { as, commander, directedWalls, NOW } from "../../tests/fixtures/directed-walls.ts";

test("strokes lie on the land, tell who drew them, and go one by one or all at once", () => {
  const { does, refused, state } = directedWalls();
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
  const { director, does, refused, state } = directedWalls();
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
  const { does, state } = directedWalls();
  does(commander, "wall.annotate", { wall: "main", points: [[110.412345678, 21.200056], [-0.000004, 21.5]] });
  expect(state("main")!.strokes[0]!.points).toEqual([[110.41235, 21.20006], [0, 21.5]]);
});

test("a wall carries 4,000 points; the stroke that goes beyond is refused with what makes room, and clearing does", () => {
  const { director, does, refused, state } = directedWalls();
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
  const { does, state } = directedWalls();
  for (let i = 0; i < 210; i++) does(commander, "wall.annotate", { wall: "main", points: Array.from({ length: 20 }, (_, k) => [110 + k / 100, 21]) });
  expect(state("main")!.strokes).toHaveLength(200);
});
