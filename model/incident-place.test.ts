import { expect, test } from "vitest";
import { placeOfIncident, type PlacesKnown } from "./incident-place.ts";

const SEATS: PlacesKnown["upward"] = (code) =>
  ([["440882115", "town", [109.8, 20.5]], ["440882", "county", [110.0, 20.9]], ["4408", "city", [110.3, 21.2]], ["44", "province", [113.2, 23.1]]] as const)
    .filter(([region]) => code.startsWith(region)).map(([region, level, point]) => ({ region, level, point: region === "440882115" && code.endsWith("000") ? null : point }));
const known: PlacesKnown = { alertPlace: (alert) => ({ gauge: "site-gauge", hidden: "site-hidden", county: "440882" })[alert], sitePoint: (site) => (site === "site-gauge" ? [110.2, 20.8] : undefined), upward: SEATS };

test("what was told of the incident itself goes before the site of its alert, and that before the seat of its region", () => {
  expect(placeOfIncident({ region: "440882", point: [110, 21], alert: "gauge" }, known)).toEqual({ of: "incident", point: [110, 21] });
  expect(placeOfIncident({ region: "440882", alert: "gauge" }, known)).toEqual({ of: "site", point: [110.2, 20.8], site: "site-gauge" });
  expect(placeOfIncident({ region: "440882115", alert: "county" }, known)).toEqual({ of: "region", point: [109.8, 20.5], region: "440882115" });
});
test("a site whose point is not to be told is as none, and so is an alert that is not known", () => {
  for (const alert of ["hidden", "none"]) expect(placeOfIncident({ region: "440882", alert }, known)).toEqual({ of: "region", point: [110.0, 20.9], region: "440882" });
});
test("a town without a known seat stands in its county; a city or the province is too large to be gone to", () => {
  expect(placeOfIncident({ region: "440882115000" }, known)).toMatchObject({ region: "440882" });
  for (const region of ["4408", "44"]) expect(placeOfIncident({ region }, known)).toBeNull();
});
