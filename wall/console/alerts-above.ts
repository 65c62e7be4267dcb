import type { RegionCode } from "../../model/region.ts";
import type { RegionView } from "../kit/reads.ts";

/** The regions above a place that a seat may read, nearest first. */
export function regionsAbove({ path }: Pick<RegionView, "path">, root: RegionCode): readonly RegionCode[] {
  const from = path.indexOf(root);
  return from < 0 ? [] : path.slice(from).reverse();
}
/** True where regions above a place are closed to the seat: whether they stand at a level cannot be said. */
export const isMoreAbove = ({ path, code }: Pick<RegionView, "path" | "code">, root: RegionCode): boolean => [...path, code].indexOf(root) > 0;
