import { feature } from "topojson-client";
import type { GeometryObject, MultiPolygon, Topology } from "topojson-specification";
import type { BoundaryProperties } from "../../model/boundary.ts";
import { polygonOf, type Polygon } from "./polygon.ts";

export type Shape = GeometryObject<BoundaryProperties> & { readonly properties: BoundaryProperties };
export type Shapes = Topology<Record<string, { type: "GeometryCollection"; geometries: Shape[] }>>;
type Arcs = number | readonly Arcs[];

/** Only the geometries that `keep` wants, with only the arcs that they use; coordinates are untouched. */
export function pick(shapes: Shapes, object: string, keep: (properties: BoundaryProperties) => boolean): Shapes {
  const numbers = new Map<number, number>();
  const renumber = (arcs: Arcs): Arcs => {
    if (typeof arcs !== "number") return arcs.map(renumber);
    const old = arcs < 0 ? ~arcs : arcs;
    const now = numbers.get(old) ?? numbers.size;
    numbers.set(old, now);
    return arcs < 0 ? ~now : now;
  };
  const geometries = shapes.objects[object]!.geometries.filter((shape) => keep(shape.properties)).map((shape) =>
    "arcs" in shape ? ({ ...shape, arcs: renumber(shape.arcs) } as Shape) : shape,
  );
  return { ...shapes, arcs: [...numbers.keys()].map((arc) => shapes.arcs[arc]!), objects: { [object]: { type: "GeometryCollection", geometries } } };
}

/** The area of one region. @throws when the shapes do not hold it */
export function areaIn(shapes: Shapes, object: string, code: string): Polygon {
  const shape = shapes.objects[object]?.geometries.find(({ properties }) => properties.code === code);
  if (!shape) throw new Error(`The shapes "${object}" hold no region ${code}.`);
  return polygonOf(feature(shapes, shape as MultiPolygon<BoundaryProperties>).geometry);
}
