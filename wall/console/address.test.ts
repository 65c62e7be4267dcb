import { expect, test } from "vitest";
import { addressAt, addressShowing, placeIn } from "./address.ts";

test("the address names the place that is looked at, beside whatever else it says", () => {
  expect(addressAt("?situation=storm&theme=ember", "440882", "44")).toBe("?situation=storm&theme=ember&region=440882");
  expect(placeIn("?situation=storm&region=440882")).toBe("440882");
});
test("the seat's own region is where an address without a place leads", () => {
  expect(addressAt("?region=440882", "44", "44")).toBe("");
  expect(addressAt("?region=440882&situation=storm", "44", "44")).toBe("?situation=storm");
  expect([placeIn(""), placeIn("?region=")]).toEqual([null, null]);
});
test("the indicator on the map stands in the address too, and none leaves it", () => {
  expect(addressShowing("?region=4408", "met.rain.24h")).toBe("?region=4408&indicator=met.rain.24h");
  expect(addressShowing("?indicator=met.rain.24h", "")).toBe("");
});
