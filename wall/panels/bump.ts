import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type BumpConfig } from "../marks/facts/bump.ts";
import { marks, spec } from "../marks/bump.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";

/** Who stands where from period to period. */
@customElement("wall-bump")
export class BumpPanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-bump": BumpPanel;
  }
}
definePanel<BumpConfig>({ ...spec, tag: "wall-bump", title: { zh: "位次", en: "Ranks" }, example: { title: { zh: "雨量位次", en: "Rain, by rank" }, indicator: "met.rain.24h", level: "city", everyHours: 24, periods: 4 } });
