import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Stop } from "../../model/ports.ts";
import { clockContext } from "./contexts.ts";

/** Renders its host again every `everyMs`, for clocks and countdowns; stops with the host. */
export class Pulse implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly everyMs: number;
  private readonly clock: ContextConsumer<typeof clockContext, ReactiveControllerHost & HTMLElement>;
  private stop: Stop | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, everyMs = 1_000) {
    this.host = host;
    this.everyMs = everyMs;
    this.clock = new ContextConsumer(host, { context: clockContext });
    host.addController(this);
  }
  hostUpdate(): void {
    this.stop ??= this.clock.value?.every(this.everyMs, () => this.host.requestUpdate());
  }
  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }
}
