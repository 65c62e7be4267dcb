import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { Ended } from "../kit/ended.ts";
import { Speaks } from "../kit/language.ts";
import { Here } from "../panels/here.ts";
import { clockFace } from "./clock-face.ts";

/** The console's large clock: the situation's time. Where that is not people's time it is wisteria, with people's time small beside it. */
@customElement("console-time")
export class TimeHereElement extends LitElement {
  static override styles = css`
    :host { display: flex; align-items: center; gap: 14px; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .clock { font-size: calc(var(--u) * 3); font-weight: 500; font-family: var(--face-num); }
    .clock small { font-size: 0.5em; color: var(--t3); margin-inline-start: 0.2em; }
    .beside { font-size: var(--u); line-height: 1.3; text-align: end; color: var(--t2); }
    [data-clock="notActual"], .world[data-of="notActual"] { color: var(--w1); }
    [data-clock="stopped"], [data-clock="cut"] { color: var(--t3); }
  `;
  private readonly here = new Here(this, 500);
  private readonly ended = new Ended(this);

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { as, time, seconds, world, real } = clockFace(this.here, this.ended.has ? this.ended.word : undefined);
    return html`${world ? html`<span class="beside"><span class="world" data-of=${as}>${world}</span><br />${real}</span>` : nothing}
      <span class="clock" data-clock=${as}>${time}${seconds ? html`<small>${seconds}</small>` : nothing}</span>`;
  }
}
