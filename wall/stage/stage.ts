import { systemClock } from "../../model/clock.ts";
import type { Stop } from "../../model/ports.ts";
import { customProperties } from "../../themes/css.ts";
import { FAMILY } from "../../themes/scale.ts";
import type { Theme } from "../../themes/theme.ts";
import type { Hit, Mark } from "../marks/mark.ts";
import type { Measure } from "../marks/measure.ts";
import { outlined } from "../marks/outlined.ts";
import type { Painter, Rect } from "./painter.ts";
import { createPixiPainter, isSoftwareGl } from "./pixi-painter.ts";
import { same } from "./same.ts";
import { Sharpness } from "./sharpness.ts";
import { sortMarks, type Shape } from "./shapes.ts";
import { createSvgPainter } from "./svg-painter.ts";
import { createTextMeasure } from "./text-measure.ts";
import { WORDS_CSS, WordsLayer } from "./words-layer.ts";

export type { Rect } from "./painter.ts";

export interface StageOptions {
  readonly theme: Theme;
  readonly unitPx: number;
  /** False draws shapes as SVG from the start. */
  readonly webgl?: boolean;
  /** Multisampling; absent = only where a graphics card draws. */
  readonly antialias?: boolean;
}

/** A rectangle of the display that somebody fills with marks. */
export interface StageRegion {
  /** Shows these marks; the same marks again cost nothing. */
  set(marks: readonly Mark[]): void;
  move(rect: Rect): void;
  onHit(listener: ((hit: Hit) => void) | undefined): void;
  /** One that was made unseen is seen from now on. */
  show(): void;
  remove(): void;
}

/** Where everything of a display is drawn: shapes below, one layer of words above. */
export interface Stage {
  readonly host: HTMLElement;
  readonly unitPx: number;
  readonly theme: Theme;
  /** How often shapes were painted; stands still while nothing changes. */
  readonly renders: number;
  readonly mode: "starting" | "webgl" | "svg";
  readonly measure: Measure;
  /** @param isSeen false: all is made ready and nothing is painted until `show` */
  region(id: string, rect: Rect, isSeen?: boolean): StageRegion;
  setTheme(theme: Theme): void;
  /** What is set next is wholly new, or a step of a move. */
  soften(): void;
  /** Takes the host's size again; called by itself when the host changes size. */
  resize(): void;
  /** Called when sizes, faces or the theme changed, so that whoever draws draws anew. */
  onChange(listener: () => void): Stop;
  /** Resolves when the first painter is ready. */
  readonly ready: Promise<void>;
  destroy(): void;
}

/** How long until WebGL is tried again after a loss, ms; doubled with every loss that follows soon. */
const REBUILD_MS = 1_000;
/** A renderer that stood as long has nothing to do with the losses before it. */
const STOOD_MS = 60_000;

let nextId = 0;

interface Held {
  rect: Rect;
  marks: readonly Mark[];
  shapes: readonly Shape[];
  readonly words: WordsLayer;
  isSeen: boolean;
}

/** Sets up the one stage of a display page inside `host`, which should be positioned and fill the display. */
export function createStage(host: HTMLElement, options: StageOptions): Stage {
  return new DisplayStage(host, options);
}

class DisplayStage implements Stage {
  readonly host: HTMLElement;
  readonly unitPx: number;
  readonly ready: Promise<void>;
  measure: Measure;
  theme: Theme;
  renders = 0;
  private painter: Painter | undefined;
  private readonly options: StageOptions;
  private readonly held = new Map<string, Held>();
  private readonly listeners = new Set<() => void>();
  private readonly words: HTMLElement;
  /** Where words are laid out that nobody sees yet: no reader of the page finds them there. */
  private readonly wings: ShadowRoot;
  private readonly stops: Stop[] = [];
  private waiting = false;
  private losses = 0;
  private tookAt = 0;
  private isSoftware = false;
  private readonly sharpness = new Sharpness(systemClock, () => {
    this.fit();
    this.request();
  });
  private over = false;

