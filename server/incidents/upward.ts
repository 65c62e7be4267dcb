import { isPassThrough, type RegionCode } from "../../model/region.ts";
import type { IncidentsNeeds } from "./needs.ts";

type Regions = Pick<IncidentsNeeds, "region" | "isWithin">;
/** The next level above a region; undefined at the top. The pseudo counties of 东莞 and 中山 are no level. */
export function above(code: RegionCode, { region }: Pick<Regions, "region">): RegionCode | undefined {
  const row = region(region(code)?.parent ?? "");
  return row && isPassThrough(row) ? above(row.code, { region }) : row?.code;
}
/** The lowest region above both that is neither. */
export function commonSuperior(a: RegionCode, b: RegionCode, regions: Regions): RegionCode | undefined {
  let code = above(a, regions);
  while (code !== undefined && (code === b || !regions.isWithin(b, code))) code = above(code, regions);
  return code;
}
