import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type ScatterConfig } from "../marks/facts/scatter.ts";
import { marks, spec } from "../marks/scatter.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";

/** Places by two numbers at once, parted by the limits of both. */
@customElement("wall-scatter")
export class ScatterPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly sites = new Sites(this);

  get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names, sites: this.sites };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-scatter": ScatterPanel;
  }
}
definePanel<ScatterConfig>({ ...spec, tag: "wall-scatter", title: { zh: "四象限", en: "Two numbers" }, example: { title: { zh: "床位与重症", en: "Beds and intensive care" }, level: "city", x: { indicator: "hlth.bed.use" }, y: { indicator: "hlth.icu.use" } } });
