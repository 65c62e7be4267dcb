import "../map-side.ts";
import "../work-side.ts";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { RegionView } from "../../kit/reads.ts";
import { desk } from "../desk-look.ts";
import type { DeskView } from "../desk-view.ts";

/** The duty officer's and the chief's desk: the map, and beside it the queues, an incident or a report. */
@customElement("console-duty")
export class DutyDesk extends LitElement {
  static override styles = desk;
  @property({ attribute: false }) view!: DeskView;
  /** The place that the map and the queues show: the one that is looked at, a frame later. */
  @state() private followed: RegionView | undefined;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    return html`<main><console-map .view=${view} @followed=${(e: CustomEvent<RegionView>) => (this.followed = e.detail)}><slot></slot></console-map>
      <console-work .view=${view} .region=${(this.followed ?? view.drill.focus).code}></console-work></main>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-duty": DutyDesk;
  }
}
