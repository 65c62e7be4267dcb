import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type StormExposureConfig } from "../marks/facts/storm-exposure.ts";
import { marks, rowsOf, spec } from "../marks/storm-exposure.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { panelStyle } from "./style.ts";

/** Who is inside a wind circle now, and in which order the cities follow. */
@customElement("wall-storm-exposure")
export class StormExposurePanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: StormExposureConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from, rowsOf(size)), size), { within: () => this.plot });
  }
  override render() {
    return inCard(card(this.seen.value, this.config, this.from), spoken(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-exposure": StormExposurePanel;
  }
}
definePanel<StormExposureConfig>({ ...spec, tag: "wall-storm-exposure", title: { zh: "风圈内与到达次序", en: "Inside the wind, and who is next" }, example: { region: "44" } });
