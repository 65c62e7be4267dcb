import type { WallState } from "../../model/wall.ts";
import { boundariesPath, regionPath, type RegionView } from "../kit/reads.ts";
import type { KeptFrame } from "../link/kept.ts";
import { shapesOf } from "../marks/facts/map-sets.ts";

const PROVINCE = "44";

/**
 * The addresses (below `/api/v1`) of what the maps of a picture stand on: of each place that it looks at the region and its shapes. A picture
 * that is recalled without them has no map.
 * @param regionNow what the page knows of a region; where it knows nothing no map of it stands on the page
 */
export function groundOf(frames: readonly KeptFrame[], regionNow: (code: string) => Pick<RegionView, "level" | "path"> | undefined): string[] {
  const walls = frames.flatMap(({ channel, frame }) => (channel.kind === "wall" && frame.body === "records" ? frame.records.map(({ record }) => record as WallState | null) : []));
  const looked = walls.flatMap((state) => (state ? [state.focus, ...state.parts.map(({ focus }) => focus)] : [])).map(({ region }) => region);
  return [...new Set(looked.filter((code) => code !== PROVINCE).flatMap((code) => {
    const known = regionNow(code);
    const { towns, villages } = known ? shapesOf({ code, level: known.level, parents: known.path }, PROVINCE) : {};
    return [regionPath(code), ...[towns, villages].flatMap((asked) => (asked ? [boundariesPath(...asked)] : []))];
  }))];
}
