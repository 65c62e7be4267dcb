import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { named } from "../kit/named.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { data, read, spoken, type TrustConfig } from "../marks/facts/trust.ts";
import { marks, spec } from "../marks/trust.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { panelStyle } from "./style.ts";

/** How far the sources behind this wall can be believed now, in two lines: how many in each state, then the worst by name. */
@customElement("wall-trust")
export class TrustPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: TrustConfig = { sources: [] };
  private readonly here = new Here(this, 5_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from), size));
  }
  override updated(): void {
    named(this, "img", spoken(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-trust": TrustPanel;
  }
}
definePanel<TrustConfig>({
  ...spec, tag: "wall-trust", title: { zh: "数据可信", en: "Data trust" },
  example: { sources: [{ hazard: "storm" }, { indicator: "met.storm.circle" }, { indicator: "met.rain.24h" }, { indicator: "met.wind.mean" }, { indicator: "water.river.level" }] },
});
