import type { Point } from "./plane.ts";

/** A rectangle on the glass, px. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Who wins when two names want the same place (VISUAL §8); the lower number stays. */
export const LABEL_RANK = { callout: 0, storm: 1, badge: 2, cityWithAlert: 3, city: 4, county: 5, town: 6, village: 7, context: 8 } as const;

export interface LabelWish {
  readonly id: string;
  /** Where it would best be centred. */
  readonly at: Point;
  readonly width: number;
  readonly height: number;
  readonly rank: number;
  /** Only at its own place or not at all. */
  readonly fixed?: boolean;
  /** How far the eight neighbours lie from the point, px; grows the step for marks with a symbol. */
  readonly gap?: number;
  /** Never on the point itself: a symbol stands there. */
  readonly skipOwn?: boolean;
}
export interface PlacedLabel {
  readonly id: string;
  readonly box: LabelBox;
  /** Which of the nine places it got; 0 = its own. */
  readonly place: number;
}

/** Own place, then east, west, north, south, then the corners: horizontal neighbours read best. */
const NEIGHBOURS: readonly Point[] = [[0, 0], [1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]];

/** Places names so that no two boxes meet: by rank, at their own place or one of eight neighbours; losers are left out. */
export function placeLabels(wishes: readonly LabelWish[], room: LabelBox, taken: readonly LabelBox[] = [], clear = 2): PlacedLabel[] {
  const standing: LabelBox[] = [...taken];
  const placed: PlacedLabel[] = [];
  const order = wishes.map((wish, i) => ({ wish, i })).sort((a, b) => a.wish.rank - b.wish.rank || a.i - b.i);
  for (const { wish } of order) {
    const gap = wish.gap ?? 0;
    const places = wish.fixed ? NEIGHBOURS.slice(0, 1) : NEIGHBOURS;
    for (let place = wish.skipOwn ? 1 : 0; place < places.length; place++) {
      const [sx, sy] = places[place]!;
      const stepX = wish.gap === undefined ? wish.width * 0.55 : wish.width / 2 + gap;
      const stepY = wish.gap === undefined ? wish.height * 0.6 : wish.height / 2 + gap;
      const box = {
        x: wish.at[0] + sx * stepX - wish.width / 2,
        y: wish.at[1] + sy * stepY - wish.height / 2,
        width: wish.width,
        height: wish.height,
      };
      if (!within(room, box) || standing.some((other) => meets(box, other, clear))) continue;
      standing.push(box);
      placed.push({ id: wish.id, box, place });
      break;
    }
  }
  return placed;
}

/** True when two boxes come closer than `clear` px. */
export const meets = (a: LabelBox, b: LabelBox, clear = 0): boolean =>
  a.x < b.x + b.width + clear && b.x < a.x + a.width + clear && a.y < b.y + b.height + clear && b.y < a.y + a.height + clear;
const within = (room: LabelBox, box: LabelBox): boolean =>
  box.x >= room.x && box.y >= room.y && box.x + box.width <= room.x + room.width && box.y + box.height <= room.y + room.height;
