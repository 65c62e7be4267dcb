import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/kpi.ts";
import { card, data, read, spoken, type KpiConfig } from "../marks/facts/kpi.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** One number, large, with its time and its last day. */
@customElement("wall-kpi")
export class KpiPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-kpi": KpiPanel;
  }
}
definePanel<KpiConfig>({
  ...spec, tag: "wall-kpi", title: { zh: "单值", en: "Figure" },
  example: { title: { zh: "负荷", en: "Load" }, indicator: "ener.load.total", place: "44" },
});
