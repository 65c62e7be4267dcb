import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/call-matrix.ts";
import { card, data, read, spoken, type CallMatrixConfig } from "../marks/facts/call-matrix.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** Who must be called where a level stands, and who has answered: one row for each city, its counties by name. */
@customElement("wall-call-matrix")
export class CallMatrixPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: CallMatrixConfig = {};
  private readonly here = new Here(this, 10_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-call-matrix": CallMatrixPanel;
  }
}
definePanel<CallMatrixConfig>({ ...spec, tag: "wall-call-matrix", title: { zh: "叫应矩阵", en: "Call and respond" }, example: { region: "44" } });
