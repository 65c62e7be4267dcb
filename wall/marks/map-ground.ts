import type { Topology } from "topojson-specification";
import type { BoundarySet } from "../../model/boundary.ts";
import { cityLines, edgeLines, groundOf, innerLines, zoneLines } from "./boundary.ts";
import type { Ground, Outline } from "./ground.ts";
import type { MapSets } from "./map-data.ts";

/** A boundary set on the map plane, made once per set and kept as long as the set. */
export interface MapGround {
  readonly ground: Ground;
  /** Lines between any two of its regions, between regions of different parents, and around all. */
  readonly inner: Outline;
  readonly parents: Outline;
  readonly edge: Outline;
  /** Index of each code in the ground. */
  readonly index: ReadonlyMap<string, number>;
  /** The merged edge of some regions. */
  zone(codes: readonly string[]): Outline;
}

const made = new WeakMap<Topology, MapGround>();
/** Zones kept per set: alerts change a few times an hour, camera frames sixty times a second. */
const ZONES_KEPT = 64;

export function mapGround(set: Pick<BoundarySet, "topology" | "object">): MapGround {
  const known = made.get(set.topology);
  if (known) return known;
  const { topology, object } = set;
  const ground = groundOf(topology, object);
  const zones = new Map<string, Outline>();
  const lines = (make: () => Outline): (() => Outline) => {
    let kept: Outline | undefined;
    return () => (kept ??= make());
  };
  const [inner, parents, edge] = [lines(() => innerLines(topology, object)), lines(() => cityLines(topology, object)), lines(() => edgeLines(topology, object))];
  const result: MapGround = {
    ground,
    get inner() {
      return inner();
    },
    get parents() {
      return parents();
    },
    get edge() {
      return edge();
    },
    index: new Map(ground.regions.map(({ code }, i) => [code, i])),
    zone(codes) {
      const key = [...codes].sort().join(" ");
      let zone = zones.get(key);
      if (!zone) {
        if (zones.size >= ZONES_KEPT) zones.delete(zones.keys().next().value!);
        const inside = new Set(codes);
        zone = zoneLines(topology, object, (code) => inside.has(code));
        zones.set(key, zone);
      }
      return zone;
    },
  };
  made.set(topology, result);
  return result;
}

/** Whether a set of the map holds a region, or all its children. */
export const holdsRegion = (sets: Pick<MapSets, "main" | "cities" | "around">, code: string): boolean =>
  [sets.main, sets.cities, sets.around].some((set) => set && mapGround(set).index.has(code)) || mapGround(sets.main).ground.regions.some(({ parent }) => parent === code);
