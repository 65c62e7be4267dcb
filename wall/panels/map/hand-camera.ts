import { nearer, pushed } from "../../marks/free-camera.ts";
import type { Point, Transform } from "../../marks/plane.ts";
import { TAP_PX, TwoFingerTap } from "./two-finger-tap.ts";

/** What a hand let go of slows to a third in this time, ms. */
const GLIDE_MS = 160;
/** px/ms below which it stands. */
const STANDS = 0.02;
/** So long nothing moved: the hand is done, and names may be placed, ms. */
const QUIET_MS = 180;
/** A turn of a wheel by one notch, 100 px. */
const WHEEL = 0.0018;
/** Older moves of a hand say nothing of how it let go, ms. */
const LATEST_MS = 80;

interface Hands {
  readonly element: HTMLElement;
  /** Where the camera is; undefined before the map stands. */
  at(): Transform | undefined;
  size(): { readonly width: number; readonly height: number } | undefined;
  moved(to: Transform): void;
  /** It rests where the hand has it. */
  settled(): void;
  /** Two fingers have tapped: back one level. */
  backed(): void;
}

/** Moves a map's camera by hand: one finger pushes, two pinch or tap, a wheel comes nearer; what is pushed glides on a little. */
export class HandCamera {
  private readonly hands: Hands;
  private readonly fingers = new Map<number, Point>();
  private track: { readonly at: number; readonly place: Point }[] = [];
  private frame = 0;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private wanted: Transform | undefined;
  private begun: Point = [0, 0];
  private readonly two = new TwoFingerTap();
  /** The last touch moved the map: the click behind it is no tap. */
  hasDragged = false;
  private readonly undo: () => void;

  constructor(hands: Hands) {
    this.hands = hands;
    const { element } = hands;
    const on = <K extends keyof HTMLElementEventMap>(kind: K, heard: (event: HTMLElementEventMap[K]) => void, options?: AddEventListenerOptions): (() => void) => {
      element.addEventListener(kind, heard, options);
      return () => element.removeEventListener(kind, heard);
    };
    const stops = [
      on("pointerdown", (event) => this.down(event)), on("pointermove", (event) => this.move(event)),
      on("pointerup", (event) => this.up(event, true)), on("pointercancel", (event) => this.up(event, false)),
      on("wheel", (event) => this.wheel(event), { passive: false }),
    ];
    element.style.touchAction = "none";
    this.undo = () => {
      for (const stop of stops) stop();
      element.style.touchAction = "";
    };
  }
  /** Lets go of the map at once, wherever it is. */
  drop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.quiet);
    this.frame = 0;
    this.wanted = undefined;
    this.fingers.clear();
    this.two.clear();
  }
  stop(): void {
    this.drop();
    this.undo();
  }

  private place({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const box = this.hands.element.getBoundingClientRect();
    return [clientX - box.left, clientY - box.top];
  }
  private down(event: PointerEvent): void {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    this.still();
    const place = this.place(event);
    if (this.fingers.size === 0) {
      this.begun = place;
      this.hasDragged = false;
    }
    this.fingers.set(event.pointerId, place);
    this.two.press(event.pointerId, place, event.timeStamp);
    this.track = [{ at: event.timeStamp, place }];
  }
  /** A glide ends under a finger. */
  private still(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    clearTimeout(this.quiet);
  }
  private move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    const size = this.hands.size();
    const at = this.wanted ?? this.hands.at();
    if (!before || !size || !at) return;
    const place = this.place(event);
    const hasMoved = this.two.move(event.pointerId, place) || (this.fingers.size < 2 && Math.hypot(place[0] - this.begun[0], place[1] - this.begun[1]) >= TAP_PX);
    if (!this.hasDragged && !hasMoved) return;
    if (!this.hasDragged) {
      this.hasDragged = true;
      // From here on the hand has the map, wherever it goes.
      for (const id of this.fingers.keys()) this.hands.element.setPointerCapture(id);
    }
    this.fingers.set(event.pointerId, place);
    const others = [...this.fingers].filter(([id]) => id !== event.pointerId).map(([, other]) => other);
    const other = others[0];
    if (!other) {
      this.track = [...this.track.filter(({ at: then }) => event.timeStamp - then < LATEST_MS), { at: event.timeStamp, place }];
      return this.go(pushed(at, [place[0] - before[0], place[1] - before[1]], size));
    }
    const [wide, was] = [Math.hypot(place[0] - other[0], place[1] - other[1]), Math.hypot(before[0] - other[0], before[1] - other[1])];
    const [middle, stood] = [[(place[0] + other[0]) / 2, (place[1] + other[1]) / 2], [(before[0] + other[0]) / 2, (before[1] + other[1]) / 2]] as const;
    this.go(nearer(pushed(at, [middle[0] - stood[0], middle[1] - stood[1]], size), wide / Math.max(1, was), middle, size));
  }
  private up(event: PointerEvent, isLifted: boolean): void {
    const hasTapped = this.two.lift(event.pointerId, event.timeStamp, isLifted);
    if (!this.fingers.delete(event.pointerId)) return;
    if (hasTapped) {
      // Whatever click comes of either finger chooses nothing.
      this.hasDragged = true;
      return this.hands.backed();
    }
    if (!this.hasDragged) return;
    const [first, last] = [this.track[0], this.track.at(-1)];
    const took = first && last ? last.at - first.at : 0;
    if (this.fingers.size > 0 || !first || !last || took <= 0 || event.timeStamp - last.at > LATEST_MS || matchMedia("(prefers-reduced-motion: reduce)").matches) return this.rest();
    this.glide([(last.place[0] - first.place[0]) / took, (last.place[1] - first.place[1]) / took]);
  }
  private glide([vx, vy]: Point): void {
    let [x, y, then] = [vx, vy, performance.now()];
    const step = (now: number): void => {
      const [at, size] = [this.hands.at(), this.hands.size()];
      const ms = Math.max(0, now - then);
      then = now;
      if (!at || !size || Math.hypot(x, y) < STANDS) {
        this.frame = 0;
        return this.rest();
      }
      this.hands.moved(pushed(at, [x * ms, y * ms], size));
      const slower = Math.exp(-ms / GLIDE_MS);
      [x, y] = [x * slower, y * slower];
      this.frame = requestAnimationFrame(step);
    };
    this.wanted = undefined;
    this.still();
    this.frame = requestAnimationFrame(step);
  }
  private wheel(event: WheelEvent): void {
    const [at, size] = [this.wanted ?? this.hands.at(), this.hands.size()];
    if (!at || !size) return;
    event.preventDefault();
    // Ctrl and a wheel is how a touch pad tells a pinch, in finer steps.
    const turned = event.deltaMode === 1 ? event.deltaY * 32 : event.deltaY;
    this.go(nearer(at, Math.exp(-turned * (event.ctrlKey ? 4 : 1) * WHEEL), this.place(event), size));
  }
  /** As many moves as come between two frames are one. */
  private go(to: Transform): void {
    this.wanted = to;
    this.rest();
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const next = this.wanted;
      this.wanted = undefined;
      if (next) this.hands.moved(next);
    });
  }
  private rest(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.hands.settled(), QUIET_MS);
  }
}
