import type { Clock } from "../../model/ports.ts";

/** One exchange of times: asked and answered on our monotonic clock, `serverAt` on the server's. */
export interface Exchange {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly serverAt: number;
}
const KEPT = 16;
/** A correction larger than this is a server that stepped its clock, or another server; smaller ones never run time backwards. */
const STEP_MS = 1_000;

/** The server's time on our monotonic clock: the offset of the exchange with the shortest round trip of the latest sixteen. */
export class ServerTime {
  private exchanges: Exchange[] = [];
  private offset: number | null = null;
  private last = Number.NEGATIVE_INFINITY;
  private readonly clock: Pick<Clock, "now" | "monotonic">;

  constructor(clock: Pick<Clock, "now" | "monotonic">) {
    this.clock = clock;
  }

  /** True once the server has answered; before, the machine's own clock stands in. */
  get known(): boolean {
    return this.offset !== null;
  }

  /** Shortest recent round trip in ms, or null before the first. */
  get roundTripMs(): number | null {
    return this.exchanges.length === 0 ? null : Math.min(...this.exchanges.map((e) => e.answeredAt - e.askedAt));
  }

  take(exchange: Exchange): void {
    if (!Number.isFinite(exchange.serverAt) || exchange.answeredAt < exchange.askedAt) return;
    this.exchanges = [...this.exchanges, exchange].slice(-KEPT);
    const best = this.exchanges.reduce((a, b) => (b.answeredAt - b.askedAt <= a.answeredAt - a.askedAt ? b : a));
    const offset = best.serverAt - (best.askedAt + best.answeredAt) / 2;
    const latest = exchange.serverAt - (exchange.askedAt + exchange.answeredAt) / 2;
    if (Math.abs(latest - offset) <= STEP_MS) {
      this.offset = offset;
      return;
    }
    this.exchanges = [exchange];
    this.offset = latest;
    this.last = Number.NEGATIVE_INFINITY;
  }

  /** Another server may answer after a reconnect: old exchanges say nothing about it. */
  forget(): void {
    this.exchanges = [];
  }

  /** Epoch ms of the server, never running backwards within one server. */
  now(): number {
    const now = this.offset === null ? this.clock.now() : this.clock.monotonic() + this.offset;
    if (this.offset === null) return now;
    this.last = Math.max(this.last, now);
    return this.last;
  }
}
