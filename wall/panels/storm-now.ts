import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type StormNowConfig } from "../marks/facts/storm-now.ts";
import { marks, spec } from "../marks/storm-now.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** Where the storm is, how strong, where it goes, and how long until its wind reaches the first county. */
@customElement("wall-storm-now")
export class StormNowPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: StormNowConfig = {};
  private readonly here = new Here(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-now": StormNowPanel;
  }
}
definePanel<StormNowConfig>({ ...spec, tag: "wall-storm-now", title: { zh: "台风实况与到达", en: "Storm now and arrival" }, example: { region: "44" } });
