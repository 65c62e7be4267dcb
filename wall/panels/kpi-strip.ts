import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/kpi-strip.ts";
import { card, data, read, spoken, type KpiStripConfig } from "../marks/facts/kpi-strip.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** Numbers of one place beside each other. */
@customElement("wall-kpi-strip")
export class KpiStripPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-kpi-strip": KpiStripPanel;
  }
}
definePanel<KpiStripConfig>({
  ...spec, tag: "wall-kpi-strip", title: { zh: "并列值", en: "Figures" },
  example: { title: { zh: "电力", en: "Power" }, place: "44", items: [{ indicator: "ener.load.total" }, { indicator: "ener.load.reserve" }, { indicator: "ener.outage.users" }, { indicator: "ener.renew.share" }] },
});
