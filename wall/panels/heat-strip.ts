import { customElement } from "lit/decorators.js";
import { Ended } from "../kit/ended.ts";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/heat-strip.ts";
import { card, data, read, spoken, type HeatStripConfig } from "../marks/facts/heat-strip.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** One indicator over places and hours, the worst now first. */
@customElement("wall-heat-strip")
export class HeatStripPanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-heat-strip": HeatStripPanel;
  }
}
definePanel<HeatStripConfig>({
  ...spec, tag: "wall-heat-strip", title: { zh: "时空热条", en: "Heat strip" },
  example: { title: { zh: "各市小时雨量", en: "Hourly rain by city" }, indicator: "water.rain.hour", region: "44", breaks: [2, 5, 10, 20] },
});
