import { beforeAll, expect, test } from "vitest";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { regionAt } from "./contains.ts";
import { mapGround } from "./map-ground.ts";
import { project } from "./mercator.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog(".");
});

test("every county's name stands inside its county", async () => {
  const { ground } = mapGround(await catalog.boundaries("county"));
  expect(ground.regions).toHaveLength(124);
  for (const region of ground.regions) expect.soft(regionAt(ground, region.labelAt)?.code, region.name).toBe(region.code);
});
test("a finger on Zhanjiang's sea touches nothing, on its land the right county", async () => {
  const { ground } = mapGround(await catalog.boundaries("county"));
  expect(regionAt(ground, project(112.0, 20.6))).toBeUndefined();
  expect(regionAt(ground, project(110.4, 21.2))?.parent).toBe("4408");
});
test("two neighbouring zones of one level have one outline around both", async () => {
  const map = mapGround(await catalog.boundaries("county"));
  const length = (codes: string[]): number => map.zone(codes).lines.reduce((sum, line) => sum + line.slice(1).reduce((s, [x, y], i) => s + Math.hypot(x - line[i]![0], y - line[i]![1]), 0), 0);
  expect(length(["440781", "440785"])).toBeLessThan(length(["440781"]) + length(["440785"]));
  expect(map.zone(["440785", "440781"])).toBe(map.zone(["440781", "440785"]));
});
test("a boundary set is put on the plane once", async () => {
  const set = await catalog.boundaries("county");
  expect(mapGround(set)).toBe(mapGround(set));
});
test("a layer that is not there is refused by name", async () => {
  const set = await catalog.boundaries("county");
  expect(() => mapGround({ object: "planet", topology: { ...set.topology } })).toThrow(/no layer "planet" \(county\)/);
});
