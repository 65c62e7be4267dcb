import { expect, test } from "vitest";
import type { Freshness } from "../../../model/freshness.ts";
import { gapWords } from "./gaps.ts";

const cell = (value: number | null, state: Freshness) => ({ value, state });

test("places that never reported are called what their own number says, whatever the others report", () => {
  expect(gapWords([cell(null, "never"), cell(4, "fresh"), cell(null, "never")], "zh")).toBe("从未上报");
  expect(gapWords([cell(null, "never")], "en")).toBe("never reported");
});
test("a number that was lost or is not published was reported: no one word is true of all", () => {
  expect(gapWords([cell(null, "never"), cell(null, "withheld")], "zh")).toBe("");
  expect(gapWords([cell(3, "fresh")], "zh")).toBe("");
  expect(gapWords([], "zh")).toBe("");
});
