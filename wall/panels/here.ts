import { ContextConsumer } from "@lit/context";
import type { ReactiveControllerHost } from "lit";
import { peopleTime, type SituationInfo } from "../../model/situation.ts";
import { checkedAt } from "../kit/checked-at.ts";
import { linkContext, situationContext } from "../kit/contexts.ts";
import { Listening } from "../kit/listening.ts";
import { Pulse } from "../kit/pulse.ts";
import type { HereNow } from "../marks/facts/standpoint.ts";

/** Where and when a panel stands: its situation, both clocks, and whether the page is cut off. */
export class Here implements HereNow {
  private readonly link: ContextConsumer<typeof linkContext, ReactiveControllerHost & HTMLElement>;
  private readonly context: ContextConsumer<typeof situationContext, ReactiveControllerHost & HTMLElement>;

  constructor(host: ReactiveControllerHost & HTMLElement, pulseMs = 1_000) {
    this.link = new ContextConsumer(host, { context: linkContext });
    this.context = new ContextConsumer(host, { context: situationContext, subscribe: true });
    new Pulse(host, pulseMs);
    const again = () => host.requestUpdate();
    new Listening(host, () => this.link.value?.onState(again));
    new Listening(host, () => this.link.value?.onSituations(again));
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
