import { describe, expect, test } from "vitest";
import { rightsOf } from "../../model/account.ts";
import { gradesOf, regionsToOrder, skipped } from "./reach.ts";

const village = { code: "440882115212", path: ["44", "4408", "440882", "440882115"] };
const seat = (role: "commander" | "chief" | "officer", region: string) => ({ region, rights: rightsOf(role) });

describe("what a seat may do", () => {
  test("an officer gives grade 4, a chief also 3, a commander all", () => {
    expect(gradesOf(rightsOf("officer"))).toEqual([4]);
    expect(gradesOf(rightsOf("chief"))).toEqual([3, 4]);
    expect(gradesOf(rightsOf("commander"))).toEqual([1, 2, 3, 4]);
    expect(gradesOf(rightsOf("unit"))).toEqual([]);
  });
  test("an officer orders units of its own region only", () => expect(regionsToOrder(seat("officer", "440882"), village)).toEqual(["440882"]));
  test("a chief also orders the next level on the way to the incident", () =>
    expect(regionsToOrder(seat("chief", "4408"), village)).toEqual(["440882", "4408"]));
  test("a commander orders any lower level, nearest first", () =>
    expect(regionsToOrder(seat("commander", "44"), village)).toEqual(["440882115212", "440882115", "440882", "4408", "44"]));
  test("an incident at the seat's own level is handled by its own units", () =>
    expect(regionsToOrder(seat("chief", "4408"), { code: "4408", path: ["44"] })).toEqual(["4408"]));
  test("the levels between get a copy", () => {
    expect(skipped(seat("commander", "44"), village, "440882115")).toEqual(["4408", "440882"]);
    expect(skipped(seat("commander", "44"), village, "4408")).toEqual([]);
    expect(skipped(seat("commander", "44"), village, "44")).toEqual([]);
  });
});
