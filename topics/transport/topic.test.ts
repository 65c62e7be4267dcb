import { expect, test } from "vitest";
import topic from "./topic.ts";

const indicator = (id: string) => topic.indicators.find((each) => each.id === id)!;

test("the day's vehicles are added up over toll stations, and judged on the whole province", () => {
  expect(indicator("tra.expressway.flow")).toMatchObject({ rollup: "sum", siteKind: "toll-station" });
  expect(topic.rules.filter(({ indicator: of }) => of === "tra.expressway.flow").map(({ at }) => at)).toEqual(["province", "province"]);
});

test("an index of a city is weighed by its traffic, never averaged over cities", () => {
  expect(indicator("tra.tpi")).toMatchObject({ rollup: "wmean", weight: "车公里" });
});

test("what the catalogue says in words of speed and of hours at the wheel is judged on a number that can be seen", () => {
  expect(topic.rules.find(({ id }) => id === "tra.hazmat.topspeed#2")!.when).toEqual({ op: ">", value: 80, of: "min", over: 180_000 });
  expect(topic.rules.find(({ id }) => id === "tra.driver.hours#1")!.when).toEqual({ op: ">", value: 4 });
});
