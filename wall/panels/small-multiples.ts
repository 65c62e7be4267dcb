import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/small-multiples.ts";
import { card, data, read, spoken, type SmallMultiplesConfig } from "../marks/facts/small-multiples.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** One indicator of every place of a region, all on one scale. */
@customElement("wall-small-multiples")
export class SmallMultiplesPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-small-multiples": SmallMultiplesPanel;
  }
}
definePanel<SmallMultiplesConfig>({
  ...spec, tag: "wall-small-multiples", title: { zh: "小图", en: "Small multiples" },
  example: { title: { zh: "各市雨量", en: "Rain by city" }, indicator: "water.rain.hour", region: "44" },
});
