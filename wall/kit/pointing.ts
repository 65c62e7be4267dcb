import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Stop } from "../../model/ports.ts";
import { clockContext, linkContext } from "./contexts.ts";
import { Listening } from "./listening.ts";

/** A hand that has left the table is not seen for longer. */
const SEEN_MS = 2_500;

/** Where the holder of a wall's lock points now, in degrees. */
export class Pointing implements ReactiveController {
  at: readonly [lon: number, lat: number] | null = null;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly wall: () => string;
  private readonly link: ContextConsumer<typeof linkContext, ReactiveControllerHost & HTMLElement>;
  private readonly clock: ContextConsumer<typeof clockContext, ReactiveControllerHost & HTMLElement>;
  private fade: Stop | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, wall: () => string) {
    this.host = host;
    this.wall = wall;
    this.link = new ContextConsumer(host, { context: linkContext });
    this.clock = new ContextConsumer(host, { context: clockContext });
    new Listening(host, () =>
      this.link.value?.onPointer((at) => {
        if (at.wall !== this.wall()) return;
        this.show([at.x, at.y]);
        this.fade?.();
        this.fade = this.clock.value?.after(SEEN_MS, () => this.show(null));
      }),
    );
    host.addController(this);
  }
  hostDisconnected(): void {
    this.fade?.();
    this.at = null;
  }
  private show(at: Pointing["at"]): void {
    this.at = at;
    this.host.requestUpdate();
  }
}
