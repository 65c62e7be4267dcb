import { describe, expect, test } from "vitest";
import type { Reading } from "../../model/sample.ts";
import { indicator, littleSites, littleTree } from "../../tests/fixtures/little-province.ts";
import { createSeries } from "./index.ts";

const series = () => createSeries({ regions: littleTree, sites: littleSites, indicators: [indicator("x", "sum", "village"), indicator("r", "ratio", "village")] });
const at = (observedAt: number, value: number, more: Partial<Reading> = {}): Reading => ({ indicator: "x", place: "440103001001", observedAt, receivedAt: 9, value, quality: "good", ...more });

describe("the series", () => {
  test("the newest observation stands, whenever it arrives", () => {
    const s = series();
    expect(s.append([at(2, 20), at(1, 10)])).toMatchObject({ changed: [{ value: 20 }], late: [{ value: 10, quality: "good" }], duplicates: 0 });
    const column = s.column("x")!;
    expect(column.regions.value[littleTree.indexOf("440103001001")]).toBe(20);
  });
  test("the same batch again changes nothing, also where newer samples have followed", () => {
    const s = series();
    const batch = [at(1, 10), at(2, 20), at(3, 30)];
    s.append(batch);
    s.takeDirty();
    expect(s.append(batch)).toMatchObject({ changed: [], late: [], duplicates: 3 });
    expect(s.takeDirty()).toEqual([]);
  });
  test("another value for the same time is a revision, of the present and of the past", () => {
    const s = series();
    s.append([at(1, 10), at(2, 20)]);
    expect(s.append([at(2, 21), at(1, 11)])).toMatchObject({ changed: [{ value: 21, quality: "revised" }], late: [{ value: 11, quality: "revised" }] });
    expect(s.append([at(2, 22, { quality: "estimated" })]).changed[0]!.quality).toBe("estimated");
  });
  test("the same ratio from other parts is a revision", () => {
    const s = series();
    s.append([at(1, 50, { indicator: "r", num: 1, den: 2 })]);
    expect(s.append([at(1, 50, { indicator: "r", num: 2, den: 4 })]).changed[0]!.quality).toBe("revised");
    expect(s.append([at(1, 50, { indicator: "r", num: 2, den: 4 })]).duplicates).toBe(1);
  });
  test("a column is allocated at the first sample, and what nobody knows is counted", () => {
    const s = series();
    expect(s.column("x")).toBeUndefined();
    expect(s.append([at(1, 1, { place: "nowhere" }), at(1, 1, { indicator: "nothing" }), at(1, Number.NaN)]).unknown).toBe(3);
    expect(s.append([at(1, 1, { place: "gauge-a" })]).changed).toHaveLength(1);
    expect([...s.columns()].map((c) => c.indicator.id)).toEqual(["x"]);
  });
  test("a column has room for the regions of its leaf level, and for deeper ones once one of them reports", () => {
    const s = createSeries({ regions: littleTree, sites: littleSites, indicators: [indicator("t", "sum", "town"), indicator("g", "mean", "site", { siteKind: "gauge" })] });
    s.append([at(1, 5, { indicator: "t", place: "440103001" }), at(1, 6, { indicator: "g", place: "gauge-a" })]);
    expect([s.column("t")!.regions.value.length, s.column("g")!.regions.value.length]).toEqual([littleTree.atLevel("town").to, 0]);
    expect(s.append([at(2, 7, { indicator: "t", place: "440103001001" })]).changed).toHaveLength(1);
    const { value } = s.column("t")!.regions;
    expect([value.length, value[littleTree.indexOf("440103001")], value[littleTree.indexOf("440103001001")]]).toEqual([littleTree.size, 5, 7]);
  });
  test("a statement that there is none stands until the next value, and said twice changes nothing", () => {
    const s = series();
    const none = at(2, Number.NaN, { none: true });
    expect(s.append([at(1, 5), none]).changed).toHaveLength(2);
    expect(s.append([none])).toMatchObject({ changed: [], duplicates: 1, unknown: 0 });
    const index = littleTree.indexOf("440103001001");
    expect(s.column("x")!.regions.value[index]).toBeNaN();
    expect(s.column("x")!.regions.observedAt[index]).toBe(2);
    expect(s.append([at(2, 6)]).changed[0]).toMatchObject({ value: 6, quality: "revised" });
  });
});
