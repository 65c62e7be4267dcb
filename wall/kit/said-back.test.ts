import { describe, expect, test } from "vitest";
import { isSaidBack } from "./said-back.ts";

describe("reading back what is said", () => {
  test("the same words are right, however they were typed", () => {
    for (const answer of ["雷州市 30 分", "雷州市30分", "雷州市　３０分", " 雷州市 30分。"]) expect(isSaidBack("雷州市 30 分", answer), answer).toBe(true);
  });
  test("another place, another number and half of it are wrong", () => {
    for (const answer of ["雷州市 60 分", "廉江市 30 分", "雷州市", "雷州市 30 分 60", ""]) expect(isSaidBack("雷州市 30 分", answer), answer).toBe(false);
  });
  test("where nothing was said nothing is read back rightly", () => {
    expect(isSaidBack("", "")).toBe(false);
    expect(isSaidBack(" ", " ")).toBe(false);
  });
});
