import { expect, test } from "vitest";
import { HOUR, parseTime } from "../../model/time.ts";
import { sparkMarks, type Trace } from "./spark.ts";

const now = parseTime("2015-10-04T14:00:00+08:00")!;
const room = { x: 100, y: 10, width: 120, height: 50, u: 24 };
const trace = (...points: Trace["points"]): Trace => ({ points, from: now - 24 * HOUR, to: now, gapMs: 1.5 * HOUR });
const drawn = (...points: Trace["points"]): string[] => sparkMarks(trace(...points), room).map((m) => (m.kind === "line" ? `${m.stroke} ${m.points.length}${m.dash ? " dashed" : ""}` : m.kind === "circle" ? `point ${m.fill as string}` : m.kind));

test("a known gap and a long silence are gaps in the line, never bridged", () => {
  expect(drawn([now - 6 * HOUR, 1, false], [now - 5 * HOUR, 2, false], [now - 4 * HOUR, null, false], [now - 3.5 * HOUR, 2, false], [now - 3 * HOUR, 3, false], [now - HOUR, 3, false], [now, 4, false])).toEqual(["obs 2", "obs 2", "obs 2", "point t1"]);
});
test("one value alone between two gaps is a point", () => {
  expect(drawn([now - 6 * HOUR, 1, false], [now - 3 * HOUR, 2, false], [now - HOUR, 2, false], [now, 2, false])).toEqual(["point obs", "point obs", "obs 2", "point t1"]);
});
test("what was not observed is dashed in wisteria, its last point too", () => {
  expect(drawn([now - 3 * HOUR, 1, false], [now - 2 * HOUR, 2, false], [now - HOUR, 3, true], [now, 4, true])).toEqual(["obs 2", "w1 3 dashed", "point w1"]);
});
test("what rises climbs to the top at the right edge, and what never moved runs through the middle", () => {
  const [line] = sparkMarks(trace([now - HOUR, 1, false], [now, 2, false]), room);
  const points = line!.kind === "line" ? line!.points : [];
  expect(points[1]![1]).toBeLessThan(points[0]![1]);
  expect(points.every(([x, y]) => x >= room.x && x <= room.x + room.width && y >= room.y && y <= room.y + room.height)).toBe(true);
  const [flat] = sparkMarks(trace([now - HOUR, 5, false], [now, 5, false]), room);
  expect(flat!.kind === "line" ? flat!.points.map(([, y]) => y) : []).toEqual([35, 35]);
});
test("nothing known, nothing drawn; what is older than the window is no part of it", () => {
  expect(drawn()).toEqual([]);
  expect(drawn([now - HOUR, null, false])).toEqual([]);
  expect(drawn([now - 25 * HOUR, 7, false])).toEqual([]);
});
