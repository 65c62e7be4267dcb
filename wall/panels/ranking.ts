import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type RankingConfig } from "../marks/facts/ranking.ts";
import { marks, spec } from "../marks/ranking.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** The places of a region by one indicator, the greatest first. */
@customElement("wall-ranking")
export class RankingPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
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
