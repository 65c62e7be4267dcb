import { feature, mesh } from "topojson-client";
import type { BoundaryProperties } from "../../model/boundary.ts";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import type { Position } from "geojson";
import type { Ground, GroundRegion, Outline } from "./ground.ts";
import { boxOf } from "./box.ts";
import { innerPoint } from "./inner-point.ts";
import { project } from "./mercator.ts";
import type { Point } from "./plane.ts";

export type BoundaryTopology = Topology;

function collection(topology: BoundaryTopology, object: string): GeometryCollection<BoundaryProperties> {
  const found = topology.objects[object] as GeometryObject<BoundaryProperties> | undefined;
  if (found?.type !== "GeometryCollection")
    throw new Error(`Boundaries have no layer "${object}" (${Object.keys(topology.objects).join(", ")}); name the layer that the file carries.`);
  return found as GeometryCollection<BoundaryProperties>;
}

/** All regions of a boundary layer on the map plane. */
export function groundOf(topology: BoundaryTopology, object: string): Ground {
  const regions = feature(topology, collection(topology, object)).features.map((f): GroundRegion => {
    const geometry = f.geometry;
    const polygons = geometry.type === "MultiPolygon" ? geometry.coordinates : geometry.type === "Polygon" ? [geometry.coordinates] : [];
    const parts = polygons.map((rings) => rings.map(onPlane));
    const properties: Partial<BoundaryProperties> = f.properties ?? {};
    const points = geometry.type === "MultiPoint" ? geometry.coordinates.map((p) => project(p[0]!, p[1]!)) : geometry.type === "Point" ? [project(geometry.coordinates[0]!, geometry.coordinates[1]!)] : [];
    return {
      code: properties.code ?? String(f.id),
      name: properties.name ?? "",
      nameEn: properties.nameEn ?? "",
      parent: properties.parent ?? "",
      ...(properties.passThrough && { passThrough: true }),
      labelAt: points[0] ?? innerPoint(parts),
      parts,
      box: boxOf(points.length > 0 ? points : parts.flatMap((p) => p[0] ?? [])),
    };
  });
  return { regions };
}

/** Lines between two different regions for which `divides` holds; a coast is a line whose two sides are the same region. */
export function linesOf(topology: BoundaryTopology, object: string, divides: (a: Partial<BoundaryProperties>, b: Partial<BoundaryProperties>, coast: boolean) => boolean): Outline {
  const lines = mesh(topology, collection(topology, object) as GeometryObject, (a, b) =>
    divides(a.properties ?? {}, b.properties ?? {}, a === b),
  );
  return { lines: lines.coordinates.map(onPlane) };
}
/** Lines inside the layer, between any two regions. */
export const innerLines = (topology: BoundaryTopology, object: string): Outline => linesOf(topology, object, (_a, _b, coast) => !coast);
/** The edge of the whole layer: coast and outer border. */
export const edgeLines = (topology: BoundaryTopology, object: string): Outline => linesOf(topology, object, (_a, _b, coast) => coast);
/** Lines between counties of different cities. */
export const cityLines = (topology: BoundaryTopology, object: string): Outline => linesOf(topology, object, (a, b, coast) => !coast && a.parent !== b.parent);
/** The merged edge of those regions that `inside` names. */
export const zoneLines = (topology: BoundaryTopology, object: string, inside: (code: string) => boolean): Outline =>
  linesOf(topology, object, (a, b, coast) => (coast ? inside(a.code ?? "") : inside(a.code ?? "") !== inside(b.code ?? "")));

const onPlane = (line: readonly Position[]): Point[] => line.map((p) => project(p[0]!, p[1]!));
