import { css, html, LitElement, unsafeCSS, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Placed } from "../../layouts/scene.ts";
import { waiting } from "../../layouts/turn.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { PANELS_MOVED, WAITS } from "../kit/canvas.ts";
import { PANEL_EMPTIES, panelOf, type PanelElement } from "../kit/panel.ts";
import "../kit/card.ts";
import { guard } from "./guard.ts";

interface Mounted {
  readonly placed: Placed;
  readonly element: HTMLElement;
}

/**
 * The panels of one display, mounted by kind into their rectangles. A panel that throws, that does not exist or that its
 * slot is too small for becomes an error card in its place; the others stay up.
 */
@customElement("wall-scene")
export class SceneElement extends LitElement {
  static override styles = css`
    :host { display: block; position: absolute; inset: 0; }
    .slot { position: absolute; box-sizing: border-box; }
    .slot[data-panel="map"] { z-index: 0; }
    .slot { z-index: 1; }
    .slot[data-waits] { visibility: hidden; ${unsafeCSS(WAITS)}: 1; }
    .slot > * { width: 100%; height: 100%; box-sizing: border-box; }
    wall-card { height: 100%; }
  `;
  @property({ attribute: false }) panels: readonly Placed[] = [];
  /** Counts on for ever; of panels that share a place, it decides which one is seen. */
  @property({ attribute: false }) turn = 0;
  private readonly mounted = new Map<string, Mounted>();
  /** Who waited when it was rendered last, and whether that was somebody else before. */
  private waits = "";
  private isMoved = false;

  constructor() {
    super();
    new Speaks(this);
    this.addEventListener(PANEL_EMPTIES, () => {
      // Only where something may stand in its place does it matter who has something to show.
      if (this.panels.some(({ insteadOf }) => insteadOf !== undefined)) this.requestUpdate();
    });
  }
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("panels")) return;
    const wanted = new Set(this.panels.map((p) => p.slot));
    for (const slot of this.mounted.keys()) if (!wanted.has(slot)) this.mounted.delete(slot);
    for (const placed of this.panels) this.mount(placed);
  }
  override render() {
    // Who waits keeps its numbers up to date, unseen, so that its turn begins with the truth.
    const at = (slot: string) => this.mounted.get(slot)?.element as PanelElement | undefined;
    const waits = waiting(this.panels, this.turn, { isSilent: (slot) => at(slot)?.isSilent === true, isEmpty: (slot) => at(slot)?.isEmpty === true });
    const seen = [...waits].toSorted().join();
    this.isMoved = seen !== this.waits;
    this.waits = seen;
    return [...this.mounted.values()].map(
      ({ placed, element }) => html`<div class="slot" data-slot=${placed.slot} data-panel=${placed.panel}
        ?data-waits=${waits.has(placed.slot)} .style=${`left:${placed.x}px;top:${placed.y}px;width:${placed.width}px;height:${placed.height}px`}>${element}</div>`,
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.isMoved || changed.has("turn") || changed.has("panels")) window.dispatchEvent(new CustomEvent(PANELS_MOVED));
  }

  private mount(placed: Placed): void {
    const before = this.mounted.get(placed.slot);
    if (before?.placed.panel === placed.panel) {
      (before.element as PanelElement).config = placed.config;
      this.mounted.set(placed.slot, { placed, element: before.element });
      return;
    }
    const fail = (error: unknown) => {
      this.mounted.set(placed.slot, { placed, element: errorCard(placed, error) });
      this.requestUpdate();
    };
    try {
      const element = document.createElement(this.tagFor(placed)) as PanelElement;
      guard(element, fail);
      element.config = placed.config;
      this.mounted.set(placed.slot, { placed, element });
    } catch (error) {
      fail(error);
    }
  }
  private tagFor(placed: Placed): string {
    const spec = panelOf(placed.panel);
    if (!spec || !customElements.get(spec.tag)) throw new Error(`没有“${placed.panel}”面板 (no such panel)`);
    const [widthU, heightU] = [placed.width / placed.u, placed.height / placed.u];
    if (widthU + 0.01 < spec.minU[0] || heightU + 0.01 < spec.minU[1])
      throw new Error(`槽位 ${placed.slot} 为 ${widthU.toFixed(1)}×${heightU.toFixed(1)} u，至少需 ${spec.minU[0]}×${spec.minU[1]} u`);
    return spec.tag;
  }
}

function errorCard(placed: Placed, error: unknown): HTMLElement {
  const spec = panelOf(placed.panel);
  const card = document.createElement("wall-card");
  card.heading = spec ? inWords(spec.title) : placed.panel;
  card.failure = error instanceof Error ? error.message : String(error);
  console.error(`Panel "${placed.panel}" in slot "${placed.slot}":`, error);
  return card;
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-scene": SceneElement;
  }
}
