import { customElement } from "lit/decorators.js";
import { Ended } from "../kit/ended.ts";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/curve.ts";
import { card, data, read, spoken, type CurveConfig } from "../marks/facts/curve.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** One indicator over the hours against yesterday, what is expected and its limits. */
@customElement("wall-curve")
export class CurvePanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-curve": CurvePanel;
  }
}
definePanel<CurveConfig>({
  ...spec, tag: "wall-curve", title: { zh: "过程线", en: "Curve" },
  example: { title: { zh: "负荷", en: "Load" }, indicator: "ener.load.total", place: "44", yesterday: true, reserve: { indicator: "ener.load.reserve", title: { zh: "备用率", en: "Reserve" } } },
});
