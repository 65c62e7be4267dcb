import { expect, test } from "vitest";
import { holdingBelow } from "../../model/holding-below.ts";
import type { AlertRecord } from "../../model/records.ts";
import { isMoreAbove, regionsAbove } from "./alerts-above.ts";

const TOWN = { code: "440882115", path: ["44", "4408", "440882"] };
const alert = (place: string, more: Partial<AlertRecord> = {}) => ({ id: place, place, within: ["44", "4408", "440882", ...(place === "440882" ? [] : [place])], indicator: "met.storm.arrival.r10", state: "unacknowledged", ...more }) as AlertRecord;

test("a town's county comes first, then what lies above it, no farther than the seat sees", () => {
  expect(regionsAbove(TOWN, "44")).toEqual(["440882", "4408", "44"]);
  expect(regionsAbove(TOWN, "440882")).toEqual(["440882"]);
  expect(regionsAbove(TOWN, "440882115")).toEqual([]);
});
test("a seat below the province knows that there is more above it than it sees", () => {
  expect(isMoreAbove(TOWN, "44")).toBe(false);
  expect(isMoreAbove(TOWN, "440882")).toBe(true);
  expect(isMoreAbove(TOWN, "440882115")).toBe(true);
});
test("what holds for a town is what its county itself stands at, acknowledged or not, also by a site of which no more is known than its county, and nothing of its neighbours", () => {
  const county = [alert("440882"), alert("440882", { id: "b", state: "acknowledged" }), alert("440882", { id: "c", state: "closed" }), alert("440882001"), alert("site-1", { within: ["44", "4408", "440882", "440882001"] }), alert("site-2", { within: ["44", "4408", "440882"] })];
  expect(holdingBelow(county, "440882").map(({ id }) => id)).toEqual(["440882", "b", "site-2"]);
});
test("a dark display of the county's command centre is nothing that holds for its towns", () => {
  expect(holdingBelow([alert("440882", { indicator: "display:main/3" }), alert("440882", { indicator: "pack:water" })], "440882").length).toBe(0);
});
