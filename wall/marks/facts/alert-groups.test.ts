import { expect, test } from "vitest";
import type { AlertRecord } from "../../../model/records.ts";
import { alertGroups, spansCity } from "./alert-groups.ts";

const alert = (id: string, over: Partial<AlertRecord> = {}): AlertRecord => ({
  id, rule: "met.storm.arrival.r10#3", indicator: "met.storm.arrival.r10", place: id, topic: "meteorology", severity: 3, state: "unacknowledged",
  value: 16, limit: 24, source: "s", sourceDown: false, raisedAt: "2015-10-03T16:01:00.000+08:00", simAt: "2015-10-03T16:01:00.000+08:00", group: "g",
  placeName: id, areaName: `湛江市 ${id}`, within: [], indicatorTitle: "10级风圈到达", unit: "h", decimals: 1, says: "达到台风黄色预警标准", ...over,
});

test("places that meet one standard stand together by city, and none is lost", () => {
  const [group] = alertGroups([alert("赤坎区", { place: "440802" }), alert("电白区", { place: "440904", areaName: "茂名市 电白区" }), alert("霞山区", { place: "440803" })]);
  expect(group!.cities.map((c) => [c.name, c.alerts.map((a) => a.placeName)])).toEqual([["湛江市", ["赤坎区", "霞山区"]], ["茂名市", ["电白区"]]]);
  expect(group!.alerts).toHaveLength(3);
});
test("levels are never mixed in a group", () => {
  expect(alertGroups([alert("a"), alert("b", { severity: 2, rule: "met.storm.arrival.r10#2" })]).map((g) => g.severity)).toEqual([2, 3]);
});
test("what returned to normal stands apart from what still holds", () => {
  expect(alertGroups([alert("a"), alert("b", { state: "returned" })]).map((g) => [g.holds, g.alerts.length])).toEqual([[true, 1], [false, 1]]);
});
test("a closed alert is in no group", () => {
  expect(alertGroups([alert("a", { state: "closed" })])).toEqual([]);
});
test("what is found in a city without counties is found in all of it", () => {
  expect(spansCity(alert("东莞市", { place: "441900", areaName: "东莞市" }))).toBe(true);
  expect(spansCity(alert("东莞市", { place: "441900", areaName: "东莞市 东莞市" }))).toBe(true);
  expect(spansCity(alert("赤坎区", { place: "440802" }))).toBe(false);
});
