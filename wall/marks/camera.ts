import type { Words } from "../../model/words.ts";
import type { Size } from "./mark.ts";
import { project, unproject } from "./mercator.ts";
import type { Point, Transform } from "./plane.ts";

/** Degrees: [west, south, east, north]. */
export type GeoBox = readonly [west: number, south: number, east: number, north: number];
/** Room kept free at the sides, in px. */
export interface Inset {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}
export interface Camera {
  readonly id: string;
  readonly title: Words;
  readonly box: GeoBox;
}

/** Cameras stay where the layers are true (DESIGN §4). */
export const TRUE_GROUND: GeoBox = [106, 17.5, 119.5, 28];

/** The named views; a county's or town's is fitted from its own shape. */
export const CAMERAS = {
  province: { id: "province", title: { zh: "全省", en: "Province" }, box: [109.6, 20.15, 117.3, 25.6] },
  delta: { id: "delta", title: { zh: "珠三角", en: "Pearl River Delta" }, box: [111.35, 21.55, 115.4, 24.4] },
  east: { id: "east", title: { zh: "粤东", en: "East" }, box: [114.85, 22.6, 117.2, 24.2] },
  west: { id: "west", title: { zh: "粤西", en: "West" }, box: [109.6, 20.15, 112.4, 22.75] },
  north: { id: "north", title: { zh: "粤北", en: "North" }, box: [111.0, 22.9, 116.9, 25.6] },
  storm: { id: "storm", title: { zh: "台风", en: "Typhoon" }, box: [108.2, 18.3, 118.6, 25.6] },
  // The storm's view of a low picture: less of the sea, so that the cities still bear their names; room for the legend in the west.
  landfall: { id: "landfall", title: { zh: "登陆", en: "Landfall" }, box: [107, 19.2, 117.5, 25.6] },
} as const satisfies Record<string, Camera>;
export type CameraName = keyof typeof CAMERAS;

const NO_INSET: Inset = { top: 0, right: 0, bottom: 0, left: 0 };

/** A storm's view for a picture so high, in u. */
export const stormCamera = (heightU: number): CameraName => (heightU < LOW_PICTURE_U ? "landfall" : "storm");
const LOW_PICTURE_U = 32;

/** How much of a very wide picture true ground must fill; the rest fades into the page. */
const LEAST_GROUND = 0.72;

/**
 * Puts a box of the map plane in the middle of the free room, as large as it goes. A picture never shows more than true
 * ground from north to south; where it is wider than that, the ground ends before the picture does.
 */
export function fit(box: readonly [number, number, number, number], size: Size, inset: Inset = NO_INSET): Transform {
  const [x0, y0, x1, y1] = box;
  const width = Math.max(1, size.width - inset.left - inset.right);
  const height = Math.max(1, size.height - inset.top - inset.bottom);
  const [tx0, ty0, tx1, ty1] = planeBox(TRUE_GROUND);
  const wanted = Math.min(width / Math.max(x1 - x0, 1e-6), height / Math.max(y1 - y0, 1e-6));
  const k = Math.max(wanted, (LEAST_GROUND * size.width) / (tx1 - tx0), size.height / (ty1 - ty0));
  const dx = inset.left + width / 2 - (k * (x0 + x1)) / 2;
  const dy = inset.top + height / 2 - (k * (y0 + y1)) / 2;
  return { k, dx: between(size.width - k * tx1, dx, -k * tx0), dy: between(size.height - k * ty1, dy, -k * ty0) };
}
const between = (a: number, value: number, b: number): number => Math.min(Math.max(a, b), Math.max(Math.min(a, b), value));

/** A box of degrees on the map plane. */
export function planeBox([west, south, east, north]: GeoBox): [number, number, number, number] {
  const [x0, y0] = project(west, north);
  const [x1, y1] = project(east, south);
  return [x0, y0, x1, y1];
}
export const fitCamera = (camera: Pick<Camera, "box">, size: Size, inset?: Inset): Transform => fit(planeBox(camera.box), size, inset);

/** How many km the picture is wide: decides which names may stand. */
export const widthKm = (transform: Transform, size: Size): number => size.width / transform.k;

/** The degrees that a picture shows. */
export function seen(transform: Transform, size: Size): GeoBox {
  const at = (x: number, y: number): Point => unproject([(x - transform.dx) / transform.k, (y - transform.dy) / transform.k]);
  const [west, north] = at(0, 0);
  const [east, south] = at(size.width, size.height);
  return [west, south, east, north];
}

/**
 * A camera on its way: centre first, then scale, with slow ends.
 * @param share 0 at the start, 1 at the goal
 */
export function onTheWay(from: Transform, to: Transform, size: Size, share: number): Transform {
  if (share >= 1) return to;
  const pan = ease(Math.min(1, share / 0.6));
  const zoom = ease(Math.max(0, (share - 0.15) / 0.85));
  const centre = (t: Transform): Point => [(size.width / 2 - t.dx) / t.k, (size.height / 2 - t.dy) / t.k];
  const [ax, ay] = centre(from);
  const [bx, by] = centre(to);
  const k = from.k * (to.k / from.k) ** zoom;
  const x = ax + (bx - ax) * pan;
  const y = ay + (by - ay) * pan;
  return { k, dx: size.width / 2 - k * x, dy: size.height / 2 - k * y };
}
const ease = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2);
