import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type StormNowConfig } from "../marks/facts/storm-now.ts";
import { marks, spec } from "../marks/storm-now.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { panelStyle } from "./style.ts";

/** Where the storm is, how strong, where it goes, and how long until its wind reaches the first county. */
@customElement("wall-storm-now")
export class StormNowPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: StormNowConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from), size), { within: () => this.plot });
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
    "wall-storm-now": StormNowPanel;
  }
}
definePanel<StormNowConfig>({ ...spec, tag: "wall-storm-now", title: { zh: "台风实况与到达", en: "Storm now and arrival" }, example: { region: "44" } });
