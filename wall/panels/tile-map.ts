import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type TileMapConfig } from "../marks/facts/tile-map.ts";
import { marks, spec } from "../marks/tile-map.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";

/** The cities as tiles, each where it lies among the others. */
@customElement("wall-tile-map")
export class TileMapPanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-tile-map": TileMapPanel;
  }
}
definePanel<TileMapConfig>({ ...spec, tag: "wall-tile-map", title: { zh: "城市格图", en: "Tile map" }, example: { title: { zh: "城市交通指数", en: "City traffic" }, indicator: "tra.tpi", breaks: [4, 6, 8] } });
