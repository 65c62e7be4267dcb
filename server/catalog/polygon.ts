import { polygonContains } from "d3";
import type { Geometry } from "geojson";
import type { LonLat } from "../../model/geodesy.ts";

export type Ring = [number, number][];
/** Parts, each an outer ring followed by its holes, [longitude, latitude]. */
export type Polygon = Ring[][];

/** The parts of an area. @throws for a geometry that has none */
export function polygonOf(geometry: Geometry): Polygon {
  if (geometry.type === "Polygon") return [geometry.coordinates as Ring[]];
  if (geometry.type === "MultiPolygon") return geometry.coordinates as Polygon;
  throw new Error(`A ${geometry.type} is not an area; expected a Polygon or MultiPolygon.`);
}

/** True when the point lies in a part and in none of its holes. */
export const contains = (polygon: Polygon, [lon, lat]: LonLat): boolean =>
  polygon.some(([outer, ...holes]) => polygonContains(outer!, [lon, lat]) && !holes.some((hole) => polygonContains(hole, [lon, lat])));

const ringArea = (ring: Ring): number => {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) twice += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return Math.abs(twice) / 2;
};
/** Area in square degrees: for shares of one whole, not for km². */
export const areaOf = (polygon: Polygon): number => polygon.reduce((sum, [outer, ...holes]) => sum + ringArea(outer!) - holes.reduce((h, hole) => h + ringArea(hole), 0), 0);

/** [west, south, east, north]. */
export function boundsOf(polygon: Polygon): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygon)
    for (const [lon, lat] of outer!) {
      if (lon < box[0]) box[0] = lon;
      if (lat < box[1]) box[1] = lat;
      if (lon > box[2]) box[2] = lon;
      if (lat > box[3]) box[3] = lat;
    }
  return box;
}
