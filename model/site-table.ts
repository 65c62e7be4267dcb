import type { RegionTree } from "./region-tree.ts";
import type { Site } from "./sample.ts";

/** Sites of one kind, ordered by region, so that the sites of a region are one contiguous range. Indexes stay in this process. */
export class SiteTable {
  readonly sites: readonly Site[];
  /** Region index of each site. */
  readonly region: Int32Array;
  private readonly first: Int32Array;
  private readonly byId: ReadonlyMap<string, number>;

  constructor(sites: readonly Site[], regions: RegionTree) {
    const placed = sites.map((site) => ({ site, region: regions.indexOf(site.region) }));
    const lost = placed.find((p) => p.region < 0);
    if (lost) throw new Error(`Site "${lost.site.id}" lies in region "${lost.site.region}", which does not exist. Mend its region.`);
    placed.sort((a, b) => a.region - b.region || (a.site.id < b.site.id ? -1 : 1));
    this.sites = placed.map((p) => p.site);
    this.region = Int32Array.from(placed, (p) => p.region);
    this.byId = new Map(this.sites.map((site, i) => [site.id, i]));
    this.first = new Int32Array(regions.size + 1);
    for (const region of this.region) this.first[region + 1]!++;
    for (let i = 0; i < regions.size; i++) this.first[i + 1]! += this.first[i]!;
  }
  get size(): number {
    return this.sites.length;
  }
  /** The index of a site, or -1. */
  indexOf(id: string): number {
    return this.byId.get(id) ?? -1;
  }
  /** First site of a region itself, not of its subtree; `to(region)` is one past the last. */
  from(region: number): number {
    return this.first[region]!;
  }
  to(region: number): number {
    return this.first[region + 1]!;
  }
}
