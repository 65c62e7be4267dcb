import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { StormRecord } from "../../model/hazard.ts";
import { linkContext, situationContext } from "../kit/contexts.ts";
import { Pulse } from "../kit/pulse.ts";
import { Select } from "../kit/select.ts";
import type { CardElement } from "../kit/card.ts";

/** The storm of the situation, its clock and the state of the link, for the panels that speak of it. */
export class StormSource implements ReactiveController {
  private readonly hazard: Select<{ status: CardElement["status"]; code: string; tick: number; record: StormRecord | undefined }>;
  private readonly link: ContextConsumer<typeof linkContext, ReactiveControllerHost & HTMLElement>;
  private readonly situation: ContextConsumer<typeof situationContext, ReactiveControllerHost & HTMLElement>;

  constructor(host: ReactiveControllerHost & HTMLElement, pulseMs = 1_000) {
    this.hazard = new Select(host, (s) => {
      const { status, code, tick, records } = s.hazards();
      return { status, code, tick, record: [...records.values()].find((r): r is StormRecord => r.kind === "storm") };
    });
    this.link = new ContextConsumer(host, { context: linkContext });
    this.situation = new ContextConsumer(host, { context: situationContext, subscribe: true });
    new Pulse(host, pulseMs);
    host.addController(this);
  }
  hostUpdate(): void {}

  get status(): CardElement["status"] {
    return this.hazard.value?.status ?? "loading";
  }
  get code(): string {
    return this.hazard.value?.code ?? "";
  }
  get tick(): number {
    return this.hazard.value?.tick ?? 0;
  }
  get record(): StormRecord | undefined {
    return this.hazard.value?.record;
  }
  /** Epoch ms on the situation's clock. */
  get now(): number {
    return this.link.value?.simNow(this.situation.value ?? "live") ?? this.record?.at ?? 0;
  }
  get live(): boolean {
    return this.link.value?.state === "live";
  }
}
