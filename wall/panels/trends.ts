import { customElement } from "lit/decorators.js";
import { Ended } from "../kit/ended.ts";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type TrendsConfig } from "../marks/facts/trends.ts";
import { marks, spec } from "../marks/trends.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** Indicators of one place over the same time, side by side, each with what stands now. */
@customElement("wall-trends")
export class TrendsPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly ended = new Ended(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words, ...(this.ended.has && { ended: this.ended }) };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-trends": TrendsPanel;
  }
}
definePanel<TrendsConfig>({
  ...spec, tag: "wall-trends", title: { zh: "走势", en: "Trends" },
  example: { title: { zh: "雨量与平均风", en: "Rain and mean wind" }, place: "44", level: "province", hours: 48, plots: [{ indicator: "met.rain.24h" }, { indicator: "met.wind.mean" }] },
});
