import { ContextProvider } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { THEMES, isThemeId } from "../../themes/themes.ts";
import type { Stage } from "../stage/stage.ts";
import { stageContext } from "./stage-context.ts";

/** A stage for a page that is not a display: marks are drawn here, and the panels inside find it. */
@customElement("wall-stage")
export class StageGroundElement extends LitElement {
  static override styles = css`
    :host { display: block; position: relative; overflow: hidden; }
    .marks { position: absolute; inset: 0; z-index: 0; }
    ::slotted(*) { z-index: 1; }
  `;
  @property({ attribute: false }) unitPx = 16;
  private readonly provider = new ContextProvider<typeof stageContext, this>(this, { context: stageContext });
  private stage: Stage | undefined;

  override render() {
    return html`<div class="marks"></div><slot></slot>`;
  }
  protected override firstUpdated(): void {
    void this.open();
  }
  /** The renderer is large and comes after the page's words. */
  private async open(): Promise<void> {
    const { createStage } = await import("../stage/stage.ts");
    const host = this.renderRoot.querySelector<HTMLElement>(".marks");
    if (!host || !this.isConnected) return;
    const worn = document.documentElement.dataset.theme;
    this.stage = createStage(host, { theme: THEMES[isThemeId(worn) ? worn : "graphite"], unitPx: this.unitPx });
    this.provider.setValue(this.stage);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stage?.destroy();
    this.stage = undefined;
  }
}
