import type { Point } from "./plane.ts";

/** One region's shape on the map plane: rings (outer first, then holes) of each of its parts. */
export interface GroundRegion {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Code of the region above; empty for the province and its neighbours. */
  readonly parent: string;
  /** It stands in for the counties of a city that has none: drawn, counted as that city. */
  readonly passThrough?: boolean;
  /** A point well inside the largest part. */
  readonly labelAt: Point;
  readonly parts: readonly (readonly (readonly Point[])[])[];
  /** [minX, minY, maxX, maxY]. */
  readonly box: readonly [number, number, number, number];
}
/** Regions of one level. Its identity is the key under which the stage keeps its triangles: build once, hold on to it. */
export interface Ground {
  readonly regions: readonly GroundRegion[];
}
/** Lines of the map plane; identity as for Ground. */
export interface Outline {
  readonly lines: readonly (readonly Point[])[];
}
