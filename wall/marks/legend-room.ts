import { fit, type Inset } from "./camera.ts";
import { landCover } from "./clear-fit.ts";
import { focusGround } from "./focus-ground.ts";
import { legendForms } from "./legend-forms.ts";
import { hiddenUnder, latticeFor } from "./legend-place.ts";
import { isFree, legendStanding } from "./legend-standing.ts";
import { meets, type LabelBox } from "./labels.ts";
import { furniture, seamBoxes } from "./map-corner.ts";
import { legendFor } from "./map.ts";
import type { MapData } from "./map-data.ts";
import { stormBox } from "./map-words.ts";
import type { Size } from "./mark.ts";
import { unapply, type Transform } from "./plane.ts";
import { discOn, trackBoxes } from "./track.ts";

type Box = readonly [number, number, number, number];
/** A picture is made smaller by these shares, and moved aside by these of the free room, until its legend finds a place: the largest first, the middle first. */
const SHARES = [1, 0.85, 0.7] as const;
const ACROSS = [0.5, 1, 0] as const;
const DOWN = [0.5, 0, 1] as const;

/** As far as a storm may stand from where it is taken to. */
const SLACK_U = 0.5;

/**
 * The camera for a named view: as large as it goes, unless its legend would then cover land of which the map speaks, the storm's track or its
 * inner circle. Then it moves aside, and is made smaller, until some form of the legend stands clear of them; where nothing helps it stays.
 * @param box of the map plane
 */
export function roomyGoal(data: MapData, box: Box, size: Size, inset: Inset): Transform {
  const asked = [size.width, size.height, size.u, size.measure, inset.top, inset.right, inset.bottom, inset.left, ...box];
  const known = kept.get(data);
  if (known && asked.every((part, i) => part === known.asked[i])) return known.goal;
  const goal = look(steady(data), box, size, inset);
  kept.set(data, { asked, goal });
  return goal;
}
/** A picture is drawn with every frame of a flight, its goal is found once. */
const kept = new WeakMap<MapData, { readonly asked: readonly unknown[]; readonly goal: Transform }>();

/** A storm is taken to stand where it does to a tenth of a degree: the camera does not move with each of its steps. */
function steady(data: MapData): MapData {
  if (!data.storm) return data;
  const { now } = data.storm;
  return { ...data, storm: { ...data.storm, now: { ...now, lon: tenth(now.lon), lat: tenth(now.lat) } } };
}
const tenth = (degrees: number): number => Math.round(degrees * 10) / 10;

function look(data: MapData, box: Box, size: Size, inset: Inset): Transform {
  const plain = fit(box, size, inset);
  const legend = legendFor(data, plain, size);
  if (!legend) return plain;
  const taken = (goal: Transform): LabelBox[] => [...furniture(data, goal, size).boxes, ...seamBoxes(data, size)];
  const forms = legendForms(legend, size).filter(({ width, height }) => width < size.width && height < size.height).map(({ width, height }) => ({ width, height, places: Object.values(latticeFor(size, { width, height })).flat() }));
  const covered = landCover(focusGround(data));
  const [roomX, roomY] = [size.width - inset.left - inset.right, size.height - inset.top - inset.bottom];
  const [wide, high] = [box[2] - box[0], box[3] - box[1]];
  const full = Math.min(roomX / wide, roomY / high);
  const { u } = size;
  // Free with some room around it: the storm stands a little beside where it is taken to.
  if (isFree(legendStanding(data, legend, plain, size, taken(plain))) && (!data.storm || stands(plain))) return plain;
  for (const share of SHARES)
    for (const down of DOWN)
      for (const across of ACROSS) {
        const [w, h] = [full * share * wide, full * share * high];
        const [left, top] = [inset.left + across * (roomX - w), inset.top + down * (roomY - h)];
        const goal = fit(box, size, { left, top, right: size.width - left - w, bottom: size.height - top - h });
        if (stands(goal)) return goal;
      }
  return plain;

  /** Looked at on a coarse grid: what is free there is free on the picture. */
  function stands(goal: Transform): boolean {
    const offLand = forms.flatMap(({ width, height, places }) => places.flatMap(([x, y]): { readonly at: LabelBox; readonly grown: LabelBox }[] => {
      const grown = { x: x - u, y: y - 0.5 * u, width: width + 2 * u, height: height + u };
      const [[x0, y0], [x1, y1]] = [unapply(goal, [grown.x, grown.y]), unapply(goal, [grown.x + grown.width, grown.y + grown.height])];
      return covered(x0, y0, x1, y1) ? [] : [{ at: { x, y, width, height }, grown }];
    }));
    if (offLand.length === 0) return false;
    const others = [...taken(goal), ...stormBox(data, goal, size)];
    const disc = data.storm && discOn(data.storm, goal, 10);
    const storm = data.storm && { track: trackBoxes(data.storm, goal, size), ...(disc && { disc }) };
    return offLand.some(({ at, grown }) => !others.some((other) => meets(at, other, 0.6 * u)) && (!storm || hiddenUnder({ x: grown.x - SLACK_U * u, y: grown.y - SLACK_U * u, width: grown.width + 2 * SLACK_U * u, height: grown.height + 2 * SLACK_U * u }, storm) === 0));
  }
}
