import { clearFit } from "./clear-fit.ts";
import type { Inset } from "./camera.ts";
import { focusGround } from "./focus-ground.ts";
import { cornersFor } from "./legend-place.ts";
import { insets, notice, seamBoxes } from "./map-corner.ts";
import { heightOf, widthOf } from "./legend.ts";
import { legendFor } from "./map.ts";
import type { MapData } from "./map-data.ts";
import type { Size } from "./mark.ts";
import type { LabelBox } from "./labels.ts";
import type { Transform } from "./plane.ts";

/** What stands in a corner keeps this far from the shape that is looked at. */
const AIR_U = 0.8;

/**
 * The camera for one region: fitted into the room that the notice, the islands' window and the legend leave, so that nothing
 * lies over what is looked at. The legend stands where that leaves the region largest.
 */
export function regionGoal(data: MapData, region: string, size: Size, inset: Inset): Transform {
  const asked = [region, size.width, size.height, size.u, size.measure, inset.top, inset.right, inset.bottom, inset.left];
  const known = kept.get(data);
  if (known && asked.every((part, i) => part === known.asked[i])) return known.goal;
  const goal = look(data, region, size, inset);
  kept.set(data, { asked, goal });
  return goal;
}
/** A picture is drawn with every frame of a flight, its goal is found once. */
const kept = new WeakMap<MapData, { readonly asked: readonly unknown[]; readonly goal: Transform }>();

function look(data: MapData, region: string, size: Size, inset: Inset): Transform {
  const ground = focusGround({ sets: data.sets, focus: region });
  const looked = { ...data, focus: region };
  // What the legend explains depends on what is seen, and that on the camera: the second look has the first one's legend.
  let goal = clearFit(ground, size, inset, [[]]);
  for (let i = 0; i < 2; i++) goal = clearFit(ground, size, inset, furniture(looked, goal, size));
  return goal;
}

/** Boxes in the corners, one list for each corner that the legend may take. */
function furniture(data: MapData, goal: Transform, size: Size): LabelBox[][] {
  const seams = seamBoxes(data, size);
  const foot = notice(data.sets, size, seams, data.lang);
  const islands = insets(data.sets.main.insets.length > 0 ? data.sets.main.insets : (data.sets.cities?.insets ?? []), goal, size, foot.boxes, seams, data.lang ?? "zh");
  const fixed = [...foot.boxes, ...islands.boxes];
  const legend = legendFor(data, goal, size);
  const corners = legend ? cornersFor(size, { width: widthOf(legend, size), height: heightOf(legend, size.u) }, fixed) : [];
  const all = corners.length > 0 ? corners.map((box) => [...fixed, box]) : [fixed];
  return all.map((boxes) => boxes.map(({ x, y, width, height }) => ({ x: x - AIR_U * size.u, y: y - AIR_U * size.u, width: width + 2 * AIR_U * size.u, height: height + 2 * AIR_U * size.u })));
}
