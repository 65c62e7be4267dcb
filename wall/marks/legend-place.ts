import { regionAt } from "./contains.ts";
import type { Ground } from "./ground.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { MapData } from "./map-data.ts";
import { mapGround } from "./map-ground.ts";
import type { Size } from "./mark.ts";
import { unapply, type Point, type Transform } from "./plane.ts";

/**
 * Where a legend stands: along the lower edge from the left, else along the upper one, where it covers least of the land
 * that the map speaks of; `atSea` = it covers none. A storm's lines do not count: the legend of a camera keeps its place while the storm goes by.
 */
export function legendPlace({ sets }: Pick<MapData, "sets">, goal: Transform, size: Size, legend: { readonly width: number; readonly height: number }, taken: readonly LabelBox[]): { readonly at: Point; readonly atSea: boolean } {
  const { u } = size;
  const ground = mapGround(sets.cities ?? sets.main).ground;
  const last = Math.max(1.5 * u, size.width - legend.width - 1.5 * u);
  const steps = Math.max(1, Math.ceil((last - 1.5 * u) / (2 * u)));
  const along = Array.from({ length: steps + 1 }, (_, i) => 1.5 * u + (i * (last - 1.5 * u)) / steps);
  const places = [size.height - legend.height - 0.6 * u, 0.6 * u].flatMap((y) => along.map((x): Point => [x, y]));
  let best = places[0]!;
  let least = Infinity;
  for (const [x, y] of places) {
    const box = { x, y, width: legend.width, height: legend.height };
    if (taken.some((other) => meets(box, other, 0.6 * u))) continue;
    const covered = landUnder(ground, goal, { x: x - u, y: y - 0.5 * u, width: box.width + 2 * u, height: box.height + u }, u);
    if (covered < least) [best, least] = [[x, y], covered];
    if (least === 0) break;
  }
  return { at: best, atSea: landUnder(ground, goal, { x: best[0], y: best[1], ...legend }, u) === 0 };
}

/** How much land lies under a box, in squares small enough to see an island. */
function landUnder(ground: Ground, goal: Transform, box: LabelBox, u: number): number {
  const known = squaresOf(goal);
  const side = 0.5 * u;
  let count = 0;
  for (let i = Math.floor(box.x / side); i * side <= box.x + box.width; i++)
    for (let j = Math.floor(box.y / side); j * side <= box.y + box.height; j++) {
      const key = `${i} ${j}`;
      let land = known.get(key);
      if (land === undefined) known.set(key, (land = regionAt(ground, unapply(goal, [(i + 0.5) * side, (j + 0.5) * side])) !== undefined));
      if (land) count++;
    }
  return count;
}
/** Land and sea stand still as long as the camera does. */
const seen = new WeakMap<Transform, Map<string, boolean>>();
function squaresOf(goal: Transform): Map<string, boolean> {
  let squares = seen.get(goal);
  if (!squares) seen.set(goal, (squares = new Map()));
  return squares;
}
