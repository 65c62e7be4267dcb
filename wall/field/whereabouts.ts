import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Clock, Stop } from "../../model/ports.ts";
import { MINUTE, SECOND } from "../../model/time.ts";

export const POSITION_EVERY_MS = MINUTE;
const POSITION_MS = 8 * SECOND;

/** `unasked`: this device would ask the person first; `denied`: it may not; `none`: it has no way to know; `lost`: it found nothing, or nobody heard it. */
export type Whereabout = { readonly told: number } | "unasked" | "denied" | "none" | "lost" | "waiting";

interface Needs {
  readonly clock: Clock;
  readonly serverNow: () => number;
  readonly mayAsk: () => Promise<PermissionState | "none">;
  readonly find: (withinMs: number) => Promise<readonly [number, number] | null>;
  /** Whether the server took it. */
  readonly post: (point: readonly [number, number], observedAt: number) => Promise<boolean>;
  readonly isVisible: () => boolean;
}

/** Where the unit is, told every minute while the page is seen and with each receipt; never kept: an old position is no position. */
export class Whereabouts implements ReactiveController {
  state: Whereabout = "waiting";
  private readonly host: ReactiveControllerHost;
  private readonly needs: () => Needs | null;
  private stop: Stop | undefined;
  private isAsking = false;

  /** @param needs null = this page tells no position */
  constructor(host: ReactiveControllerHost, needs: () => Needs | null) {
    this.host = host;
    this.needs = needs;
    host.addController(this);
  }
  hostUpdated(): void {
    const needs = this.needs();
    if (this.stop || !needs) return;
    this.stop = needs.clock.every(POSITION_EVERY_MS, () => void this.tell());
    void this.tell();
  }
  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }
  /** @param asked the person has just pressed for it, so that the device may ask */
  async tell(asked = false): Promise<void> {
    const needs = this.needs();
    if (!needs || this.isAsking || !needs.isVisible()) return;
    this.isAsking = true;
    this.become(await this.once(needs, asked).catch(() => "lost" as const));
    this.isAsking = false;
  }
  private async once(needs: Needs, asked: boolean): Promise<Whereabout> {
    const may = await needs.mayAsk();
    if (may === "none") return "none";
    if (may === "denied") return "denied";
    if (may === "prompt" && !asked) return "unasked";
    const point = await needs.find(POSITION_MS);
    if (!point) return "lost";
    const at = needs.serverNow();
    return (await needs.post(point, at)) ? { told: at } : "lost";
  }
  private become(next: Whereabout): void {
    this.state = next;
    this.host.requestUpdate();
  }
}
