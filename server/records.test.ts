import { expect, test } from "vitest";
import { anAlert } from "../tests/fixtures/small-house.ts";
import type { AlertRecord } from "../model/records.ts";
import { recordsOf, type Shelves, type Viewer } from "./records.ts";

const ALERTS = [anAlert("44", { id: "dark", rule: "wall.display.dark", indicator: "display:main/2" }), anAlert("44", { id: "pack", rule: "pack.ended.overrun", indicator: "pack:water" }), anAlert("44", { id: "stage" })];
const regions = { indexOf: () => -1, find: () => undefined };
const shelves = {
  catalog: { regions, indicator: (id: string) => (id === "stage" ? { class: "open", title: { zh: "水位", en: "" }, unit: "m", decimals: 2 } : undefined), topic: () => ({ title: { zh: "水利", en: "Water" } }), walls: [], rules: [], site: () => undefined },
  alerts: { all: () => ALERTS, levels: () => ALERTS.map((alert) => ({ alert, levels: [{ rule: alert.rule, severity: alert.severity, from: 0 }] })) },
  isWithin: () => true, regionOf: () => "44", simNow: () => 0, judged: () => [{ from: -1, to: 1 }],
} as unknown as Shelves;
const ids = (kind: "alerts" | "levels", viewer: Viewer): string[] => recordsOf({ kind, region: "44" }, { viewer, unit: undefined }, shelves).map(({ id }) => id);

test("a display is told that a pack's code was ended, and not that a display is dark", () => {
  expect(ids("alerts", "person").toSorted()).toEqual(["dark", "pack", "stage"]);
  expect(ids("alerts", "display").toSorted()).toEqual(["pack", "stage"]);
});

test("what became of a pack's code is said in words, with its topic", () => {
  const [record] = recordsOf({ kind: "alerts", region: "44" }, { viewer: "person", unit: undefined }, shelves).filter(({ id }) => id === "pack");
  expect((record!.record as AlertRecord).indicatorTitle).toBe("水利 专题代码超时已停用");
});

test("the line of time tells of the province alone, to persons too", () => {
  expect(ids("levels", "person").every((id) => id.includes("stage"))).toBe(true);
  expect(ids("levels", "person").length).toBeGreaterThan(0);
});
