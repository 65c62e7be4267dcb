import type { Stop } from "../../model/ports.ts";
import type { Rect, Stage, StageRegion } from "./stage.ts";

/** The stage as those see it who draw on it. */
export interface PanelStage extends Pick<Stage, "host" | "unitPx" | "measure" | "region" | "soften" | "onChange"> {
  /** Where there is a curtain: down = nothing is drawn; drawing = what is drawn is seen by nobody; up = as without one. */
  readonly curtain?: "down" | "drawing" | "up";
}

/**
 * The stage behind a curtain, for a picture that is set up while another stands: its panels draw one after the other when they are told,
 * and what they have drawn by then is seen in one step when it rises.
 */
export class CurtainedStage implements PanelStage {
  curtain: "down" | "drawing" | "up" = "down";
  private readonly stage: Stage;
  private readonly regions = new Set<StageRegion>();
  private readonly panels = new Set<() => void>();
  private readonly drawn = new Set<() => void>();

  constructor(stage: Stage) {
    this.stage = stage;
  }
  get host() {
    return this.stage.host;
  }
  get unitPx() {
    return this.stage.unitPx;
  }
  get measure() {
    return this.stage.measure;
  }
  region(id: string, rect: Rect): StageRegion {
    const region = this.stage.region(id, rect, this.curtain === "up");
    if (this.curtain === "up") return region;
    const { regions } = this;
    regions.add(region);
    return {
      ...region,
      remove() {
        regions.delete(region);
        region.remove();
      },
    };
  }
  /** What nobody sees takes no sharpness from what stands. */
  soften(): void {
    if (this.curtain === "up") this.stage.soften();
  }
  onChange(listener: () => void): Stop {
    const stop = this.stage.onChange(() => {
      if (this.curtain === "up" || this.drawn.has(listener)) listener();
    });
    this.panels.add(listener);
    return () => {
      stop();
      this.panels.delete(listener);
      this.drawn.delete(listener);
    };
  }
  /** Lets the next of its panels draw, unseen; false when all have. */
  drawNext(): boolean {
    if (this.curtain === "up") return false;
    for (const panel of this.panels) {
      if (this.drawn.has(panel)) continue;
      this.drawn.add(panel);
      this.curtain = "drawing";
      panel();
      return true;
    }
    return false;
  }
  /** Shows what has been drawn; whoever has not draws as it is told to look where it stands. */
  rise(): void {
    this.curtain = "up";
    for (const region of this.regions) region.show();
    this.regions.clear();
  }
}
