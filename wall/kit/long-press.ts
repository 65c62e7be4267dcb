import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Stop } from "../../model/ports.ts";
import { clockContext } from "./contexts.ts";
import { Holding } from "./holding.ts";
import { numberAt } from "./number-at.ts";

/** How long a finger stays on a number to ask what it is made of. */
export const PRESS_MS = 600;
/** A finger that wanders farther is dragging, px. */
const STILL_PX = 12;

/**
 * Asks about a number by long press, by the context menu of a mouse, or by the menu key (Shift+F10) where the focus is.
 * The tap that such a press would have been does not happen.
 */
export class LongPress implements ReactiveController {
  private readonly clock: ContextConsumer<typeof clockContext, ReactiveControllerHost & HTMLElement>;
  private readonly pressed: (number: HTMLElement) => void;
  private readonly on: HTMLElement;
  private holding: Holding | undefined;
  private from = { x: 0, y: 0 };
  private down = false;
  private spent = false;
  private stops: Stop[] = [];

  /** @param on where presses are listened for; absent = the host itself */
  constructor(host: ReactiveControllerHost & HTMLElement, pressed: (number: HTMLElement) => void, on: HTMLElement = host) {
    this.on = on;
    this.pressed = pressed;
    this.clock = new ContextConsumer(host, { context: clockContext });
    host.addController(this);
  }
  hostConnected(): void {
    const listen = <K extends keyof HTMLElementEventMap>(kind: K, listener: (e: HTMLElementEventMap[K]) => void): void => {
      this.on.addEventListener(kind, listener, { capture: true });
      this.stops.push(() => this.on.removeEventListener(kind, listener, { capture: true }));
    };
    listen("pointerdown", (e) => this.start(e));
    listen("pointermove", (e) => Math.hypot(e.clientX - this.from.x, e.clientY - this.from.y) > STILL_PX && this.holding?.cancel());
    for (const end of ["pointerup", "pointercancel"] as const)
      listen(end, () => {
        this.down = false;
        this.holding?.cancel();
      });
    listen("contextmenu", (e) => this.asked(e));
    listen("click", (e) => {
      if (!this.spent) return;
      this.spent = false;
      e.stopPropagation();
      e.preventDefault();
    });
  }
  hostDisconnected(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
    this.holding?.cancel();
  }

  private start(e: PointerEvent): void {
    this.holding?.cancel();
    this.down = true;
    this.spent = false;
    const clock = this.clock.value;
    const number = e.isPrimary && e.button === 0 ? numberAt(e) : undefined;
    if (!clock || !number) return;
    this.from = { x: e.clientX, y: e.clientY };
    this.holding = new Holding({ clock, forMs: PRESS_MS, progress: () => {}, done: () => this.found(number) });
    this.holding.start();
  }
  private asked(e: MouseEvent): void {
    const number = numberAt(e);
    if (!number) return;
    // A long press of touch ends in a context menu on some machines, before our own time is up.
    e.preventDefault();
    this.holding?.cancel();
    this.found(number);
  }
  private found(number: HTMLElement): void {
    this.spent = this.down;
    this.pressed(number);
  }
}
