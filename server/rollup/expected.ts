import type { Indicator } from "../../model/indicator.ts";
import type { Level } from "../../model/region.ts";
import { LEVELS } from "../../model/region.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { SiteTable } from "../../model/site-table.ts";

/** How many leaves each region expects: regions of the leaf level (pass-through ones never count, special units do) where there is something to measure, or sites. */
export function expectedLeaves(regions: RegionTree, { leaf, where }: Pick<Indicator, "leaf" | "where">, table: SiteTable): Int32Array {
  const of = new Int32Array(regions.size);
  if (leaf === "site") for (const region of table.region) of[region]!++;
  else if (where) for (const code of where) of[regions.indexOf(code)] = 1;
  else {
    const { from, to } = regions.atLevel(leaf);
    for (let i = from; i < to; i++) if (!regions.isPassThrough(i)) of[i] = 1;
  }
  const last = leaf === "site" ? regions.size - 1 : regions.atLevel(leaf).to - 1;
  for (let i = last; i > 0; i--) of[regions.parent[i]!]! += of[i]!;
  return of;
}

export const depthOf = (leaf: Level | "site"): number => (leaf === "site" ? LEVELS.length : LEVELS.indexOf(leaf));
