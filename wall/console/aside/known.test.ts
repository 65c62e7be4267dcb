import { describe, expect, test } from "vitest";
import { against, byTable, kindsOf, knownFrom } from "./known.ts";

describe("consequences as they are written into a form", () => {
  test("an empty field is not known, and a zero is a zero", () => {
    expect(knownFrom({ deaths: "0", injured: "", lossWan: " 120.5 " })).toEqual({ deaths: 0, lossWan: 120.5 });
    expect(knownFrom({ deaths: "" })).toBeUndefined();
  });
  test("half a person, a word and a number below zero are not taken", () => expect(knownFrom({ deaths: "1.5", injured: "-1", lossWan: "多" })).toBeUndefined());
  test("the law's table says the grade and why: 3 deaths are 较大, and 10 are 重大", () => {
    expect(byTable("safety", { deaths: 3 })).toMatchObject({ grade: 3, because: "deaths" });
    expect(byTable("safety", { deaths: 10 })).toMatchObject({ grade: 2 });
    expect(byTable("safety", { deaths: 10 })!.source).toContain("493");
  });
  test("where there is no table, or nothing is known, it says nothing", () => expect([byTable(undefined, { deaths: 3 }), byTable("safety", undefined), byTable("grid", { deaths: 3 })]).toEqual([null, null, null]));
  test("a form asks what its table speaks of", () => expect([kindsOf("grid"), kindsOf(undefined).length]).toEqual([["loadLostPercent"], 5]));
  test("a grade beside the table's is lighter or graver", () => expect([against(4, 3), against(2, 3), against(3, 3), against(null, 3), against(4, undefined)]).toEqual(["lighter", "graver", null, null, null]));
});
