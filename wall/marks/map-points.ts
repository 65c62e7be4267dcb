import type { Severity } from "../../model/words.ts";
import { levelCorners, levelInk } from "../../themes/level.ts";
import { linePx } from "../../themes/scale.ts";
import { widthKm } from "./camera.ts";
import type { PointsMark, Size } from "./mark.ts";
import { apply, unapply, type Point, type Transform } from "./plane.ts";

/** A point of the map (点位): a site of a topic, or a place that is drawn as a point. */
export interface MapPoint {
  readonly id: string;
  /** On the map plane. */
  readonly at: Point;
  readonly name: string;
  /** The gravest level that machines found there. */
  readonly severity?: Severity;
  /** Its limit is no published standard. */
  readonly byDefault?: boolean;
  /** Whether anything of it was ever reported; null while that is not known. What is unreported is no calm. */
  readonly tells: boolean | null;
}
/** Points that lie over a map. Its identity is the key under which what is drawn of it is kept: build once, hold on to it. */
export interface MapPoints {
  /** 水利点位. */
  readonly title: string;
  readonly points: readonly MapPoint[];
  /** So many have no point of their own, and are not drawn. */
  readonly lost?: number;
  /** Not all of them have come yet. */
  readonly awaited?: boolean;
  /** What must be said of where they stand: 村点示意. */
  readonly caption?: string;
}
/** Points that stand so close that one sign counts them, or a single one. */
export interface Cluster {
  readonly at: Point;
  readonly points: readonly MapPoint[];
  /** The gravest level among them. */
  readonly severity?: Severity;
  /** Of none of them anything was ever reported. */
  readonly isUntold: boolean;
}

/** One sign stands in so much of the picture: a finger's width. */
const CELL_U = 5;
/** A picture of no more than this shows each point by itself. */
const NEAR_KM = 40;
/** What lies together in so many cells is made ready together. */
const TILE_CELLS = 8;
const NEAR_TILE_KM = 10;
const PLANE = 2 ** 20;
const keyOf = (x: number, y: number): number => (x + PLANE / 2) * PLANE + y + PLANE / 2;

interface Detail {
  readonly tileKm: number;
  readonly tiles: ReadonlyMap<number, readonly Cluster[]>;
  /** What was made of the tiles that were in the last picture. */
  seen: { readonly key: string; readonly clusters: readonly Cluster[]; readonly signs: ReadonlyMap<string, Point[]> } | undefined;
}
const kept = new WeakMap<MapPoints, Map<number, Detail>>();

/** The side of a cell on the plane, km; 0 = none: each point stands by itself. It goes in steps, so that a camera that comes a little nearer keeps its signs. */
export const cellKm = (at: Transform, size: Pick<Size, "width" | "height" | "u">): number => (widthKm(at, size) <= NEAR_KM ? 0 : 2 ** (Math.round(2 * Math.log2((CELL_U * size.u) / at.k)) / 2));

function detailOf(points: MapPoints, cell: number): Detail {
  const known = kept.get(points) ?? new Map<number, Detail>();
  kept.set(points, known);
  let detail = known.get(cell);
  if (!detail) known.set(cell, (detail = { tileKm: cell === 0 ? NEAR_TILE_KM : TILE_CELLS * cell, tiles: tilesOf(clustersOf(points.points, cell), cell === 0 ? NEAR_TILE_KM : TILE_CELLS * cell), seen: undefined }));
  return detail;
}
/** Points by cells of a lattice that does not move with the camera. Where people are called to, the gravest level, a point always stands by itself. */
export function clustersOf(points: readonly MapPoint[], cell: number): Cluster[] {
  if (cell === 0) return points.map(alone);
  const cells = new Map<number, MapPoint[]>();
  const critical: Cluster[] = [];
  for (const point of points) {
    if (point.severity === 1) {
      critical.push(alone(point));
      continue;
    }
    const key = keyOf(Math.floor(point.at[0] / cell), Math.floor(point.at[1] / cell));
    const held = cells.get(key);
    if (held) held.push(point);
    else cells.set(key, [point]);
  }
  return [...[...cells.values()].map(together), ...critical];
}
const alone = (point: MapPoint): Cluster => ({ at: point.at, points: [point], ...(point.severity && { severity: point.severity }), isUntold: point.tells !== true });
function together(points: readonly MapPoint[]): Cluster {
  if (points.length === 1) return alone(points[0]!);
  let [x, y, worst, isUntold] = [0, 0, 5, true];
  for (const { at, severity = 5, tells } of points) {
    x += at[0];
    y += at[1];
    worst = Math.min(worst, severity);
    isUntold &&= tells !== true;
  }
  return { at: [x / points.length, y / points.length], points, ...(worst < 5 && { severity: worst as Severity }), isUntold };
}
function tilesOf(clusters: readonly Cluster[], tileKm: number): ReadonlyMap<number, Cluster[]> {
  const tiles = new Map<number, Cluster[]>();
  for (const cluster of clusters) {
    const key = keyOf(Math.floor(cluster.at[0] / tileKm), Math.floor(cluster.at[1] / tileKm));
    const held = tiles.get(key);
    if (held) held.push(cluster);
    else tiles.set(key, [cluster]);
  }
  return tiles;
}

