import type { Clock, Stop } from "../../model/ports.ts";
import type { Showing } from "../../model/wall.ts";

/** A picture that is set up behind what stands. */
export interface Prepared {
  /** True once everything on it has arrived. */
  isReady(): boolean;
  /** Once it is ready: draws one piece more of it, unseen; false when all is drawn. */
  draw(): boolean;
  /** Takes the place of what stands, in one step. */
  raise(): void;
  /** Something else came first. */
  drop(): void;
}
export interface RaisingNeeds<Picture> {
  readonly clock: Pick<Clock, "monotonic" | "after">;
  serverNow(): number;
  prepare(picture: Picture): Prepared;
  /** Tells the server that this picture is set up here. */
  ready(picture: number): void;
  /** How much later than stated it was raised. */
  raised(lateMs: number): void;
}

const LOOKED_AT_MS = 25;
/** Numbers that have not come by then come later, as they would to a wall that has just been opened. */
const LONGEST_WAIT_MS = 3_000;
/** No instant lies further ahead; one that does comes of a clock that was set. */
const FURTHEST_MS = 10_000;

/** The display's side of the director's curtain: sets up unseen, says so, and changes at the server's instant, whole or not at all. */
export class Raising<Picture> {
  private readonly needs: RaisingNeeds<Picture>;
  private standing: number | null = null;
  private next: { readonly picture: number; readonly prepared: Prepared; readonly begun: number; since: number | null; told: boolean } | null = null;
  private timer: Stop | undefined;

  constructor(needs: RaisingNeeds<Picture>) {
    this.needs = needs;
  }
  /** What the wall's record says now. */
  take(decided: Picture, { picture, since, before }: Showing<Picture>): void {
    if (this.standing === null) {
      // Whoever comes while a change is under way begins with what the others still show.
      const isUnderWay = before !== undefined && (since === null || since > this.needs.serverNow());
      this.needs.prepare(isUnderWay ? before : decided).raise();
      this.standing = isUnderWay ? -1 : picture;
    }
    if (picture === this.standing) {
      this.forget();
      return;
    }
    if (this.next?.picture !== picture) {
      this.forget();
      this.next = { picture, prepared: this.needs.prepare(decided), begun: this.needs.clock.monotonic(), since, told: false };
    }
    this.next.since = since;
    this.look();
  }
  close(): void {
    this.forget();
  }

  private forget(): void {
    this.timer?.();
    this.timer = undefined;
    this.next?.prepared.drop();
    this.next = null;
  }
  /** Between the word and the instant, a piece at a time: the instant itself, and whatever the server says meanwhile, comes first. */
  private drawOn(next: NonNullable<Raising<Picture>["next"]>): void {
    this.needs.clock.after(0, () => {
      if (this.next === next && next.prepared.draw()) this.drawOn(next);
    });
  }
  private look(): void {
    this.timer?.();
    this.timer = undefined;
    const { next } = this;
    if (!next) return;
    const { clock, serverNow } = this.needs;
    const isReady = next.prepared.isReady() || clock.monotonic() - next.begun > LONGEST_WAIT_MS;
    if (isReady && !next.told) {
      next.told = true;
      this.needs.ready(next.picture);
      this.drawOn(next);
    }
    const untilMs = next.since === null ? null : next.since - serverNow();
    const isDue = untilMs !== null && (untilMs <= 0 || untilMs > FURTHEST_MS);
    if (isReady && isDue) {
      this.next = null;
      this.standing = next.picture;
      next.prepared.raise();
      this.needs.raised(-untilMs!);
      return;
    }
    if (isReady && untilMs === null) return;
    this.timer = clock.after(isReady ? untilMs! : Math.min(LOOKED_AT_MS, Math.max(0, untilMs ?? LOOKED_AT_MS) || LOOKED_AT_MS), () => this.look());
  }
}
