import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type RollcallConfig } from "../marks/facts/rollcall.ts";
import { marks, spec } from "../marks/rollcall.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** Who answered the roll call, place by place. */
@customElement("wall-rollcall")
export class RollcallPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-rollcall": RollcallPanel;
  }
}
definePanel<RollcallConfig>({ ...spec, tag: "wall-rollcall", title: { zh: "点名格", en: "Roll call" }, example: { region: "44" } });
