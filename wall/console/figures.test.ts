import { expect, test } from "vitest";
import type { Cell } from "../../model/sample.ts";
import type { IndicatorView, RegionView } from "../kit/reads.ts";
import type { Reader } from "../kit/select.ts";
import { figuresFor, keyFigures, type Figure } from "./figures.ts";

const ZERO = { zh: "圈内", en: "inside" };
const figure = (id: string, value: number | null, more: { zero?: typeof ZERO; state?: Cell["state"] } = {}): Figure => ({
  measured: { id, title: { zh: id, en: id }, unit: "", decimals: 0, leaf: "town", rollup: "max", cadence: 60_000, class: "open", ...(more.zero && { zero: more.zero }) } as unknown as IndicatorView,
  cell: { place: "440882", value, observedAt: more.state === "never" ? null : 0, state: more.state ?? "fresh", quality: "estimated", coverage: { have: 1, of: 1, level: "town" }, tick: 1 },
});
const ids = (figures: readonly Figure[]) => figures.map(({ measured }) => measured.id);

test("four at most, in their order", () => {
  expect(ids(keyFigures(["a", "b", "c", "d", "e"].map((id) => figure(id, 1))))).toEqual(["a", "b", "c", "d"]);
});
test("a number stands before a word: what has arrived makes room for what has not, and for how many it meets", () => {
  const inside = [figure("circle", 7), figure("distance", 123), figure("r7", 0, { zero: ZERO }), figure("r10", 0.65), figure("people7", 1_427_664), figure("people10", 0)];
  expect(ids(keyFigures(inside))).toEqual(["circle", "distance", "r10", "people7"]);
});
test("the leading one stays even when it says a word", () => {
  const far = [figure("circle", 0, { zero: ZERO }), figure("distance", 990), figure("r7", 24), figure("r10", 30), figure("people7", 0)];
  expect(ids(keyFigures(far))).toEqual(["circle", "distance", "r7", "r10"]);
});
test("a word fills what numbers leave", () => {
  const outside = [figure("circle", 0, { zero: ZERO }), figure("distance", 637), figure("r7", null)];
  expect(ids(keyFigures(outside))).toEqual(["circle", "distance", "r7"]);
});
test("what was never reported, or is not counted here, has no dash", () => {
  expect(keyFigures([figure("a", null, { state: "never" }), { ...figure("b", 1), cell: undefined }])).toEqual([]);
});
test("what was reported and is lost stays, with what is true of it", () => {
  expect(ids(keyFigures([figure("a", null, { state: "down" })]))).toEqual(["a"]);
});

test("a number that is not counted at a village is told as its town's, and one that no place of the seat counts has none", () => {
  const [village, town] = [{ code: "440882115212", level: "village", parent: "440882115" }, { code: "440882115", level: "town", parent: "440882" }] as unknown as RegionView[];
  const cell = figure("a", 7).cell!;
  const asked: string[] = [];
  const reader = { cells: (id: string, region: string, level: string) => (asked.push(`${id} ${region} ${level}`), { status: "ready", cells: new Map([["440882115", cell]]) }) } as unknown as Reader;
  const [own, none] = [figure("a", 7).measured, { ...figure("b", 7).measured, leaf: "county" as const }];
  const [first, second] = figuresFor(reader, [own, none], [village!, town!], "440882115");
  expect([first!.of, first!.cell, second!.of, second!.cell]).toEqual([town, cell, undefined, undefined]);
  expect(asked).toEqual(["a 440882115 town"]);
});
