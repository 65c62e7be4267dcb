export type Point = readonly [x: number, y: number];

/** Map plane → px: `px = k·x + dx`. Ground and outlines keep their coordinates, so a camera moves without new geometry. */
export interface Transform {
  readonly k: number;
  readonly dx: number;
  readonly dy: number;
}
export const apply = (t: Transform, [x, y]: Point): Point => [t.k * x + t.dx, t.k * y + t.dy];
export const unapply = (t: Transform, [x, y]: Point): Point => [(x - t.dx) / t.k, (y - t.dy) / t.k];
