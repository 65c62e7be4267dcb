import { expect, test } from "vitest";
import type { Alert } from "../../model/alert.ts";
import { isStood, type LevelRecord, type LevelSpan } from "../../model/level-record.ts";
import { ALWAYS } from "../../model/stretch.ts";
import { HOUR } from "../../model/time.ts";
import { levelRecords } from "./levels.ts";

const stood = (place: string, ...levels: readonly LevelSpan[]) => ({ alert: { id: `al-${place}`, place } as Alert, levels });
const span = (severity: 2 | 3 | 4, from: number, to?: number): LevelSpan => ({ rule: `r#${severity}`, severity, from, ...(to !== undefined && { to }) });
const named = ({ place }: Alert) => ({ placeName: `县 ${place}`, areaName: "湛江" });

const stoodOf = (records: readonly LevelRecord[]) => records.flatMap((one) => (isStood(one) ? [[one.id, one.stood]] : []));
const foundOf = (records: readonly LevelRecord[]) => records.flatMap((one) => (isStood(one) ? [] : [`${one.severity} ${one.at} ${one.places.join("+")}`]));

test("a level has stood wherever one of its places was at it, and each place is found when it came to it", () => {
  const records = levelRecords([stood("a", span(3, 10, 40), span(2, 40)), stood("b", span(3, 30, 60)), stood("c", span(3, HOUR + 80, HOUR + 90))], ALWAYS, named);
  expect(stoodOf(records)).toEqual([["r#3|3", [{ from: 10, to: 60 }, { from: HOUR + 80, to: HOUR + 90 }]], ["r#2|2", [{ from: 40 }]]]);
  expect(foundOf(records)).toEqual(["3 10 a+b", "2 40 a", `3 ${HOUR + 80} c`]);
  expect(records.find((one) => !isStood(one))).toMatchObject({ placeName: "县 a", areaName: "湛江" });
});
test("of time that was not judged nothing is told: what stood before and after is apart, and what was found in it was not", () => {
  const records = levelRecords([stood("a", span(4, 10)), stood("b", span(3, 45, 48))], [{ from: 0, to: 30 }, { from: 70 }], named);
  expect(stoodOf(records)).toEqual([["r#4|4", [{ from: 10, to: 30 }, { from: 70 }]]]);
  expect(foundOf(records)).toEqual(["4 10 a"]);
});
test("of two thousand places that came to a level in one hour each is counted once, and the first gives its name", () => {
  const records = levelRecords([...Array.from({ length: 2_000 }, (_, i) => stood(String(i), span(4, 2_000 - i, 2_100))), stood("7", span(4, 2_050))], ALWAYS, named);
  const [group, ...more] = records.flatMap((one) => (isStood(one) ? [] : [one]));
  expect([more.length, group!.at, group!.placeName, group!.places.length]).toEqual([0, 1, "县 1999", 2_000]);
});
test("what came over an hour says when the last of it came, and what came at once says one time", () => {
  const [, group, one] = levelRecords([stood("a", span(3, 10)), stood("b", span(3, 50)), stood("c", span(3, 30)), stood("d", span(3, HOUR + 5))], ALWAYS, named);
  expect(group).toMatchObject({ at: 10, lastAt: 50 });
  expect(one).not.toHaveProperty("lastAt");
});
