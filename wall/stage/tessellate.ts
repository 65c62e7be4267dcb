import earcut from "earcut";
import { parseHex } from "../../themes/contrast.ts";
import type { Ink } from "../../themes/ink.ts";
import { TEXTURE_PX, type Texture } from "../../themes/level.ts";
import type { Theme } from "../../themes/theme.ts";
import { arcPoints, dash } from "../marks/dash.ts";
import type { Paint, PathStep, Point } from "../marks/mark.ts";
import type { Shape } from "./shapes.ts";

export const TEXTURE_ID: Readonly<Record<Texture, number>> = { solid: 0, dense: 1, sparse: 2, dots: 3, cross: 4 };

export type Vector = Exclude<Shape, { kind: "regions" | "outline" | "points" | "clip" }>;

/** Floats of one corner: position 2, offset in px 2, edge distance and edge width 2, colour 4 (straight alpha), texture 1. */
export const CORNER_FLOATS = 11;

/** Corners one behind the other, and which three of them are a triangle. */
export interface Triangles {
  readonly corners: ArrayLike<number>;
  readonly indices: ArrayLike<number>;
}

/**
 * Collects triangles that fade out over one px at their edges, so that a picture is smooth without multisampling.
 * An offset is added in px after the camera's scale: lines keep their width while the map moves.
 */
export class Tessellation implements Triangles {
  readonly corners: number[] = [];
  readonly indices: number[] = [];
  private colour: readonly [number, number, number, number] = [0, 0, 0, 0];
  private texture = 0;
  private readonly theme: Theme;

  constructor(theme: Theme) {
    this.theme = theme;
  }

  ink(ink: Ink, alpha = 1, texture: Texture = "solid"): void {
    const hex = parseHex(this.theme.inks[ink]);
    this.colour = [(hex >> 16) / 255, ((hex >> 8) & 255) / 255, (hex & 255) / 255, alpha];
    this.texture = TEXTURE_ID[texture];
  }

  add(shape: Vector): void {
    switch (shape.kind) {
      case "line":
        this.paintLine(shape.points, shape, shape.cap === "round");
        break;
      case "area":
        this.paintRings(shape.rings, shape);
        break;
      case "rect": {
        const { x, y, width: w, height: h } = shape;
        this.paintRings([shape.radius ? roundedRect(x, y, w, h, shape.radius) : [[x, y], [x + w, y], [x + w, y + h], [x, y + h]]], shape, !shape.radius);
        break;
      }
      case "circle":
        this.paintRings([arcPoints(shape.cx, shape.cy, shape.r, 0, 360).slice(0, -1)], shape);
        break;
      case "arc":
        this.paintLine(arcPoints(shape.cx, shape.cy, shape.r, shape.from, shape.to), shape, false);
        break;
      case "path":
        for (const { points, closed } of flatten(shape.steps)) {
          if (closed) this.paintRings([points], shape);
          else {
            if (shape.fill) this.paintRings([points], { fill: shape.fill, ...(shape.fillAlpha === undefined ? {} : { fillAlpha: shape.fillAlpha }) });
            this.paintLine(points, shape, false);
          }
        }
        break;
    }
  }

  private paintLine(points: readonly Point[], paint: Paint, round: boolean): void {
    if (!paint.stroke || points.length < 2) return;
    this.ink(paint.stroke, paint.strokeAlpha ?? 1);
    const half = (paint.widthPx ?? 1) / 2;
    for (const stroke of paint.dash ? dash(points, paint.dash) : [points]) {
      this.stroke(stroke, half, false);
      if (round && half > 1) for (const [x, y] of [stroke[0]!, stroke.at(-1)!]) this.fill([arcPoints(x, y, half, 0, 360).slice(0, -1)], true);
    }
  }
  private paintRings(rings: readonly (readonly Point[])[], paint: Paint, sharp = false): void {
    if (paint.fill) {
      this.ink(paint.fill, paint.fillAlpha ?? (paint.texture ? TEXTURE_PX[paint.texture].alpha : 1), paint.texture ?? "solid");
      this.fill(rings, !sharp);
    }
    if (!paint.stroke) return;
    this.ink(paint.stroke, paint.strokeAlpha ?? 1);
    for (const ring of rings) {
      if (paint.dash) for (const stroke of dash([...ring, ring[0]!], paint.dash)) this.stroke(stroke, (paint.widthPx ?? 1) / 2, false);
      else this.stroke(ring, (paint.widthPx ?? 1) / 2, true);
    }
  }

  /** Fills rings (outer first, then holes), with a soft edge unless the edges lie on whole px. */
  fill(rings: readonly (readonly Point[])[], soft: boolean): void {
    const flat: number[] = [];
    const holes: number[] = [];
    const first = this.corners.length / CORNER_FLOATS;
    for (const ring of rings) {
      if (flat.length > 0) holes.push(flat.length / 2);
      for (const [x, y] of ring) {
        flat.push(x, y);
        this.corner(x, y, 0, 0, 0, 1);
      }
    }
    for (const i of earcut(flat, holes)) this.indices.push(first + i);
    if (!soft) return;
    rings.forEach((ring, r) => {
      const outward = (area(ring) > 0 ? 1 : -1) * (r === 0 ? 1 : -1);
      this.strip(ring, true, (nx, ny) => [
        [0, 0, 0, 1],
        [nx * outward, ny * outward, 1, 1],
      ]);
    });
  }

