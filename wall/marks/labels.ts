import type { Point } from "./plane.ts";

/** A rectangle on the glass, px. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Who wins when two names want the same place (VISUAL §8); the lower number stays. 香港 and 澳门 are always named: the cities around them have other places. */
export const LABEL_RANK = { callout: 0, storm: 1, badge: 2, alwaysNamed: 2.5, cityWithAlert: 3, city: 4, county: 5, town: 6, village: 7, context: 8 } as const;

export interface LabelWish {
  readonly id: string;
  /** Where it would best be centred. */
  readonly at: Point;
  readonly width: number;
  readonly height: number;
  readonly rank: number;
  /** Only at its own place or not at all. */
  readonly fixed?: boolean;
  /** The size it may shrink to by saying less, when there is no room for all of it. */
  readonly less?: { readonly width: number; readonly height: number };
  /** How far the eight neighbours lie from the point, px; grows the step for marks with a symbol. */
  readonly gap?: number;
  /** Further points that are as good, tried in order when the first one is taken. */
  readonly others?: readonly Point[];
  /** Order in which the nine places are tried, by number; absent = own place, then sideways, then up and down. */
  readonly prefer?: readonly number[];
  /** Whether a name may stand with its middle here; asked for the neighbours of its own place. */
  readonly home?: (middle: Point) => boolean;
  /** Middles off its own place, to which a line leads from there; asked for only when no place of its own is free. */
  readonly away?: () => readonly Point[];
  /** Boxes that this one must keep off, while others may lie on them. */
  readonly avoid?: readonly LabelBox[];
  /** Boxes that it leaves to others while there is another place. */
  readonly shun?: readonly LabelBox[];
  /** Whether a box is one of its better ones; asked together with `shun`. */
  readonly better?: (box: LabelBox) => boolean;
  /** Never on the point itself: a symbol stands there. */
  readonly skipOwn?: boolean;
}
export interface PlacedLabel {
  readonly id: string;
  readonly box: LabelBox;
  /** Which of the nine places it got; 0 = its own. */
  readonly place: number;
  /** It stands off its place: the point that a line must lead to. */
  readonly led?: Point;
  /** It says less than it wished to. */
  readonly reduced?: true;
}

/** Own place, then east, west, north, south, then the corners: horizontal neighbours read best. */
const NEIGHBOURS: readonly Point[] = [[0, 0], [1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]];

const ALL_PLACES = NEIGHBOURS.map((_, place) => place);

/** Places names so that no two boxes meet: by rank, at their own place or one of eight neighbours; losers are left out. */
export function placeLabels(wishes: readonly LabelWish[], room: LabelBox, taken: readonly LabelBox[] = [], clear = 2): PlacedLabel[] {
  const standing: LabelBox[] = [...taken];
  const placed: PlacedLabel[] = [];
  const order = wishes.map((wish, i) => ({ wish, i })).sort((a, b) => a.wish.rank - b.wish.rank || a.i - b.i);
  for (const { wish } of order) {
    const gap = wish.gap ?? 0;
    const places = (wish.prefer ?? ALL_PLACES).filter((place) => (place === 0 ? !wish.skipOwn : !wish.fixed));
    const free = (box: LabelBox): boolean => within(room, box) && !standing.some((other) => meets(box, other, clear)) && !wish.avoid?.some((other) => meets(box, other));
    const kind = (box: LabelBox): boolean => free(box) && !wish.shun!.some((other) => meets(box, other));
    const best = (box: LabelBox): boolean => wish.better!(box) && kind(box);
    const whole = (wish.shun && wish.better && firstFree(wish, places, gap, best)) ?? (wish.shun && firstFree(wish, places, gap, kind)) ?? firstFree(wish, places, gap, free);
    const lead = (box: LabelBox, to: Point): boolean => {
      const line = beads(box, to);
      return !standing.some((other) => line.some((bead) => meets(other, bead)));
    };
    const wholly = whole ?? ledTo(wish, free, lead);
    const less = wish.less && { ...wish, ...wish.less };
    const found = wholly ?? (less && (firstFree(less, places, gap, free) ?? ledTo(less, free, lead)));
    if (!found) continue;
    standing.push(found.box, ...(found.led ? beads(found.box, found.led) : []));
    placed.push({ id: wish.id, ...found, ...(wholly ? {} : { reduced: true }) });
  }
  return placed;
}

