import { DISPLAY_REPORT_MS, type DisplayReport } from "../../model/display.ts";
import type { Clock, Stop } from "../../model/ports.ts";
import type { Frame } from "../../model/wire/frame.ts";

/** Frames that are counted for a rate, and how seldom: a wall that stands still must stay idle. */
const COUNTED_FRAMES = 12;
const COUNTED_EVERY_MS = 10_000;

export interface ReportNeeds {
  readonly clock: Clock;
  serverNow(): number;
  /** `/api/v1/walls/main/displays/2`. */
  readonly path: string;
}

/** What a display knows of itself: what it has set up, what it painted last and how late, and how fast it could paint. */
export class Report {
  private readonly needs: ReportNeeds;
  private readonly stops: Stop[];
  private said: DisplayReport = {};
  private worstMs: number | null = null;
  private isPainting = false;

  constructor(needs: ReportNeeds) {
    this.needs = needs;
    const { clock } = needs;
    this.stops = [clock.every(DISPLAY_REPORT_MS, () => this.send()), clock.every(COUNTED_EVERY_MS, () => this.countFrames())];
    this.countFrames();
    this.send();
  }
  /** A picture is set up; the others wait for this word. */
  ready(picture: number): void {
    this.said = { ...this.said, picture };
    this.send();
  }
  /** A frame has been applied; what it changed is painted with the next animation frame. */
  applied({ kind, tick, applyAt }: Pick<Frame, "kind" | "tick" | "applyAt">): void {
    if (kind !== "delta" || this.isPainting) return;
    this.isPainting = true;
    requestAnimationFrame(() => {
      this.isPainting = false;
      this.said = { ...this.said, paintedTick: tick };
      this.late(this.needs.serverNow() - applyAt);
    });
  }
  /** Something was shown that much later than stated. */
  late(ms: number): void {
    this.worstMs = Math.max(this.worstMs ?? ms, ms);
  }
  close(): void {
    for (const stop of this.stops) stop();
  }

  private send(): void {
    const skewMs = this.worstMs === null ? undefined : Math.max(-60_000, Math.min(60_000, Math.round(this.worstMs * 10) / 10));
    this.worstMs = null;
    const body = JSON.stringify({ ...this.said, ...(skewMs !== undefined && { skewMs }) });
    // What does not arrive is said again in two seconds; a server that is gone is told of elsewhere.
    fetch(this.needs.path, { method: "POST", headers: { "content-type": "application/json" }, body }).catch(() => undefined);
  }
  private countFrames(): void {
    const begun = performance.now();
    let frames = 0;
    const count = (now: number): void => {
      if (++frames < COUNTED_FRAMES) requestAnimationFrame(count);
      else this.said = { ...this.said, fps: Math.min(1_000, Math.round(((COUNTED_FRAMES - 1) / Math.max(1, now - begun)) * 10_000) / 10) };
    };
    requestAnimationFrame(count);
  }
}
