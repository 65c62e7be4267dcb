import { expect, test } from "vitest";
import topic from "./topic.ts";

test("a limit on the province's load is judged on the province, not on one node", () => {
  expect(topic.rules.filter(({ at }) => at === "province").map(({ id }) => id)).toEqual([
    "ener.load.total#3", "ener.load.total#2", "ener.outage.users#2", "ener.outage.users#1", "ener.nuclear.out#2",
  ]);
});

test("nuclear output is expected of nuclear plants alone: waiting for coal plants, its sum would never be whole, and never below a limit", () => {
  const kind = (id: string) => topic.indicators.find((each) => each.id === id)!.siteKind;
  expect([kind("ener.nuclear.out"), kind("ener.coal.days")]).toEqual(["nuclear-plant", "power-plant"]);
});

test("the supply gap climbs through the four levels of the load management rule", () => {
  expect(topic.rules.filter(({ indicator }) => indicator === "ener.gap.ratio").map(({ level, when }) => [level, when])).toEqual([
    [4, { op: ">", value: 0 }], [3, { op: ">=", value: 5 }], [2, { op: ">=", value: 10 }], [1, { op: ">=", value: 20 }],
  ]);
});

test("the grid's frequency is told to a thousandth of a hertz", () => {
  expect(topic.indicators.find(({ id }) => id === "ener.freq")).toMatchObject({ decimals: 3, rollup: "last", cadenceMs: 1_000 });
});
