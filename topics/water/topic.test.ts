import { expect, test } from "vitest";
import topic from "./topic.ts";

const indicator = (id: string) => topic.indicators.find((each) => each.id === id)!;

test("a stage is told against the station's own warning stage, so that the highest means something", () => {
  expect(indicator("water.river.level")).toMatchObject({ rollup: "max", unit: "m", siteKind: "river-gauge" });
  expect(topic.rules.find(({ id }) => id === "water.river.level#3")!.when).toEqual({ op: ">=", value: 0 });
});

test("outflows of cascaded reservoirs are never added up", () => {
  expect(indicator("water.reservoir.outflow").rollup).toBe("max");
  expect(indicator("water.reservoir.storage").rollup).toBe("sum");
});

test("hourly rain comes from weather stations", () => {
  expect(indicator("water.rain.hour")).toMatchObject({ leaf: "site", siteKind: "weather-station", unit: "mm/h" });
});

test("guaranteed and record stages are each station's own, told from its warning stage", () => {
  const stages = topic.rules.filter(({ indicator: of, when }) => of === "water.river.level" && "site" in when);
  expect(stages.map(({ level, when }) => [level, when])).toEqual([
    [2, { op: ">=", site: "guaranteedStageM", minus: "warningStageM" }], [1, { op: ">=", site: "recordStageM", minus: "warningStageM" }],
  ]);
});
