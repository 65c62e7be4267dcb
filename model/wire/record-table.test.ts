import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordsIn, tableOf } from "./record-table.ts";

const finding = (n: number) => ({
  id: `alr-${n}`,
  record: { id: `alr-${n}`, rule: "health.dengue#2", place: String(440_103_001 + n), severity: 2, state: n % 7 === 0 ? "acknowledged" : "unacknowledged", value: n % 9, source: "operational default", within: ["44", "4401", "440103", String(440_103_001 + n)], areaName: "广州市 荔湾区", indicatorTitle: "登革热病例数", says: "同镇登革热病例达到关注数", ...(n % 7 === 0 && { ackBy: "officer@4401" }) },
});

describe("records as a table", () => {
  test("whatever the records are, they come back as they were, in their order", () => {
    const record = fc.option(fc.jsonValue({ maxDepth: 2 }).map((v) => JSON.parse(JSON.stringify(v)) as unknown), { nil: null });
    fc.assert(fc.property(fc.array(fc.record({ id: fc.string(), record }), { maxLength: 30 }), (records) => {
      expect(recordsIn(tableOf(records))).toEqual(records);
    }));
  });
  test("two thousand findings of two kinds take less than a third of what they take one by one", () => {
    const findings = Array.from({ length: 2_000 }, (_, n) => finding(n));
    expect(recordsIn(tableOf(findings))).toEqual(findings);
    expect(tableOf(findings).length).toBeLessThan(JSON.stringify(findings).length / 3);
  });
  test("a record that is gone is told among those that stand", () => {
    const mixed = [finding(1), { id: "gone", record: null }, finding(2)];
    expect(recordsIn(tableOf(mixed))).toEqual(mixed);
  });
  test.each([
    ["not JSON", "The records are not JSON"],
    ["[1,2]", "not a table"],
    ['[[["a"]],[0,0],["x"],[[[1]]]]', "2 places and 1 ids"],
    ['[[["a"]],[0,0],["x","y"],[[[1]]]]', "no value in column 0, row 1"],
    ['[[["a"]],[3],["x"],[[[1]]]]', "of shape 3"],
    ['[[["a"]],[0],["x"],[[{"d":[1],"i":[4]}]]]', "name value 4 of 1"],
  ])("%s is refused", (text, why) => {
    expect(() => recordsIn(text)).toThrow(why);
  });
});
