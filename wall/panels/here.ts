import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Stop } from "../../model/ports.ts";
import { peopleTime, type SituationInfo } from "../../model/situation.ts";
import { checkedAt } from "../kit/checked-at.ts";
import { linkContext, situationContext } from "../kit/contexts.ts";
import { Pulse } from "../kit/pulse.ts";
import type { HereNow } from "../marks/facts/standpoint.ts";

/** Where and when a panel stands: its situation, both clocks, and whether the page is cut off. */
export class Here implements ReactiveController, HereNow {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly link: ContextConsumer<typeof linkContext, ReactiveControllerHost & HTMLElement>;
  private readonly context: ContextConsumer<typeof situationContext, ReactiveControllerHost & HTMLElement>;
  private stops: Stop[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, pulseMs = 1_000) {
    this.host = host;
    this.link = new ContextConsumer(host, { context: linkContext });
    this.context = new ContextConsumer(host, { context: situationContext, subscribe: true });
    new Pulse(host, pulseMs);
    host.addController(this);
  }
  hostUpdate(): void {
    const link = this.link.value;
    if (!link || this.stops.length > 0) return;
    const again = () => this.host.requestUpdate();
    this.stops = [link.onState(again), link.onSituations(again)];
  }
  hostDisconnected(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
  }
  get situation(): string {
    return this.context.value ?? "live";
  }
  get info(): SituationInfo | undefined {
    return this.link.value?.situations.find((s) => s.id === this.situation);
  }
  /** True unless the situation is known, or named, to be the world now. */
  get isLive(): boolean {
    return this.info ? this.info.kind === "live" : this.situation === "live";
  }
  /** Epoch ms on the situation's clock, and on the server's. */
  get simNow(): number {
    return this.link.value?.simNow(this.situation) ?? 0;
  }
  /** Where the clock of a stopped situation stands; null when nothing of it was ever seen here. */
  get stoodAt(): number | null {
    return this.link.value?.stoodAt(this.situation) ?? null;
  }
  get serverNow(): number {
    return this.link.value?.serverNow() ?? 0;
  }
  /** Epoch ms on the clock of people's limits. */
  get peopleNow(): number {
    return peopleTime(this.info, this.serverNow);
  }
  /** True when people and data share one clock: in live, and in a replay of it. */
  get isOneTime(): boolean {
    return this.isLive || this.info?.replays !== undefined;
  }
  /** See kit/checked-at.ts. */
  checkedAt({ simAt }: { readonly simAt: number }): number {
    return checkedAt(this.link.value, this.situation, { simAt });
  }
  /** Server time of the last sign of life, epoch ms; null while the page is not cut off. */
  get standsSince(): number | null {
    const link = this.link.value;
    return !link || link.state === "live" ? null : link.serverNow() - link.silentMs;
  }
  get linked(): boolean {
    return this.link.value?.state === "live";
  }
}
