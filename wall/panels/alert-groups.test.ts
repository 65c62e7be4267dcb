import { expect, test } from "vitest";
import type { AlertRecord } from "../../model/records.ts";
import { alertGroups } from "./alert-groups.ts";

const alert = (id: string, over: Partial<AlertRecord> = {}): AlertRecord => ({
  id, rule: "met.storm.arrival.r10#3", indicator: "met.storm.arrival.r10", place: id, topic: "meteorology", severity: 3, state: "unacknowledged",
  value: 16, limit: 24, source: "s", sourceDown: false, raisedAt: "2015-10-03T16:01:00.000+08:00", simAt: "2015-10-03T16:01:00.000+08:00", group: "g",
  placeName: id, areaName: `湛江市 ${id}`, indicatorTitle: "10级风圈到达", unit: "h", decimals: 1, says: "达到台风黄色预警标准", ...over,
});

test("the counties of one city that meet one standard share a row, and none is lost", () => {
  const groups = alertGroups([alert("赤坎区", { place: "440802" }), alert("霞山区", { place: "440803", value: 12 }), alert("电白区", { place: "440904", areaName: "茂名市 电白区" })]);
  expect(groups.map((g) => [g.city, g.alerts.length])).toEqual([["湛江市", 2], ["茂名市", 1]]);
  expect(groups[0]!.worst.placeName).toBe("霞山区");
});
test("levels are never mixed in a row", () => {
  expect(alertGroups([alert("a"), alert("b", { severity: 2, rule: "met.storm.arrival.r10#2" })]).map((g) => g.severity)).toEqual([2, 3]);
});
test("a closed alert is in no row", () => {
  expect(alertGroups([alert("a", { state: "closed" })])).toEqual([]);
});
