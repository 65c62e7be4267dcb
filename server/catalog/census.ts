import type { RegionTree } from "../../model/region-tree.ts";
import type { RegionCode } from "../../model/region.ts";
import { readTable } from "./table.ts";

/**
 * Residents by the 2010 census: counties from data/census, cities and the province as sums of the counties that have a
 * figure. The three districts that Shenzhen made after 2010 have none of their own; their people are still counted in
 * the districts they came from, so the sums are whole.
 */
export function readPopulation(root: string, regions: RegionTree): ReadonlyMap<RegionCode, number> {
  const population = new Map<RegionCode, number>();
  readTable(root, "data/census/county-population-area.csv", ["code", "name", "city", "pop_2000_census", "pop_2010_census", "area_km2"], (row) => {
    const code = row.filled("code");
    const index = regions.indexOf(code);
    if (regions.find(code)?.level !== "county") row.fail(`code "${code}"`, "a county of regions.csv");
    const residents = row.optional("pop_2010_census");
    if (residents === null) return;
    if (!Number.isInteger(residents) || residents <= 0) row.fail(`pop_2010_census ${residents}`, "a whole number above 0, or nothing");
    population.set(code, residents);
    for (let i = regions.parent[index]!; i >= 0; i = regions.parent[i]!) {
      const above = regions.row(i).code;
      population.set(above, (population.get(above) ?? 0) + residents);
    }
  });
  return population;
}
