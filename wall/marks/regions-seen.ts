import type { BoundarySet } from "../../model/boundary.ts";
import { regionAt } from "./contains.ts";
import { mapGround } from "./map-ground.ts";
import type { Size } from "./mark.ts";
import { apply, unapply, type Transform } from "./plane.ts";

const STEPS = [0, 0.25, 0.5, 0.75, 1];

/** Whether something of a region of a set lies in the picture of a camera: a corner of its shape, or land of its under the picture. */
export function regionsSeen(goal: Transform, { width, height }: Size): (set: BoundarySet, code: string) => boolean {
  const under = new Map<BoundarySet, ReadonlySet<string | undefined>>();
  return (set, code) => {
    const { ground, index } = mapGround(set);
    let lands = under.get(set);
    if (!lands) under.set(set, (lands = new Set(STEPS.flatMap((i) => STEPS.map((j) => regionAt(ground, unapply(goal, [i * width, j * height]))?.code)))));
    return lands.has(code) || (ground.regions[index.get(code) ?? -1]?.parts ?? []).some(([outer = []]) => outer.some((point) => {
      const [x, y] = apply(goal, point);
      return x >= 0 && x <= width && y >= 0 && y <= height;
    }));
  };
}
