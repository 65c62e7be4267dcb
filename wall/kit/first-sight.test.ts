import { expect, test } from "vitest";
import type { AlertGroup } from "../../model/alert-group.ts";
import { NEW_SEAT } from "../../model/interruption.ts";
import { formatTime, MINUTE, SECOND } from "../../model/time.ts";
import { calls } from "./calls.ts";
import { settled, SETTLES_MS, sight, STANDS_MS } from "./first-sight.ts";

const NOW = Date.parse("2026-01-01T08:00:00+08:00");
const group = (id: string, toldAt: number, newestAt: number, critical: readonly string[] = []): AlertGroup => ({
  id, indicator: "i", area: "4408", topic: "t", counts: { unacknowledged: 1, acknowledged: 0, returned: 0, shelved: 0, suppressed: 0, outOfService: 0, closed: 0 },
  bySeverity: { 1: critical.length, 2: 1, 3: 0, 4: 0 }, gravest: 2, critical, chattering: 0, newestAt: formatTime(newestAt), upTo: 1, told: { seq: 7, at: formatTime(toldAt), size: 1, severity: 2, why: "new" },
});
const told = (groups: readonly AlertGroup[], since: number, now: number, raisedAt: (alert: string) => string | undefined = () => undefined) =>
  calls(groups, settled(groups, NEW_SEAT, since, raisedAt), now).sound.map(({ alert, group: { id } }) => alert ?? id);
const first = sight(null, { situation: "storm", world: 1 }, NOW);

test("a wall that opens tells what would still stand on it, and nothing that was told before that", () => {
  expect(told([group("a", NOW - 3 * MINUTE, NOW), group("b", NOW - STANDS_MS - 1, NOW), group("c", NOW - STANDS_MS + SECOND, NOW)], first.since, NOW)).toEqual(["c"]);
});
test("a red finding is as old as itself, however lately another of its group has changed", () => {
  const groups = [group("g", NOW - 3 * MINUTE, NOW - SECOND, ["old", "new"])];
  expect(told(groups, first.since, NOW, (alert) => formatTime(alert === "old" ? NOW - 3 * MINUTE : NOW - SECOND))).toEqual(["new"]);
});
test("what comes afterwards is told as ever, also a group that was old when it was seen first", () => {
  const before = settled([group("g", NOW - 3 * MINUTE, NOW)], NEW_SEAT, first.since, () => undefined);
  const grown = group("g", NOW + MINUTE, NOW + MINUTE);
  const again = { ...grown, told: { ...grown.told!, seq: 8 } };
  expect(calls([again], settled([again], before, first.since, () => undefined), NOW + MINUTE).sound).toHaveLength(1);
});
test("after a seek what the new world is found to hold is old, and what is found in it later is new", () => {
  const later = NOW + MINUTE;
  const sought = sight(first, { situation: "storm", world: 2 }, later);
  expect(told([group("g", later - SECOND, later)], sought.since, later)).toEqual([]);
  expect(told([group("g", later + SETTLES_MS / 2, later)], sought.since, later + SETTLES_MS)).toEqual([]);
  expect(told([group("g", later + SETTLES_MS, later)], sought.since, later + SETTLES_MS)).toEqual(["g"]);
  expect(sight(sought, { situation: "storm", world: 2 }, later + MINUTE)).toBe(sought);
});
test("the live world goes on over a restart; another situation is seen for the first time", () => {
  const live = sight(null, { situation: "live", world: 1 }, NOW);
  expect(sight(live, { situation: "live", world: 2 }, NOW + MINUTE).since).toBe(live.since);
  expect(sight(live, { situation: "storm", world: 1 }, NOW + MINUTE).since).toBe(NOW + MINUTE - STANDS_MS);
});
