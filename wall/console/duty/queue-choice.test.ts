import { expect, test } from "vitest";
import { chosenListing, EACH_UP_TO, listingOf } from "./queue-choice.ts";

test("few alerts stand each by itself, many by group, and a list does not turn back under the hand", () => {
  expect(listingOf(EACH_UP_TO, null, null)).toBe("each");
  expect(listingOf(EACH_UP_TO + 1, null, "each")).toBe("groups");
  expect(listingOf(3, null, "groups")).toBe("groups");
});
test("what a seat has chosen holds, however many there are", () => {
  expect([listingOf(5_000, "each", "groups"), listingOf(1, "groups", null)]).toEqual(["each", "groups"]);
  expect([chosenListing({ getItem: () => "each" }), chosenListing({ getItem: () => "rows" })]).toEqual(["each", null]);
});
