import { expect, test } from "vitest";
import type { Measured } from "./standpoint.ts";
import { raised, raisedScale } from "./raised.ts";

const load = { id: "load", unit: "万kW", decimals: 0 } as unknown as Measured;
const line = { observed: [[0, 11_240], [1, null]] as const, ahead: [[2, 12_000]] as const, earlier: { points: [[0, 10_000]] as const, label: "昨日" }, band: [[0, 9_000, 13_000]] as const, unit: "万kW", decimals: 0 };

test("a load that is told in 亿kW has an axis in 亿kW, its gaps stay gaps", () => {
  expect(raised(line, raisedScale(load, 12_000, "zh"))).toEqual({ observed: [[0, 1.124], [1, null]], ahead: [[2, 1.2]], earlier: { points: [[0, 1]], label: "昨日" }, band: [[0, 0.9, 1.3]], unit: "亿kW", decimals: 3 });
});
test("what is told in its own unit is drawn in it: a smaller load, one in English, a number without an order in its unit", () => {
  expect([raisedScale(load, 9_000, "zh"), raisedScale(load, 12_000, "en"), raisedScale({ id: "users", unit: "户", decimals: 0 } as unknown as Measured, 120_000_000, "zh")]).toEqual([null, null, null]);
  expect(raised(line, null)).toBe(line);
});
