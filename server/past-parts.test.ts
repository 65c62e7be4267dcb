import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE, formatTime, parseTime } from "../model/time.ts";
import { pastParts } from "./past-parts.ts";

const NOW = parseTime("2025-10-27T08:20:00+08:00")!;
const measured = (cadenceMs: number, leaf: "site" | "county" | "town", rollup: "sum" | "max", places = 30) => ({ cadenceMs, leaf, rollup, places });
const KNOWN = {
  load: measured(5 * MINUTE, "site", "max"),
  visits: measured(HOUR, "site", "sum"),
  coal: measured(DAY, "county", "max"),
  audit: measured(90 * DAY, "county", "max"),
  outage: measured(5 * MINUTE, "town", "sum"),
  gust: measured(5 * MINUTE, "county", "max", 124),
  teams: measured(DAY, "county", "max", 124),
};
const asked = (...tells: (keyof typeof KNOWN)[]) => pastParts([{ topic: "t", everyMs: 5 * MINUTE, tells }], (id) => ({ id, ...KNOWN[id as keyof typeof KNOWN] }), NOW);
const instants = (parts: ReturnType<typeof asked>): string[] => parts.map(({ at }) => formatTime(at));

test("quick numbers are asked for at each hour of two days", () => {
  const parts = instants(asked("load"));
  expect([parts.length, parts[0], parts.at(-1)]).toEqual([48, "2025-10-25T09:00:00.000+08:00", "2025-10-27T08:00:00.000+08:00"]);
});

test("a count that runs through the day is asked for at the end of each day of five weeks too", () => {
  const ends = instants(asked("visits")).slice(48);
  expect([ends.length, ends[0], ends.at(-1)]).toEqual([35, "2025-09-22T23:55:00.000+08:00", "2025-10-26T23:55:00.000+08:00"]);
});

test("numbers of a day are asked for once a day, and slower ones for their last few", () => {
  const [days, quarters] = [instants(asked("coal")), instants(asked("audit"))];
  expect([days.length, days.at(-1)]).toEqual([35, "2025-10-26T23:55:00.000+08:00"]);
  expect([quarters.length, quarters.at(-1)]).toEqual([8, "2025-10-26T23:55:00.000+08:00"]);
});

test("what is measured at many places is asked for over one day, or two weeks", () => {
  const [gusts, teams] = [instants(asked("gust")), instants(asked("teams"))];
  expect([gusts.length, gusts[0], gusts.at(-1)]).toEqual([24, "2025-10-26T09:00:00.000+08:00", "2025-10-27T08:00:00.000+08:00"]);
  expect([teams.length, teams[0], teams.at(-1)]).toEqual([14, "2025-10-13T23:55:00.000+08:00", "2025-10-26T23:55:00.000+08:00"]);
  expect(asked("gust", "load").map(({ indicators }) => indicators.join()).filter((of, i, all) => of !== all[i - 1])).toEqual(["load", "gust,load"]);
});

test("towns are not asked for their past, and what is asked of one instant is asked together", () => {
  expect(asked("outage")).toEqual([]);
  expect(asked("load", "visits")[0]!.indicators).toEqual(["load", "visits"]);
});
