import { ContextConsumer } from "@lit/context";
import type { ReactiveControllerHost } from "lit";
import { clockContext } from "./contexts.ts";
import { Listening } from "./listening.ts";

/** Renders its host again every `everyMs`, for clocks and countdowns; stops with the host. */
export class Pulse {
  constructor(host: ReactiveControllerHost & HTMLElement, everyMs = 1_000) {
    const clock = new ContextConsumer(host, { context: clockContext });
    new Listening(host, () => clock.value?.every(everyMs, () => host.requestUpdate()));
  }
}
