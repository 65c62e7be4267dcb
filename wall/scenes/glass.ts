import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Placed } from "../../layouts/scene.ts";
import type { Display } from "../../model/wall.ts";
import { dictionary, Speaks } from "../kit/language.ts";
import "./cut-line.ts";
import "./scene.ts";

const t = dictionary({ 大屏: "Wall", "显示屏 {n}": "Display {n}" });

/** One screen of a wall: its panels on its own pixels, cut off at its edges, with the line that says when it is blind. */
@customElement("wall-glass")
export class GlassElement extends LitElement {
  static override styles = css`
    :host { display: block; position: absolute; overflow: hidden; background: var(--bg); contain: strict; }
    .marks { position: absolute; inset: 0; }
  `;
  @property({ attribute: false }) display: Display | undefined;
  @property({ attribute: false }) panels: readonly Placed[] = [];

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { display } = this;
    if (!display) return nothing;
    this.style.width = `${display.widthPx}px`;
    this.style.height = `${display.heightPx}px`;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", t("显示屏 {n}", { n: display.n }));
    this.dataset.display = String(display.n);
    return html`<wall-scene .panels=${this.panels.filter((p) => p.display === display.n)}></wall-scene><wall-cut-line></wall-cut-line>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-glass": GlassElement;
  }
}
