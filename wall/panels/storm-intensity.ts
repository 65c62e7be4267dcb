import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type StormIntensityConfig } from "../marks/facts/storm-intensity.ts";
import { marks, spec } from "../marks/storm-intensity.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { panelStyle } from "./style.ts";

/** Maximum wind and central pressure of the storm, fix by fix, up to now. */
@customElement("wall-storm-intensity")
export class StormIntensityPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: StormIntensityConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this);
  private readonly seen = new Select(this, (reader) => read(reader));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from), size), { within: () => this.plot });
  }
  override render() {
    return inCard(card(this.seen.value, this.config, this.from), spoken(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-intensity": StormIntensityPanel;
  }
}
definePanel<StormIntensityConfig>({ ...spec, tag: "wall-storm-intensity", title: { zh: "强度与气压", en: "Intensity and pressure" }, example: { hours: 60 } });
