import { expect, test } from "vitest";
import type { Alert } from "../model/alert.ts";
import { ALWAYS } from "../model/stretch.ts";
import type { LevelSpan } from "./alerts/index.ts";
import { levelRecords } from "./level-records.ts";

const stood = (place: string, ...levels: readonly LevelSpan[]) => ({ alert: { id: `al-${place}`, place } as Alert, levels });
const span = (severity: 2 | 3 | 4, from: number, to?: number): LevelSpan => ({ rule: `r#${severity}`, severity, from, ...(to !== undefined && { to }) });
const named = ({ place }: Alert) => ({ placeName: `县 ${place}`, areaName: "湛江" });

test("a level has stood wherever one of its places was at it, and each place is found when it came to it", () => {
  const records = levelRecords([stood("a", span(3, 10, 40), span(2, 40)), stood("b", span(3, 30, 60)), stood("c", span(3, 80, 90))], ALWAYS, named);
  expect(records.map(({ id, stood: when, found }) => [id, when, found.map(({ at, place }) => `${at} ${place}`)])).toEqual([
    ["r#3|3", [{ from: 10, to: 60 }, { from: 80, to: 90 }], ["10 a", "30 b", "80 c"]],
    ["r#2|2", [{ from: 40 }], ["40 a"]],
  ]);
  expect(records[0]!.found[0]).toMatchObject({ placeName: "县 a", areaName: "湛江" });
});
test("of time that was not judged nothing is told: what stood before and after is apart, and what was found in it was not", () => {
  const records = levelRecords([stood("a", span(4, 10)), stood("b", span(3, 45, 48))], [{ from: 0, to: 30 }, { from: 70 }], named);
  expect(records.map(({ id, stood: when, found }) => [id, when, found.length])).toEqual([["r#4|4", [{ from: 10, to: 30 }, { from: 70 }], 1]]);
});
test("when more were found than are told, the newest are", () => {
  const [record] = levelRecords(Array.from({ length: 600 }, (_, i) => stood(String(i), span(4, 600 - i, 700))), ALWAYS, named);
  expect([record!.found.length, record!.found[0]!.at, record!.found.at(-1)!.at, record!.stood]).toEqual([500, 101, 600, [{ from: 1, to: 700 }]]);
});
