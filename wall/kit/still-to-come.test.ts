import { expect, test } from "vitest";
import { HOUR, MINUTE } from "../../model/time.ts";
import { stillToCome } from "./still-to-come.ts";

const arrival = { unit: "h", zero: { zh: "圈内", en: "inside" } };
const left = (value: number | null, minutes: number, state: "fresh" | "stale" | "down" = "fresh") => stillToCome({ value, observedAt: 10 * HOUR, state }, arrival, 10 * HOUR + minutes * MINUTE);
const inMinutes = (hours: number | null) => (hours === null ? null : Math.round(hours * 60));

test("an arrival comes nearer between two reports, in whole minutes", () => {
  expect([0, 0.5, 6, 60].map((m) => inMinutes(left(2.87, m)))).toEqual([172, 171, 166, 112]);
});
test("it never says less than none, and does not say that it has arrived", () => {
  expect([left(0.1, 6), left(0.1, 90)]).toEqual([0, 0]);
});
test("before its report, on a clock that was set back, it is not further off than reported", () => {
  expect(inMinutes(left(2, -30))).toBe(120);
});
test("an old one counts on, and one that is lost is told as it last was", () => {
  expect([inMinutes(left(2, 30, "stale")), left(2, 30, "down")]).toEqual([90, null]);
});
test("what is inside, not known, or a length of time does not run down", () => {
  expect([left(0, 6), left(null, 6)]).toEqual([null, null]);
  expect(stillToCome({ value: 3, observedAt: 0, state: "fresh" }, { unit: "h" }, HOUR)).toBeNull();
  expect(stillToCome({ value: 3, observedAt: 0, state: "fresh" }, { ...arrival, unit: "km" }, HOUR)).toBeNull();
});
