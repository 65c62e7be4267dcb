import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A box on the page, client px. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const keepers = new Set<() => readonly PageBox[]>();

/** Says what of its host nothing that comes and goes may cover: a legend explains what is asked about in that very moment. */
export class KeepsFree implements ReactiveController {
  private readonly boxes: () => readonly PageBox[];
  /** @param boxes asked for when something comes */
  constructor(host: ReactiveControllerHost, boxes: () => readonly PageBox[]) {
    this.boxes = boxes;
    host.addController(this);
  }
  hostConnected(): void {
    keepers.add(this.boxes);
  }
  hostDisconnected(): void {
    keepers.delete(this.boxes);
  }
}
/** All that is kept free on this page now. */
export const keptFree = (): PageBox[] => [...keepers].flatMap((boxes) => boxes());

/** Between what comes and what is kept free, px. */
const GAP_PX = 12;
/**
 * How far a box moves from where it would stand, to the right and upward in px, so that it covers nothing that is kept free: as little upward as may be, then as
 * little to the right. Where nothing in `room` is clear it stays.
 */
export function moveClear(box: PageBox, kept: readonly PageBox[], room: PageBox): { readonly right: number; readonly up: number } {
  const covers = (right: number, up: number): boolean =>
    kept.some((other) => box.left + right < other.right + GAP_PX && other.left - GAP_PX < box.right + right && box.top - up < other.bottom + GAP_PX && other.top - GAP_PX < box.bottom - up);
  const fits = (right: number, up: number): boolean => box.right + right <= room.right && box.top - up >= room.top;
  const ups = [0, ...kept.map(({ top }) => box.bottom - top + GAP_PX).filter((up) => up > 0)].sort((a, b) => a - b);
  const rights = [0, ...kept.map(({ right }) => right + GAP_PX - box.left).filter((right) => right > 0)].sort((a, b) => a - b);
  for (const up of ups) for (const right of rights) if (fits(right, up) && !covers(right, up)) return { right, up };
  return { right: 0, up: 0 };
}

/** Where on a page something that comes and goes may lie, and what stands there; boxes in client px. */
export interface Ground {
  readonly rooms: readonly PageBox[];
  readonly taken: readonly PageBox[];
}
/** Where in the rooms, the first first, a box of this size covers nothing that is taken: as low as may be, then as far to the left. Null = nowhere. */
export function clearSpot({ width, height }: { readonly width: number; readonly height: number }, { rooms, taken }: Ground): { readonly left: number; readonly top: number } | null {
  for (const room of rooms) {
    const near = taken.filter((other) => other.left < room.right && room.left < other.right && other.top < room.bottom && room.top < other.bottom);
    const tops = [room.bottom, ...near.map(({ top }) => top)].map((foot) => foot - GAP_PX - height).filter((top) => top >= room.top + GAP_PX && top + height + GAP_PX <= room.bottom).sort((a, b) => b - a);
    const lefts = [room.left, ...near.map(({ right }) => right)].map((edge) => edge + GAP_PX).filter((left) => left >= room.left + GAP_PX && left + width + GAP_PX <= room.right).sort((a, b) => a - b);
    for (const top of tops) {
      const beside = near.filter((other) => top < other.bottom + GAP_PX && other.top - GAP_PX < top + height);
      for (const left of lefts) if (!beside.some((other) => left < other.right + GAP_PX && other.left - GAP_PX < left + width)) return { left, top };
    }
  }
  return null;
}
