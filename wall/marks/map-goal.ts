import { clearFit } from "./clear-fit.ts";
import { boxOf } from "./box.ts";
import { fit, type Inset } from "./camera.ts";
import { focusGround } from "./focus-ground.ts";
import { cornersFor } from "./legend-place.ts";
import { furniture } from "./map-corner.ts";
import { heightOf, widthOf } from "./legend.ts";
import { legendFor } from "./map.ts";
import type { MapData } from "./map-data.ts";
import type { Size } from "./mark.ts";
import { meets, type LabelBox } from "./labels.ts";
import { stormBox } from "./map-words.ts";
import type { Transform } from "./plane.ts";
import { trackBoxes } from "./track.ts";

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
  let goal = fit(boxOf(ground.regions.flatMap(({ box: [x0, y0, x1, y1] }) => [[x0, y0], [x1, y1]] as const)), size, inset);
  for (let i = 0; i < 2; i++) {
    let best = 0;
    for (const { fixed, legend } of standings(looked, goal, size)) {
      const found = clearFit(ground, size, inset, grown(legend ? [...fixed, legend] : fixed, AIR_U * size.u));
      if (!found) continue;
      // The region may be a little smaller where that leaves the storm's track in sight.
      const crossed = legend && data.storm && [...trackBoxes(data.storm, found, size), ...stormBox(data, found, size)].some((box) => meets(box, legend, 0.5 * size.u));
      const worth = found.k * (crossed ? CROSSED_WORTH : 1);
      if (worth <= best * 1.001) continue;
      best = worth;
      goal = found;
    }
  }
  return goal;
}
const CROSSED_WORTH = 0.8;
const grown = (boxes: readonly LabelBox[], by: number): LabelBox[] => boxes.map(({ x, y, width, height }) => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }));

/** What stands in the corners, once for each corner that the legend may take. */
function standings(data: MapData, goal: Transform, size: Size): { readonly fixed: readonly LabelBox[]; readonly legend: LabelBox | undefined }[] {
  const { boxes: fixed } = furniture(data, goal, size);
  const legend = legendFor(data, goal, size);
  const corners = legend ? cornersFor(size, { width: widthOf(legend, size), height: heightOf(legend, size.u) }, fixed) : [];
  return corners.length > 0 ? corners.map((box) => ({ fixed, legend: box })) : [{ fixed, legend: undefined }];
}
