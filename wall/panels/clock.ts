import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { Ended } from "../kit/ended.ts";
import { language, Speaks } from "../kit/language.ts";
import { named } from "../kit/named.ts";
import { definePanel } from "../kit/panel.ts";
import { data, spoken, type ClockConfig } from "../marks/facts/clock.ts";
import { marks, spec } from "../marks/clock.ts";
import { Here } from "./here.ts";
import { panelStyle } from "./style.ts";

/** The situation's clock; in a drill or replay in wisteria, with the real time small beside it. */
@customElement("wall-clock")
export class ClockPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: ClockConfig = {};
  private readonly here = new Here(this, 250);
  private readonly ended = new Ended(this);

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(null, this.config, this.from), size));
  }
  override updated(): void {
    named(this, "timer", spoken(null, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here, ...(this.ended.has && { ended: this.ended }) };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-clock": ClockPanel;
  }
}
definePanel<ClockConfig>({ ...spec, tag: "wall-clock", title: { zh: "时钟", en: "Clock" }, example: {} });
