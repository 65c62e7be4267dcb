import type { BoundarySet } from "../../model/boundary.ts";
import type { Indicator } from "../../model/indicator.ts";
import { isPassThrough } from "../../model/region.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { peopleTime, type SituationInfo } from "../../model/situation.ts";
import type { Rule } from "../../model/rule.ts";
import type { Site } from "../../model/sample.ts";
import type { Topic } from "../../model/topic.ts";
import type { Mode } from "../../model/wall.ts";
import { setsFor, type MapBase, type MapFocus } from "../../wall/marks/facts/map-sets.ts";
import { nameInLists, type NamedRegion } from "../../wall/marks/facts/place-names.ts";
import type { Standpoint } from "../../wall/marks/facts/standpoint.ts";

/** What the house knows of places and of what is measured. */
export interface Knowledge {
  readonly regions: RegionTree;
  site(id: string): Site | undefined;
  sitesOf(kind: string): readonly Site[];
  readonly rules: readonly Rule[];
  indicator(id: string): Indicator | undefined;
  topic(id: string): Pick<Topic, "title" | "indicators"> | undefined;
  boundaries(level: BoundarySet["level"], parent?: string): Promise<BoundarySet>;
}

/** From where the server itself reads a situation: at no distance, and never cut off. */
export function standpointOf(knowledge: Knowledge, info: SituationInfo, { simNow, serverNow, mode }: { readonly simNow: number; readonly serverNow: number; readonly mode: Mode }): Standpoint {
  const { regions } = knowledge;
  const named = (code: string): NamedRegion | undefined => {
    const row = regions.find(code);
    return row && { name: row.name, level: row.level, passThrough: isPassThrough(row) };
  };
  const isLive = info.kind === "live";
  return {
    // What is told here is what a display shows.
    lang: "zh", mode, isDisplay: true,
    here: {
      info, isLive, isOneTime: isLive || info.replays !== undefined, simNow, serverNow, peopleNow: peopleTime(info, serverNow),
      stoodAt: null, linked: true, standsSince: null, checkedAt: () => simNow,
    },
    words: {
      indicator(id) {
        const indicator = knowledge.indicator(id);
        return indicator && { ...indicator, cadence: indicator.cadenceMs };
      },
      topic: (id) => knowledge.topic(id),
      rulesOf: (indicator) => knowledge.rules.filter((rule) => rule.indicator === indicator),
    },
    names: {
      of(code) {
        const own = named(code);
        return own ? nameInLists(own, named(regions.find(code)!.parent), "zh") : (knowledge.site(code)?.name ?? code);
      },
      isPassThrough: (code) => named(code)?.passThrough ?? false,
    },
    sites: {
      ofKind: (kind) => knowledge.sitesOf(kind).filter(isForDisplays).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      one(id) {
        const site = knowledge.site(id);
        return site && isForDisplays(site) ? site : undefined;
      },
    },
  };
}

/** A display in a public room is told nothing sensitive. */
const isForDisplays = (site: Site): boolean => site.class !== "sensitive";

/** What a map of the province stands on while a wall looks at `region`. */
export async function mapBase({ regions, boundaries }: Pick<Knowledge, "regions" | "boundaries">, region: string): Promise<MapBase> {
  const province = regions.row(0).code;
  const row = regions.find(region);
  const focus: MapFocus | undefined = row && region !== province ? { code: region, level: row.level, parents: above(regions, region) } : undefined;
  const got = new Map<string, BoundarySet>();
  for (;;) {
    const missing = new Map<string, Parameters<typeof boundaries>>();
    const sets = setsFor(focus, province, (level, parent) => {
      const key = `${level}|${parent ?? ""}`;
      // The lighter counties only stand in while the others are on their way.
      if (!got.has(key)) missing.set(key, [level, ...(parent === undefined ? [] : [parent])] as Parameters<typeof boundaries>);
      return got.get(key);
    });
    if (sets && missing.size === 0) return { sets, focus };
    await Promise.all([...missing].map(async ([key, asked]) => got.set(key, await boundaries(...asked))));
  }
}
/** From the province down, itself excluded. */
function above(regions: RegionTree, code: string): string[] {
  const parent = regions.find(code)?.parent;
  return parent ? [...above(regions, parent), parent] : [];
}