  constructor(host: HTMLElement, options: StageOptions) {
    this.host = host;
    this.options = options;
    this.theme = options.theme;
    this.unitPx = options.unitPx;
    const { ownerDocument: document } = host;
    const view = document.defaultView!;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(WORDS_CSS);
    const root = host.getRootNode() as Document | ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.stops.push(() => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((s) => s !== sheet);
    });
    this.words = document.createElement("div");
    this.words.className = "stage-words";
    this.words.style.zIndex = "1";
    this.words.style.fontFamily = FAMILY.sans;
    this.words.lang = "zh-CN";
    host.append(this.words);
    const wings = document.createElement("div");
    wings.className = "stage-wings";
    wings.setAttribute("aria-hidden", "true");
    wings.style.cssText = "position:absolute;left:0;top:0;width:0;height:0;visibility:hidden;pointer-events:none";
    wings.style.fontFamily = FAMILY.sans;
    wings.lang = "zh-CN";
    this.wings = wings.attachShadow({ mode: "closed" });
    this.wings.adoptedStyleSheets = [sheet];
    host.append(wings);
    this.stops.push(() => wings.remove());
    let widths = createTextMeasure(document);
    this.measure = widths.measure;
    const faces = (): void => {
      const now = widths.afterFaces();
      if (now === widths) return;
      widths = now;
      this.measure = now.measure;
      this.tellAll();
    };
    document.fonts.addEventListener("loadingdone", faces);
    this.stops.push(() => document.fonts.removeEventListener("loadingdone", faces));
    let [width, height] = [host.clientWidth, host.clientHeight];
    const observer = new view.ResizeObserver(() => {
      if (host.clientWidth === width && host.clientHeight === height) return;
      [width, height] = [host.clientWidth, host.clientHeight];
      this.resize();
    });
    observer.observe(host);
    this.stops.push(() => observer.disconnect());
    this.dress();
    this.ready = this.start();
  }

  get mode(): Stage["mode"] {
    return this.painter?.kind ?? "starting";
  }

  region(id: string, rect: Rect, isSeen = true): StageRegion {
    const key = `${id}~${nextId++}`;
    const words = new WordsLayer(this.host.ownerDocument, this.unitPx, () => this.reducedMotion());
    words.element.dataset.panel = id;
    words.move(rect);
    (isSeen ? this.words : this.wings).append(words.element);
    const held: Held = { rect, marks: [], shapes: [], words, isSeen };
    this.held.set(key, held);
    return {
      set: (marks) => this.set(key, held, marks),
      move: (next) => {
        if (same(held.rect, next)) return;
        held.rect = next;
        words.move(next);
        this.draw(key, held);
      },
      onHit: (listener) => {
        words.onHit = listener;
      },
      show: () => {
        if (held.isSeen || !this.held.has(key)) return;
        held.isSeen = true;
        this.words.append(words.element);
        this.draw(key, held);
      },
      remove: () => {
        if (!this.held.delete(key)) return;
        words.remove();
        this.painter?.remove(key);
        if (held.isSeen) this.request();
      },
    };
  }
  setTheme(theme: Theme): void {
    if (theme === this.theme) return;
    const edges = theme.outlineFills !== this.theme.outlineFills;
    this.theme = theme;
    this.dress();
    this.painter?.setTheme(theme);
    if (edges) for (const [key, held] of this.held) this.put(key, held);
    this.request();
    this.tellAll();
  }
  soften(): void {
    if (!this.isSoftware || this.painter?.kind !== "webgl") return;
    if (!this.sharpness.soften()) return;
    this.fit();
    this.request();
  }
  resize(): void {
    this.fit();
    this.tellAll();
    this.request();
  }
  onChange(listener: () => void): Stop {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  destroy(): void {
    this.over = true;
    this.sharpness.drop();
    for (const stop of this.stops) stop();
    this.painter?.destroy();
    this.painter = undefined;
    this.words.remove();
    this.held.clear();
    this.listeners.clear();
  }

  private set(key: string, held: Held, marks: readonly Mark[]): void {
    if (!this.held.has(key) || same(held.marks, marks)) return;
    held.marks = marks;
    const { shapes, words, hits } = sortMarks(marks);
    held.words.set(words, hits);
    if (same(held.shapes, shapes)) return;
    held.shapes = shapes;
    this.draw(key, held);
  }
  private draw(key: string, held: Held): void {
    this.put(key, held);
    if (held.isSeen) this.request();
  }
  private put(key: string, { rect, shapes, isSeen }: Held): void {
    this.painter?.set(key, rect, this.theme.outlineFills ? outlined(shapes, this.unitPx) : shapes, isSeen);
  }
  private request(): void {
    if (this.waiting || this.over) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      if (this.over || !this.painter) return;
      this.paint();
    });
  }
  private paint(): void {
    this.renders++;
    this.painter!.render();
    this.sharpness.painted();
  }
  /** Px of the glass per px of the page. */
  private get density(): number {
    return (this.host.ownerDocument.defaultView?.devicePixelRatio ?? 1) * this.sharpness.share;
  }
  /** Takes the host's size and the density of now. */
  private fit(): void {
    this.painter?.resize(Math.max(1, this.host.clientWidth), Math.max(1, this.host.clientHeight), this.density);
  }
  private async start(): Promise<void> {
    if (this.options.webgl === false) return this.take(createSvgPainter(this.host, this.theme, this.unitPx));
    this.isSoftware = isSoftwareGl(this.host.ownerDocument, this.losses > 0);
    if (this.isSoftware) this.sharpness.soften();
    try {
      const painter = await createPixiPainter(this.host, {
        theme: this.theme,
        unitPx: this.unitPx,
        width: Math.max(1, this.host.clientWidth),
        height: Math.max(1, this.host.clientHeight),
        density: this.density,
        antialias: this.options.antialias ?? !this.isSoftware,
        onLost: () => this.lost(painter),
        onFault: (fault) => this.host.dispatchEvent(new CustomEvent("stage-fault", { detail: fault, bubbles: true })),
      });
      if (this.over) painter.destroy();
      else this.take(painter);
    } catch (error) {
      this.host.dispatchEvent(new CustomEvent("stage-fault", { detail: `No WebGL: ${String(error)}. Shapes are drawn as SVG.`, bubbles: true }));
      if (!this.over && this.painter?.kind !== "svg") this.take(createSvgPainter(this.host, this.theme, this.unitPx));
      if (this.losses > 0) this.tryAgain();
    }
  }
  private take(painter: Painter): void {
    const before = this.painter;
    this.painter = painter;
    this.tookAt = systemClock.monotonic();
    painter.setTheme(this.theme);
    this.fit();
    for (const [key, held] of this.held) this.put(key, held);
    this.paint();
    before?.destroy();
    this.host.dataset.stage = painter.kind;
  }
  /** The graphics card is gone: SVG at once, then a new renderer; a lost one is never trusted again. */
  private lost(painter: Painter): void {
    if (this.over || this.painter !== painter) return;
    this.losses = systemClock.monotonic() - this.tookAt > STOOD_MS ? 1 : this.losses + 1;
    this.take(createSvgPainter(this.host, this.theme, this.unitPx));
    this.tryAgain();
  }
  private tryAgain(): void {
    this.stops.push(
      systemClock.after(REBUILD_MS * 2 ** Math.min(this.losses - 1, 6), () => {
        if (!this.over && this.painter?.kind === "svg") void this.start();
      }),
    );
  }
  private dress(): void {
    for (const [name, value] of Object.entries(customProperties(this.theme, this.unitPx))) this.host.style.setProperty(name, value);
  }
  private reducedMotion(): boolean {
    return this.host.ownerDocument.defaultView?.matchMedia("(prefers-reduced-motion: reduce)").matches ?? true;
  }
  private tellAll(): void {
    for (const listener of this.listeners) listener();
  }
}
