import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type DatumBarConfig } from "../marks/facts/datum-bar.ts";
import { marks, spec } from "../marks/datum-bar.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";

/** Differences from a datum that is each place's own, as columns from one line. */
@customElement("wall-datum-bar")
export class DatumBarPanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-datum-bar": DatumBarPanel;
  }
}
definePanel<DatumBarConfig>({ ...spec, tag: "wall-datum-bar", title: { zh: "基准柱", en: "From a datum" }, example: { title: { zh: "水库距汛限", en: "Reservoirs to flood limit" }, indicator: "water.reservoir.level", level: "site", datum: { zh: "汛限", en: "limit" } } });
