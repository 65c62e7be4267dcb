import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Stop } from "../../model/ports.ts";
import type { Hit, Mark, Size } from "../marks/mark.ts";
import type { PanelStage } from "../stage/curtain.ts";
import type { Rect, StageRegion } from "../stage/stage.ts";
import { stageContext } from "./stage-context.ts";

type Host = ReactiveControllerHost & HTMLElement & { readonly hasUpdated: boolean };

/** Sent to `window` by whoever moves panels without changing their size. */
export const PANELS_MOVED = "panels-moved";
/** A custom property that is set on what waits, unseen, for its turn. */
export const WAITS = "--waits";

const isSame = (a: Rect, b: Rect): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/**
 * A panel's piece of the stage: draws after each update of the panel, where the panel stands, and lets go when it leaves.
 * The same marks again cost nothing; a panel without size or out of sight draws nothing.
 */
export class Canvas implements ReactiveController {
  private readonly host: Host;
  private readonly draw: (size: Size) => readonly Mark[];
  private readonly onHit: ((hit: Hit) => void) | undefined;
  private readonly within: (() => Element | null | undefined) | undefined;
  private stage: PanelStage | undefined;
  private region: StageRegion | undefined;
  private rect: Rect | undefined;
  private observer: ResizeObserver | undefined;
  private part: Element | undefined;
  private stops: Stop[] = [];
  /** Undoes the listening to the stage. */
  private unheard: Stop | undefined;

  /**
   * @param draw marks for a size, in px from the upper left corner
   * @param options.onHit hears which hit mark was touched
   * @param options.within the part of the panel that is drawn on; absent = the panel itself
   */
  constructor(host: Host, draw: (size: Size) => readonly Mark[], options: { readonly onHit?: (hit: Hit) => void; readonly within?: () => Element | null | undefined } = {}) {
    this.host = host;
    this.draw = draw;
    this.onHit = options.onHit;
    this.within = options.within;
    host.addController(this);
    new ContextConsumer(host, { context: stageContext, subscribe: true, callback: (stage: PanelStage | undefined) => stage && this.mount(stage) });
  }

  /** What was drawn last is drawn for this size; undefined before the panel has one. */
  get size(): Size | undefined {
    if (!this.stage || !this.rect) return undefined;
    return { width: this.rect.width, height: this.rect.height, u: this.stage.unitPx, measure: this.stage.measure };
  }

  /** What is drawn next is a step of a move, or wholly new: it may be less sharp for a moment. */
  soften(): void {
    this.stage?.soften();
  }

  hostConnected(): void {
    const moved = (): void => this.measure(true);
    window.addEventListener(PANELS_MOVED, moved);
    this.stops.push(() => window.removeEventListener(PANELS_MOVED, moved));
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this.host);
    this.watchPart();
    if (this.stage) this.mount(this.stage);
  }
  hostDisconnected(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
    this.unheard?.();
    this.unheard = undefined;
    this.observer?.disconnect();
    this.observer = undefined;
    this.part = undefined;
    this.region?.remove();
    this.region = undefined;
    this.rect = undefined;
  }
  hostUpdated(): void {
    this.watchPart();
    if (this.rect) this.redraw();
    else this.measure();
  }

  /**
   * Looks again where the panel stands.
   * @param isMoved it has at the most moved: one that stands where it stood shows what it showed
   */
  measure(isMoved = false): void {
    if (!this.stage || !this.host.isConnected || this.stage.curtain === "down") return;
    const box = (this.within?.() ?? this.host).getBoundingClientRect();
    const origin = this.stage.host.getBoundingClientRect();
    // A whole wall in one window is scaled down; the stage counts in the display's own px.
    const scale = origin.width / this.stage.host.clientWidth || 1;
    const rect: Rect = { x: (box.left - origin.left) / scale, y: (box.top - origin.top) / scale, width: box.width / scale, height: box.height / scale };
    if (rect.width < 1 || rect.height < 1 || !this.isSeen()) {
      this.region?.remove();
      this.region = undefined;
      this.rect = undefined;
      return;
    }
    if (isMoved && this.region && this.rect && isSame(this.rect, rect)) return;
    this.rect = rect;
    this.region?.move(rect);
    this.redraw();
  }
  /** Behind a curtain nothing is seen, and all is drawn but what waits for its turn. */
  private isSeen(): boolean {
    if (this.stage!.curtain === "drawing") return getComputedStyle(this.host).getPropertyValue(WAITS) === "";
    return this.host.checkVisibility({ visibilityProperty: true });
  }

  /** The part comes and goes with what its card has to say, while the panel keeps its size. */
  private watchPart(): void {
    const part = this.within?.() ?? undefined;
    if (part === this.part) return;
    if (this.part) this.observer?.unobserve(this.part);
    if (part) this.observer?.observe(part);
    this.part = part;
  }
  private mount(stage: PanelStage): void {
    if (this.stage !== stage) {
      this.region?.remove();
      this.region = undefined;
    }
    this.stage = stage;
    if (!this.host.isConnected) return;
    // The context and the host's return both end here.
    this.unheard?.();
    this.unheard = stage.onChange(() => this.measure());
    this.measure();
  }
  private redraw(): void {
    const size = this.size;
    if (!this.stage || !this.rect || !size || !this.host.hasUpdated) return;
    if (!this.region) {
      this.region = this.stage.region(this.host.localName, this.rect);
      this.region.onHit(this.onHit);
    }
    this.region.set(this.draw(size));
  }
}
