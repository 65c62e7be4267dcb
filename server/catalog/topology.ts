import type { Feature, FeatureCollection, Geometry } from "geojson";
import { topology } from "topojson-server";
import type { BoundaryProperties } from "../../model/boundary.ts";
import type { Shapes } from "./shapes.ts";

/** About 1 m in a county: finer than any source at hand, coarse enough to join the cells' common edges. */
const GRID = 100_000;

/** Features as TopoJSON with shared edges, coordinates on a grid of 1/100,000 of the set's extent. */
export const topologyOf = (object: string, features: readonly Feature<Geometry, BoundaryProperties>[]): Shapes =>
  features.length === 0
    ? { type: "Topology", arcs: [], objects: { [object]: { type: "GeometryCollection", geometries: [] } } }
    : (topology({ [object]: { type: "FeatureCollection", features: [...features] } satisfies FeatureCollection as FeatureCollection }, GRID) as Shapes);