  /** A line of constant width in px; closed lines join their ends. */
  stroke(points: readonly Point[], half: number, closed: boolean): void {
    const reach = half + 0.5;
    this.strip(points, closed, (nx, ny) => [
      [-nx * reach, -ny * reach, -reach, reach],
      [nx * reach, ny * reach, reach, reach],
    ]);
  }

  private strip(points: readonly Point[], closed: boolean, sides: (nx: number, ny: number) => readonly (readonly [number, number, number, number])[]): void {
    const line = withoutRepeats(points, closed);
    if (line.length < 2) return;
    const first = this.corners.length / CORNER_FLOATS;
    const last = line.length - 1;
    line.forEach((at, i) => {
      const before = i > 0 ? line[i - 1]! : closed ? line[last]! : at;
      const after = i < last ? line[i + 1]! : closed ? line[0]! : at;
      const [nx, ny] = miter(before, at, after);
      for (const [ox, oy, d, w] of sides(nx, ny)) this.corner(at[0], at[1], ox, oy, d, w);
    });
    const joints = closed ? line.length : last;
    for (let i = 0; i < joints; i++) {
      const a = first + 2 * i;
      const b = first + 2 * ((i + 1) % line.length);
      this.indices.push(a, a + 1, b, a + 1, b + 1, b);
    }
  }
  private corner(x: number, y: number, ox: number, oy: number, distance: number, width: number): void {
    this.corners.push(x, y, ox, oy, distance, width, ...this.colour, this.texture);
  }
}

/** Unit normal at a corner, lengthened so that both sides keep their distance; sharp corners are cut at 2. */
function miter(before: Point, at: Point, after: Point): Point {
  const [ax, ay] = normal(before, at);
  const [bx, by] = normal(at, after);
  const [ux, uy] = ax === 0 && ay === 0 ? [bx, by] : bx === 0 && by === 0 ? [ax, ay] : [ax + bx, ay + by];
  const length = Math.hypot(ux, uy);
  if (length < 1e-6) return [ax, ay];
  const [mx, my] = [ux / length, uy / length];
  const [sx, sy] = ax === 0 && ay === 0 ? [bx, by] : [ax, ay];
  const reach = 1 / Math.max(0.5, mx * sx + my * sy);
  return [mx * reach, my * reach];
}
function normal([x0, y0]: Point, [x1, y1]: Point): Point {
  const length = Math.hypot(x1 - x0, y1 - y0);
  return length === 0 ? [0, 0] : [(y1 - y0) / length, -(x1 - x0) / length];
}
function withoutRepeats(points: readonly Point[], closed: boolean): Point[] {
  const kept = points.filter((p, i) => i === 0 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1]);
  if (closed && kept.length > 1 && kept[0]![0] === kept.at(-1)![0] && kept[0]![1] === kept.at(-1)![1]) kept.pop();
  return kept;
}
/** Twice the signed area; positive when the normals of `normal` point outward. */
function area(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return sum;
}

function roundedRect(x: number, y: number, w: number, h: number, radius: number): Point[] {
  const r = Math.min(radius, w / 2, h / 2);
  return [
    ...arcPoints(x + w - r, y + r, r, 0, 90),
    ...arcPoints(x + w - r, y + h - r, r, 90, 180),
    ...arcPoints(x + r, y + h - r, r, 180, 270),
    ...arcPoints(x + r, y + r, r, 270, 360),
  ];
}

/** Curves as short straight pieces. */
export function flatten(steps: readonly PathStep[]): { points: Point[]; closed: boolean }[] {
  const parts: { points: Point[]; closed: boolean }[] = [];
  let at: Point = [0, 0];
  let part: { points: Point[]; closed: boolean } | undefined;
  const to = (p: Point): void => {
    if (!part) parts.push((part = { points: [at], closed: false }));
    part.points.push(p);
    at = p;
  };
  for (const step of steps) {
    if (step[0] === "Z") {
      if (part) part.closed = true;
      part = undefined;
    } else if (step[0] === "M") {
      at = [step[1], step[2]];
      part = undefined;
    } else if (step[0] === "L") to([step[1], step[2]]);
    else {
      const from = at;
      const controls: Point[] = [from];
      for (let i = 1; i < step.length; i += 2) controls.push([step[i] as number, step[i + 1] as number]);
      for (let i = 1; i <= 24; i++) to(casteljau(controls, i / 24));
    }
  }
  return parts;
}
function casteljau(points: readonly Point[], t: number): Point {
  if (points.length === 1) return points[0]!;
  return casteljau(points.slice(1).map((p, i) => [points[i]![0] * (1 - t) + p[0] * t, points[i]![1] * (1 - t) + p[1] * t] as const), t);
}