/** What of them stands in or beside the picture of a camera; while no other tile comes into it, the same array. */
function seenOf(points: MapPoints, at: Transform, size: Size): NonNullable<Detail["seen"]> {
  const detail = detailOf(points, cellKm(at, size));
  const { tileKm, tiles } = detail;
  const edge = size.u * DISC_U.at(-1)!;
  const [x0, y0] = unapply(at, [-edge, -edge]).map((km) => Math.floor(km / tileKm)) as [number, number];
  const [x1, y1] = unapply(at, [size.width + edge, size.height + edge]).map((km) => Math.floor(km / tileKm)) as [number, number];
  const key = `${x0} ${y0} ${x1} ${y1}`;
  if (detail.seen?.key === key) return detail.seen;
  const clusters: Cluster[] = [];
  for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) clusters.push(...(tiles.get(keyOf(x, y)) ?? []));
  const signs = new Map<string, Point[]>();
  for (const cluster of clusters) for (const sign of signsOf(cluster)) {
    const places = signs.get(sign);
    if (places) places.push(cluster.at);
    else signs.set(sign, [cluster.at]);
  }
  return (detail.seen = { key, clusters, signs });
}
/** The signs in a camera's picture. */
export const clustersIn = (points: MapPoints, at: Transform, size: Size): readonly Cluster[] => seenOf(points, at, size).clusters.filter((cluster) => {
  const [x, y] = apply(at, cluster.at);
  return x >= 0 && x <= size.width && y >= 0 && y <= size.height;
});

/** The point or the points under a finger: the nearest sign that is no further than `reach` px. */
export function clusterAt(points: MapPoints, at: Transform, size: Size, [x, y]: Point, reach: number): Cluster | undefined {
  let [found, least]: [Cluster | undefined, number] = [undefined, Infinity];
  for (const cluster of clustersIn(points, at, size)) {
    const [px, py] = apply(at, cluster.at);
    const far = Math.hypot(px - x, py - y);
    // A graver one is not hidden by what lies beside it.
    const counted = far - (cluster.severity === 1 ? reach / 2 : 0);
    if (far <= Math.max(reach, discRadius(cluster, size.u)) && counted < least) [found, least] = [cluster, counted];
  }
  return found;
}

/** Radii of the discs that count up to 99, up to 999, and more. */
const DISC_U = [1.25, 1.65, 2.2] as const;
const discOf = ({ points }: Cluster): 0 | 1 | 2 => (points.length < 100 ? 0 : points.length < 1000 ? 1 : 2);
export const discRadius = (cluster: Cluster, u: number): number => (cluster.points.length === 1 ? DOT_U * u : DISC_U[discOf(cluster)] * u);
const DOT_U = 0.3;
const LEVEL_U = 1.3;

/** The signs of a cluster by name: its disc with its gravest level, or the point itself. */
function signsOf(cluster: Cluster): string[] {
  const { points, severity, isUntold } = cluster;
  if (points.length === 1) return severity ? [`level ${severity}`] : [isUntold ? "ring" : "dot"];
  const disc = discOf(cluster);
  return [`${isUntold ? "pale" : "disc"} ${disc}`, ...(severity ? [`level ${severity} ${disc}`] : [])];
}
/** What is painted first lies under the rest: the gravest level on top of all. */
const ORDER = ["pale 0", "disc 0", "pale 1", "disc 1", "pale 2", "disc 2"].concat("ring", "dot", ...[4, 3, 2, 1].flatMap((level) => [`level ${level} 0`, `level ${level} 1`, `level ${level} 2`, `level ${level}`]));

/** What is painted of the points for a camera, moving or not. The words are `map-point-words`. */
export function pointMarks(points: MapPoints, at: Transform, size: Size): PointsMark[] {
  const { signs } = seenOf(points, at, size);
  return ORDER.flatMap((sign) => {
    const places = signs.get(sign);
    return places ? [{ kind: "points" as const, at: places, transform: at, ...lookOf(sign, size.u) }] : [];
  });
}
function lookOf(sign: string, u: number): Pick<PointsMark, "corners" | "fill" | "fillAlpha" | "stroke" | "widthPx"> {
  const [kind, a = "0", b] = sign.split(" ");
  switch (kind) {
    case "dot": return { corners: round(DOT_U * u), fill: "t2" };
    case "ring": return { corners: round(DOT_U * u), fill: "bg", stroke: "t3", widthPx: linePx(1.5, u) };
    case "pale": return { corners: round(DISC_U[Number(a)]! * u), fill: "bg", fillAlpha: 0.85, stroke: "hair2", widthPx: linePx(1.5, u) };
    case "disc": return { corners: round(DISC_U[Number(a)]! * u), fill: "bg", fillAlpha: 0.85, stroke: "t2", widthPx: linePx(1.5, u) };
    default: {
      const severity = Number(a) as Severity;
      // On a disc its level stands at the upper right, where it covers no digit.
      const off = b === undefined ? 0 : DISC_U[Number(b)]! * u * 0.8;
      return { corners: levelSign(severity, LEVEL_U * u).map(([x, y]) => [x + off, y - off]), fill: "bg", stroke: levelInk(severity, "line"), widthPx: linePx(2, u) };
    }
  }
}
const CIRCLE_CORNERS = 14;
const round = (r: number): Point[] => Array.from({ length: CIRCLE_CORNERS }, (_, i) => [r * Math.sin((2 * Math.PI * i) / CIRCLE_CORNERS), -r * Math.cos((2 * Math.PI * i) / CIRCLE_CORNERS)]);
const levelSign = (severity: Severity, side: number): Point[] => levelCorners(severity)?.map(([x, y]): Point => [x * side, y * side]) ?? round(side / 2);
