import { customElement } from "lit/decorators.js";
import { Ended } from "../kit/ended.ts";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/epi-curve.ts";
import { card, data, read, spoken, type EpiCurveConfig } from "../marks/facts/epi-curve.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** Cases of each day against the week before them; what stands out is marked, what is not fully reported is shaded. */
@customElement("wall-epi-curve")
export class EpiCurvePanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-epi-curve": EpiCurvePanel;
  }
}
definePanel<EpiCurveConfig>({
  ...spec, tag: "wall-epi-curve", title: { zh: "流行曲线", en: "Epidemic curve" },
  example: { title: { zh: "新增确诊", en: "New cases" }, indicator: "hlth.covid.new", place: "44", delayDays: 3 },
});
