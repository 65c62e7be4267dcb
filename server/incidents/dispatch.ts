import type { Right } from "../../model/account.ts";
import { isPassThrough, type RegionCode } from "../../model/region.ts";
import type { IncidentsNeeds } from "./needs.ts";

/** How far down an order goes: the right it needs, and the regions on the way that receive a copy (越级抄送). */
export interface Reach {
  readonly right: Right;
  readonly copied: readonly RegionCode[];
}

/**
 * From a dispatcher's region down to a unit's; copies go to the regions strictly between them, top down. The pseudo
 * counties of 东莞 and 中山 are no level. Undefined when the unit does not lie in the dispatcher's subtree.
 */
export function reach(from: RegionCode, to: RegionCode, region: IncidentsNeeds["region"]): Reach | undefined {
  if (from === to) return { right: "dispatchOwn", copied: [] };
  const between: RegionCode[] = [];
  for (let row = region(to); row; row = region(row.parent)) {
    if (row.parent === from) return { right: between.length === 0 ? "dispatchNext" : "dispatchAny", copied: between };
    const above = region(row.parent);
    if (above && !isPassThrough(above)) between.unshift(above.code);
  }
  return undefined;
}
