import { createHash } from "node:crypto";
import type { Catalog } from "./catalog/index.ts";

/** What the folds of a chain depend on beside the chain itself: the program, and the places, sites and rules by which it reads. */
export function readBy(build: string, { regions, sites, rules }: Pick<Catalog, "regions" | "sites" | "rules">): string {
  const mark = createHash("sha256").update(build);
  for (let i = 0; i < regions.size; i++) {
    const { code, parent, kind } = regions.row(i);
    mark.update(`${code} ${parent} ${kind}\n`);
  }
  for (const { id, region, gateway = "" } of sites) mark.update(`${id} ${region} ${gateway}\n`);
  for (const { id, indicator, when } of rules) mark.update(`${id} ${indicator} ${JSON.stringify(when)}\n`);
  return mark.digest("hex");
}
