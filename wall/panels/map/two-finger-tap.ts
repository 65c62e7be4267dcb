import type { Point } from "../../marks/plane.ts";

/** A finger that moves no further taps. */
export const TAP_PX = 8;
/** Two fingers that lie longer than this rest on the glass, and mean nothing. */
export const TAP_MS = 350;

/** Tells a tap of two fingers (back one level, VISUAL §11) from a pinch, a rest and the touch of more of a hand. Times in ms of one clock. */
export class TwoFingerTap {
  private readonly from = new Map<number, Point>();
  private readonly down = new Set<number>();
  private begunAt = 0;
  private isSpoiled = false;

  press(id: number, place: Point, at: number): void {
    if (this.down.size === 0) {
      this.from.clear();
      this.begunAt = at;
      this.isSpoiled = false;
    }
    this.from.set(id, place);
    this.down.add(id);
    if (this.from.size > 2) this.isSpoiled = true;
  }
  /** @returns whether the hand has moved by more than a tap trembles, now or before */
  move(id: number, [x, y]: Point): boolean {
    const from = this.from.get(id);
    if (from && this.down.has(id) && Math.hypot(x - from[0], y - from[1]) >= TAP_PX) this.isSpoiled = true;
    return this.isSpoiled;
  }
  /** @param isLifted false where the system or a guard took the finger away @returns true when that was a tap of two fingers */
  lift(id: number, at: number, isLifted: boolean): boolean {
    if (!this.down.delete(id)) return false;
    if (!isLifted) this.isSpoiled = true;
    return this.down.size === 0 && this.from.size === 2 && !this.isSpoiled && at - this.begunAt <= TAP_MS;
  }
  clear(): void {
    this.down.clear();
    this.from.clear();
  }
}