/** How many of the eight neighbours of a point please: the fewer, the sooner its name must be placed. */
export const openPlaces = ({ at: [x, y], width, height, gap = 0 }: LabelWish, pleases: (box: LabelBox) => boolean): number =>
  NEIGHBOURS.slice(1).filter(([sx, sy]) => pleases({ x: x + sx * (width / 2 + gap) - width / 2, y: y + sy * (height / 2 + gap) - height / 2, width, height })).length;

type Found = Pick<PlacedLabel, "box" | "place" | "led">;

function firstFree(wish: LabelWish, places: readonly number[], gap: number, free: (box: LabelBox) => boolean): Found | undefined {
  const { width, height } = wish;
  // Round a symbol the name clears it; without one it first moves by half its size, then by all of it.
  const steps: readonly Point[] = wish.gap === undefined ? [[width * 0.55, height * 0.6], [width * 1.04, height * 1.1]] : [[width / 2 + gap, height / 2 + gap]];
  for (const [x, y] of [wish.at, ...(wish.others ?? [])])
    for (const [stepX, stepY] of steps)
      for (const place of places) {
        const [sx, sy] = NEIGHBOURS[place]!;
        const box = { x: x + sx * stepX - width / 2, y: y + sy * stepY - height / 2, width, height };
        if (free(box) && (place === 0 || !wish.home || wish.home([box.x + width / 2, box.y + height / 2]))) return { box, place };
      }
  return undefined;
}

/** Off its place, at the first middle whose box is free and to which a line can be drawn over nothing else. */
function ledTo({ at, others = [], away, width, height }: LabelWish, free: (box: LabelBox) => boolean, lead: (box: LabelBox, to: Point) => boolean): Found | undefined {
  for (const [x, y] of away?.() ?? []) {
    const box = { x: x - width / 2, y: y - height / 2, width, height };
    if (!free(box)) continue;
    const led = [at, ...others].find((to) => lead(box, to));
    if (led) return { box, place: 0, led };
  }
  return undefined;
}
/** Where a line from a point reaches a box. */
export const nearestOf = (box: LabelBox, [x, y]: Point): Point => [Math.max(box.x, Math.min(x, box.x + box.width)), Math.max(box.y, Math.min(y, box.y + box.height))];
/** Small boxes along the line from a point to a box, for what must keep off it. */
function beads(box: LabelBox, to: Point): LabelBox[] {
  const from = nearestOf(box, to);
  const steps = Math.max(1, Math.ceil(Math.hypot(from[0] - to[0], from[1] - to[1]) / BEAD_PX));
  return Array.from({ length: steps }, (_, i): LabelBox => {
    const share = (i + 1) / steps;
    return { x: from[0] + (to[0] - from[0]) * share - 1, y: from[1] + (to[1] - from[1]) * share - 1, width: 2, height: 2 };
  });
}
const BEAD_PX = 6;

/** The places around a point of a line, those off the line first; `heading` in degrees clockwise from north. */
export function besideLine(heading: number): number[] {
  const off = (place: number): number => {
    const [x, y] = NEIGHBOURS[place]!;
    return Math.abs(Math.sin(Math.atan2(x, -y) - (heading * Math.PI) / 180));
  };
  return [1, 2, 3, 4, 5, 6, 7, 8].sort((a, b) => off(b) - off(a));
}

/** True when two boxes come closer than `clear` px. */
export const meets = (a: LabelBox, b: LabelBox, clear = 0): boolean =>
  a.x < b.x + b.width + clear && b.x < a.x + a.width + clear && a.y < b.y + b.height + clear && b.y < a.y + a.height + clear;
const within = (room: LabelBox, box: LabelBox): boolean =>
  box.x >= room.x && box.y >= room.y && box.x + box.width <= room.x + room.width && box.y + box.height <= room.y + room.height;
