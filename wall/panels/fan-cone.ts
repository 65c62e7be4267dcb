import { customElement } from "lit/decorators.js";
import { Ended } from "../kit/ended.ts";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/fan-cone.ts";
import { card, data, read, spoken, type FanConeConfig } from "../marks/facts/fan-cone.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** What is expected between two edges, behind what came so far. */
@customElement("wall-fan-cone")
export class FanConePanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-fan-cone": FanConePanel;
  }
}
definePanel<FanConeConfig>({
  ...spec, tag: "wall-fan-cone", title: { zh: "不确定带", en: "Fan cone" },
  example: { title: { zh: "负荷预测", en: "Load forecast" }, place: "44", low: { indicator: "ener.load.total" }, middle: { indicator: "ener.load.total" }, high: { indicator: "ener.load.total" }, observed: { indicator: "ener.load.total" }, aheadH: 6 },
});
