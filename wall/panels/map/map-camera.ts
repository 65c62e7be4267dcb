import type { ReactiveController, ReactiveControllerHost } from "lit";
import { MOTION } from "../../../themes/scale.ts";
import { onTheWay } from "../../marks/camera.ts";
import type { Size } from "../../marks/mark.ts";
import type { Transform } from "../../marks/plane.ts";

/** Moves a map's camera to its goal in 900 ms, by the frames of the page; with reduced motion it cuts. */
export class MapCamera implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private from: Transform | undefined;
  private start: number | undefined;
  private frame = 0;
  private size: Size | undefined;
  private held = false;
  goal: Transform | undefined;
  at: Transform | undefined;
  /** A hand has it: no view sends it anywhere. */
  byHand = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }
  hostDisconnected(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.at = this.goal;
  }
  /** Sends the camera; a new picture size, or `cut`, takes it there at once. */
  look(goal: Transform, size: Size, cut = false): void {
    const before = this.goal;
    if (before && before.k === goal.k && before.dx === goal.dx && before.dy === goal.dy) return;
    const resized = this.size !== undefined && (this.size.width !== size.width || this.size.height !== size.height);
    this.size = size;
    this.goal = goal;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (!this.at || resized || cut || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.at = goal;
      return;
    }
    this.release(this.held);
  }
  /** Follows a hand; words stay placed for the goal until it rests. */
  follow(at: Transform): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.byHand = true;
    this.at = at;
    this.host.requestUpdate();
  }
  /** Rests where a hand has it. */
  rest(): void {
    if (this.at === this.goal) return;
    this.goal = this.at;
    this.host.requestUpdate();
  }
  /** A view may send it again, from where it is. */
  letGo(): void {
    if (!this.byHand) return;
    this.byHand = false;
    this.goal = this.at;
    this.host.requestUpdate();
  }
  /** Stops where it is, for a moment in which something else has to be painted first. */
  hold(): void {
    this.held = true;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }
  /** Goes on to its goal, if it is not there; `held` = as soon as it is let go. */
  release(held = false): void {
    this.held = held;
    if (held || this.frame !== 0 || !this.at || this.at === this.goal) return;
    this.from = this.at;
    this.start = undefined;
    this.frame = requestAnimationFrame((time) => this.step(time));
  }
  private step(time: number): void {
    this.start ??= time;
    const share = (time - this.start) / MOTION.cameraMs;
    this.at = onTheWay(this.from!, this.goal!, this.size!, share);
    this.frame = share < 1 ? requestAnimationFrame((next) => this.step(next)) : 0;
    this.host.requestUpdate();
  }
}
