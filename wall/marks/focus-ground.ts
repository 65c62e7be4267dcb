import type { Ground } from "./ground.ts";
import type { MapData, MapSets } from "./map-data.ts";
import { mapGround } from "./map-ground.ts";

/** The land of which a map speaks: its focus, as the set that holds it draws it, else all of its children; without a focus all cities. */
export function focusGround({ sets, focus }: Pick<MapData, "sets" | "focus">): Ground {
  const whole = mapGround(sets.cities ?? sets.main).ground;
  if (focus === undefined) return whole;
  let known = made.get(sets);
  if (!known) made.set(sets, (known = new Map()));
  let ground = known.get(focus);
  if (!ground) known.set(focus, (ground = found(sets, focus) ?? whole));
  return ground;
}
const made = new WeakMap<MapSets, Map<string, Ground>>();

function found({ main, cities, around }: MapSets, focus: string): Ground | undefined {
  for (const set of [main, cities, around]) {
    if (!set) continue;
    const { ground, index } = mapGround(set);
    const at = index.get(focus);
    if (at !== undefined) return { regions: [ground.regions[at]!] };
  }
  const regions = mapGround(main).ground.regions.filter(({ parent }) => parent === focus);
  return regions.length > 0 ? { regions } : undefined;
}
