import { expect, test } from "vitest";
import type { AlertRecord } from "../../model/records.ts";
import { alertGroups } from "./alert-groups.ts";
import { alertLines } from "./alert-lines.ts";

const alerts = (severity: 2 | 3 | 4, city: string, count: number): AlertRecord[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${city}${i}`, rule: `r#${severity}`, severity, state: "unacknowledged", place: `${city}${i}`, placeName: "徐闻县", areaName: `${city} 徐闻县`, says: "", indicatorTitle: "", source: "", raisedAt: "2015-10-03T16:01:00.000+08:00" }) as AlertRecord);
const storm = alertGroups([...alerts(2, "湛江市", 9), ...alerts(2, "茂名市", 5), ...alerts(4, "广州市", 11), ...alerts(4, "佛山市", 5)]);
const room = (heightU: number) => ({ heightU, headU: 2, lineU: 1.6, chars: 20 });
const kinds = (heightU: number) => alertLines(storm, room(heightU)).map((line) => line.kind);

test("with room for all, every place is named under its city", () => {
  const lines = alertLines(storm, room(30));
  expect(lines.flatMap((line) => (line.kind === "places" ? line.alerts : []))).toHaveLength(30);
  expect(lines.map((line) => (line.kind === "places" ? line.city : line.kind))).toEqual(["head", "湛江市", "湛江市", "茂名市", "head", "佛山市", "广州市", "广州市"]);
});
test("with less room the milder standard says cities and counts, the graver keeps its names", () => {
  expect(kinds(10.5)).toEqual(["head", "places", "places", "places", "head", "cities"]);
  expect(kinds(12.1)).toEqual(["head", "places", "places", "places", "head", "places", "cities"]);
  expect(kinds(7.5)).toEqual(["head", "cities", "head", "cities"]);
  expect(kinds(4)).toEqual(["head", "head"]);
});
test("what finds no room at all is counted", () => {
  expect(alertLines(storm, room(3.7))).toMatchObject([{ kind: "head" }, { kind: "more", count: 16 }]);
});
test("a single finding is named in its own line", () => {
  expect(alertLines(alertGroups(alerts(2, "湛江市", 1)), room(10)).map((line) => line.kind)).toEqual(["head"]);
});
