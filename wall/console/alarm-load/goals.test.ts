import { expect, test } from "vitest";
import { alarmLoad, type Asked } from "../../../model/alarm-load.ts";
import { MINUTE } from "../../../model/time.ts";
import type { Severity } from "../../../model/words.ts";
import { goalsOf, percentText, restPercent, topOf } from "./goals.ts";

const NOW = Date.parse("2026-01-02T08:00:00+08:00");
const load = (asks: readonly Asked[]) => alarmLoad({ region: "44", now: NOW, asks, open: [] });
const ask = (minutesAgo: number, severity: Severity, place = "a", told = true): Asked => ({ at: NOW - minutesAgo * MINUTE, source: `i@${place}`, indicator: "i", place, severity, told });
const met = (asks: readonly Asked[]) => Object.fromEntries(goalsOf(load(asks)).map(({ id, met: is }) => [id, is]));

test("a day on which nothing asked meets what can be judged, and of shares says that nobody can tell", () => {
  expect(met([])).toEqual({ told: true, priority: null, flood: true, older: true, topTen: null });
  expect([restPercent(load([])), percentText(null)]).toEqual([null, "—"]);
});
test("[f2] 80, 15 and 5 meet the mix; a day of red does not", () => {
  const mix = Array.from({ length: 100 }, (_, i) => ask(i * 14, i < 5 ? 1 : i < 20 ? 2 : 3, `p${i}`));
  expect(met(mix)).toMatchObject({ told: true, priority: true, flood: true });
  expect(restPercent(load(mix))).toBe(80);
  expect(met([ask(1, 1)])).toMatchObject({ priority: false });
});
test("[f2] ten in ten minutes are a flood, and twenty of them are more than one percent of a day", () => {
  const flood = Array.from({ length: 30 }, (_, i) => ask(30 + (i % 3) * 10, 3, `p${i}`, false));
  expect(met(flood)).toMatchObject({ flood: false, told: true });
});
test("the picture of a quiet day reaches beyond ten, that of a storm is cut at forty", () => {
  expect([topOf(load([])), topOf(load(Array.from({ length: 20 }, () => ask(5, 3)))), topOf(load(Array.from({ length: 400 }, () => ask(5, 3))))]).toEqual([12, 20, 40]);
});
