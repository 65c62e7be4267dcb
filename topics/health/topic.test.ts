import { expect, test } from "vitest";
import topic from "./topic.ts";

test("the four counts of the 2020 record are counts of people, city by city", () => {
  const covid = topic.indicators.filter(({ id }) => id.startsWith("hlth.covid."));
  expect(covid.map(({ id }) => id)).toEqual(["hlth.covid.confirmed", "hlth.covid.cured", "hlth.covid.dead", "hlth.covid.new"]);
  for (const each of covid) expect(each).toMatchObject({ leaf: "city", rollup: "sum", people: true, decimals: 0 });
});

test("no threshold is made up for the epidemic of 2020", () => {
  expect(topic.rules.filter(({ indicator }) => indicator.startsWith("hlth.covid."))).toEqual([]);
});

test("a bed occupancy above 100 % is possible, an answer rate is not", () => {
  const range = (id: string) => topic.indicators.find((each) => each.id === id)!.range;
  expect(range("hlth.bed.use")[1]).toBeGreaterThan(100);
  expect(range("hlth.ems.answer")[1]).toBe(100);
});
