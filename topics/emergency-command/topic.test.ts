import { expect, test } from "vitest";
import topic from "./topic.ts";

test("deaths are sensitive: no display ever gets them", () => {
  expect(topic.indicators.find(({ id }) => id === "emg.death.safety")).toMatchObject({ class: "sensitive", people: true });
});

test("hazardous-chemical figures are sensitive", () => {
  expect(topic.indicators.filter(({ siteKind }) => siteKind === "hazard-source").map((each) => each.class)).toEqual(["sensitive", "sensitive", "sensitive"]);
});

test("a hazard-source alarm is an alert only after it has stood for 15 minutes, gas at once", () => {
  const hold = (id: string) => topic.rules.find((rule) => rule.id === id)!.holdMs;
  expect(hold("emg.hazsource.alarm#2")).toBe(15 * 60_000);
  expect([hold("emg.gas.lel#3"), hold("emg.gas.lel#1")]).toEqual([0, 0]);
});

test("the highest response level of an area is its smallest number", () => {
  expect(topic.indicators.find(({ id }) => id === "emg.response.level")).toMatchObject({ rollup: "min", range: [1, 4] });
});
