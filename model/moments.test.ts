import { expect, test } from "vitest";
import { asOf, coarseSpan, dateText, dayText, durationText, hourText } from "./moments.ts";
import { DAY, HOUR, MINUTE, parseTime, SECOND } from "./time.ts";

const at = (text: string): number => parseTime(text)!;
const now = at("2015-10-04T14:40:00+08:00");

test("a number of today says its minute, of yesterday says so, of a month its month", () => {
  expect(asOf(at("2015-10-04T14:31:00+08:00"), now, 15 * MINUTE)).toBe("14:31");
  expect(asOf(at("2015-10-03T23:59:00+08:00"), now, HOUR)).toBe("昨日 23:59");
  expect(asOf(at("2015-10-03T00:00:00+08:00"), now, DAY)).toBe("昨日");
  expect(asOf(at("2015-09-14T00:00:00+08:00"), now, DAY)).toBe("9月14日");
  expect(asOf(at("2014-09-14T00:00:00+08:00"), now, DAY)).toBe("2014年9月14日");
  expect(asOf(at("2015-08-31T00:00:00+08:00"), now, 30 * DAY)).toBe("8月");
  expect(asOf(at("2015-06-30T00:00:00+08:00"), now, 91 * DAY)).toBe("二季度");
});
test("midnight belongs to the new day in Guangdong, whatever the day is in Greenwich", () => {
  expect(asOf(at("2015-10-03T16:30:00Z"), now, HOUR)).toBe("00:30");
});
test("the time of another day carries the day", () => {
  expect(hourText(at("2015-10-04T08:00:00+08:00"), now)).toBe("8时");
  expect(hourText(at("2015-10-05T00:00:00+08:00"), now)).toBe("5日0时");
});
test("spans are short in words", () => {
  expect(durationText(6 * HOUR + 50 * MINUTE)).toBe("6\u2009时\u200950\u2009分");
  expect(durationText(23 * MINUTE)).toBe("23\u2009分");
  expect(durationText(4 * MINUTE + 12 * SECOND)).toBe("4:12");
  expect(durationText(0)).toBe("0:00");
  expect(durationText(3 * DAY)).toBe("3\u2009天");
});
test("how long ago is told in hours and days, not in a thousand minutes", () => {
  expect([0, 119, 120, 1_070, 2_879, 2_880, 10_000].map((minutes) => coarseSpan(minutes, "zh"))).toEqual(["0 分", "119 分", "2 时", "17 时", "47 时", "2 天", "6 天"]);
  expect(coarseSpan(1_070, "en")).toBe("17 h");
});
test("a date names its weekday", () => {
  expect(dateText(now)).toBe("2015年10月4日 星期日");
  expect(dayText(now, "en")).toBe("4 Oct");
});
