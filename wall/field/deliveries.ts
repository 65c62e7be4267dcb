import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Clock, Stop } from "../../model/ports.ts";
import type { TaskRecord } from "../../model/records.ts";
import { SECOND } from "../../model/time.ts";
import type { Queue } from "../kit/queue.ts";

/** An order to 1,700 towns reaches all their phones at once: their receipts come spread over this. */
export const SPREAD_MS = 5 * SECOND;

interface Given {
  readonly queue: Queue | undefined;
  readonly clock: Clock | undefined;
  readonly situation: string;
  /** Orders of this unit that nobody has accepted yet: once the unit has gone further nobody asks. */
  readonly orders: readonly TaskRecord[];
  /** The order that is open on the screen. */
  readonly open: string | null;
}

/** Tells that an order has reached this device (送达) and that it was opened (已读), each once. */
export class Deliveries implements ReactiveController {
  private readonly given: () => Given;
  private readonly jitter: () => number;
  private readonly told = new Set<string>();
  private readonly stops = new Set<Stop>();

  constructor(host: ReactiveControllerHost, given: () => Given, jitter: () => number) {
    this.given = given;
    this.jitter = jitter;
    host.addController(this);
  }
  hostUpdated(): void {
    const { orders, open, situation } = this.given();
    for (const { id, state, ladder } of orders) {
      if (state !== "dispatched") continue;
      if (!ladder?.delivered && !ladder?.seen) this.tell("task.delivered", situation, id);
      if (id === open && !ladder?.seen) this.tell("task.seen", situation, id);
    }
  }
  hostDisconnected(): void {
    for (const stop of this.stops) stop();
    this.stops.clear();
    this.told.clear();
  }
  private tell(kind: "task.delivered" | "task.seen", situation: string, task: string): void {
    const { queue, clock } = this.given();
    const key = `${situation} ${task} ${kind}`;
    if (!queue || !clock || this.told.has(key)) return;
    this.told.add(key);
    const stop = clock.after(this.jitter() * SPREAD_MS, () => {
      this.stops.delete(stop);
      void queue.note(situation, kind, { task });
    });
    this.stops.add(stop);
  }
}
