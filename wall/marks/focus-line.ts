import { regionAt } from "./contains.ts";
import { focusGround } from "./focus-ground.ts";
import type { Outline } from "./ground.ts";
import type { LabelBox } from "./labels.ts";
import type { MapData } from "./map-data.ts";
import { mapGround } from "./map-ground.ts";
import type { Size } from "./mark.ts";
import { apply, unapply, type Transform } from "./plane.ts";

/** The line around the place that a map speaks of; none without a focus, or where no set draws it. */
export function focusOutline({ sets, focus }: Pick<MapData, "sets" | "focus">): Outline | undefined {
  if (focus === undefined) return undefined;
  const holder = [sets.main, sets.cities, sets.around].find((set) => set && mapGround(set).index.has(focus));
  if (holder) return mapGround(holder).zone([focus]);
  const children = mapGround(sets.main).ground.regions.filter(({ parent }) => parent === focus);
  return children.length > 0 ? mapGround(sets.main).zone(children.map(({ code }) => code)) : undefined;
}

/** Small boxes along that line, for words that would rather stand beside it. */
export function focusLineBoxes(data: Pick<MapData, "sets" | "focus">, goal: Transform, { width, height, u }: Size): LabelBox[] {
  const step = 0.5 * u;
  const boxes: LabelBox[] = [];
  for (const line of focusOutline(data)?.lines ?? []) {
    const points = line.map((point) => apply(goal, point));
    for (let i = 1; i < points.length; i++) {
      const [[x0, y0], [x1, y1]] = [points[i - 1]!, points[i]!];
      const steps = Math.max(1, Math.min(1_000, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / step)));
      for (let s = 0; s < steps; s++) {
        const [x, y] = [x0 + ((x1 - x0) * s) / steps, y0 + ((y1 - y0) * s) / steps];
        if (x > -u && y > -u && x < width + u && y < height + u) boxes.push({ x: x - LINE_U * u, y: y - LINE_U * u, width: 2 * LINE_U * u, height: 2 * LINE_U * u });
      }
    }
  }
  return boxes;
}
/** Half the width of the widest line that stands there (VISUAL §8: 0.35 u), with a hair of air. */
const LINE_U = 0.22;

/** Whether the middle of a box lies on the land that the map speaks of. */
export const onFocus = (data: Pick<MapData, "sets" | "focus">, goal: Transform) => ({ x, y, width, height }: LabelBox): boolean =>
  regionAt(focusGround(data), unapply(goal, [x + width / 2, y + height / 2])) !== undefined;
