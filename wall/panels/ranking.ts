import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type RankingConfig } from "../marks/facts/ranking.ts";
import { marks, spec } from "../marks/ranking.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { panelStyle } from "./style.ts";

/** The places of a region by one indicator, the greatest first. */
@customElement("wall-ranking")
export class RankingPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config!: RankingConfig;
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 30_000);
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
    "wall-ranking": RankingPanel;
  }
}
definePanel<RankingConfig>({
  ...spec, tag: "wall-ranking", title: { zh: "排名条", en: "Ranking" },
  example: { title: { zh: "24 小时雨量", en: "Rain in 24 h" }, indicator: "met.rain.24h", region: "44", level: "city" },
});
