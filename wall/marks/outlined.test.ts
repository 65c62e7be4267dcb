import { expect, test } from "vitest";
import { plain } from "./badge.ts";
import type { Mark } from "./mark.ts";
import { outlined } from "./outlined.ts";

const badge = (severity: 1 | 2 | 3 | 4, look: "filled" | "hollow"): Mark => plain([{ kind: "badge", cx: 20, cy: 20, heightPx: 30, severity, look }])[0]!;
const edges = (marks: readonly Mark[]): unknown[] => outlined(marks, 48).map((mark) => ("stroke" in mark ? [mark.stroke, mark.widthPx] : null));

test("on a light ground filled orange and yellow have an edge in the ink of words, as wide as the display asks; red, blue and what is hollow keep theirs", () => {
  expect(edges([badge(2, "filled"), badge(3, "filled")])).toEqual([["t1", 3], ["t1", 3]]);
  expect(edges([badge(1, "filled"), badge(4, "filled")])).toEqual([null, null]);
  expect(outlined([badge(3, "hollow")], 48)).toEqual([badge(3, "hollow")]);
});
test("a level's texture on land has none: its zone has a line already; inside a clip it is looked for as well", () => {
  expect(edges([{ kind: "rect", x: 0, y: 0, width: 9, height: 9, fill: "yellow.fill", texture: "sparse" }])).toEqual([null]);
  expect(outlined([{ kind: "clip", x: 0, y: 0, width: 9, height: 9, marks: [badge(2, "filled")] }], 24)).toMatchObject([{ marks: [{ stroke: "t1" }] }]);
});
