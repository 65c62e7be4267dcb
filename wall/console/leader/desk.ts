import "../map-side.ts";
import "../work-side.ts";
import "./dock.ts";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { RegionView } from "../../kit/reads.ts";
import { desk } from "../desk-look.ts";
import type { DeskView } from "../desk-view.ts";

/** The commander's desk: the map, beside it what the watch sees, and under the thumb what is to be decided: place, decision, order in five touches. */
@customElement("console-leader")
export class LeaderDesk extends LitElement {
  static override styles = [desk, css`
    .side { display: grid; grid-template-rows: minmax(0, 1fr) auto; min-height: 0; min-width: 0; }
  `];
  @property({ attribute: false }) view!: DeskView;
  /** The place that the map and the queues show: the one that is looked at, a frame later. */
  @state() private followed: RegionView | undefined;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    return html`<main><console-map .view=${view} @followed=${(e: CustomEvent<RegionView>) => (this.followed = e.detail)}><slot></slot></console-map>
      <div class="side"><console-work .view=${view} .region=${(this.followed ?? view.drill.focus).code}></console-work>
        ${view.work.show === "queues" && !view.replayed ? html`<console-leader-dock .region=${(this.followed ?? view.drill.focus).code}></console-leader-dock>` : nothing}</div></main>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-leader": LeaderDesk;
  }
}
