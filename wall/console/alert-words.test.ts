import { expect, test } from "vitest";
import { parseTime } from "../../model/time.ts";
import { foundThen } from "./alert-words.ts";
import { levelCount } from "./words.ts";

const now = parseTime("2015-10-04T14:00:00.000+08:00")!;
const hours = { zero: { zh: "圈内", en: "inside" } };
const found = (value: number, simAt: string) => ({ value, limit: 24, decimals: 1, unit: "h", simAt });
const plain = (text: string) => text.replaceAll(/\s/g, "");

test("hours that run down are told with the moment at which they were so many", () => {
  expect(plain(foundThen(found(5.88, "2015-10-04T13:00:00.000+08:00"), hours, now))).toBe("13:00还有5时54分，限值24小时");
});
test("hours that have run down are not told: they would be read as time that is left", () => {
  expect(plain(foundThen(found(5.88, "2015-10-03T16:01:00.000+08:00"), hours, now))).toBe("限值24小时");
});
test("what does not run down is told as it was found, and so is a circle that has come", () => {
  expect(plain(foundThen(found(0, "2015-10-03T16:01:00.000+08:00"), hours, now))).toBe("研判值圈内，限值24小时");
  expect(plain(foundThen({ value: 35, limit: 32.7, decimals: 1, unit: "m/s", simAt: "2015-10-03T16:01:00.000+08:00" }, undefined, now))).toBe("研判值35.0m/s，限值32.7m/s");
});
test("what is beyond its limit never looks like the limit itself", () => {
  const share = { limit: 98, decimals: 1, unit: "%", simAt: "2015-10-04T13:00:00.000+08:00" };
  expect(plain(foundThen({ ...share, value: 97.95 }, undefined, now))).toBe("研判值97.95%，限值98.0%");
  expect(plain(foundThen({ ...share, value: 97.9 }, undefined, now))).toBe("研判值97.9%，限值98.0%");
  expect(plain(foundThen({ ...share, value: 98 }, undefined, now))).toBe("研判值98.0%，限值98.0%");
});
test("places below are counted by their level", () => {
  expect(levelCount(9, "county")).toBe("9 个县");
});
