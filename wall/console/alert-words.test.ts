import { expect, test } from "vitest";
import { parseTime } from "../../model/time.ts";
import { chatterWords, coverWords, foundThen } from "./alert-words.ts";
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
test("a cover says why nobody is asked, until when, and by whom", () => {
  const nameOf = (account: string): string => (account === "officer@44" ? "省值班员" : account);
  const shelf = { why: "shelved", by: "officer@44", reason: "雨量筒检修", until: "2026-11-30T15:30:00.000+08:00" } as const;
  expect(coverWords(shelf, nameOf, true)).toBe("搁置至 15:30：雨量筒检修（省值班员）");
  expect(coverWords(shelf, nameOf, false)).toBe("搁置至现实时间 15:30：雨量筒检修（省值班员）");
  expect(coverWords({ why: "outOfService", by: "officer@44", reason: "站点迁建" }, nameOf, true)).toBe("停用：站点迁建（省值班员）");
  expect(coverWords({ why: "suppressed", by: "rule:gateway", cause: "al-1" }, nameOf, true)).toBe("已有告警说明原因，抑制");
});
test("places below are counted by their level", () => {
  expect(levelCount(9, "county")).toBe("9 个县");
});
test("an alert that trembles says since when and how often, in people's time", () => {
  const chatter = { since: "2026-01-02T09:30:00.000+08:00", times: 3 };
  expect([chatterWords(chatter, true), chatterWords(chatter, false)]).toEqual(["抖动：09:30 起至少 3 次", "抖动：现实时间 09:30 起至少 3 次"]);
});
