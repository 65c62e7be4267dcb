import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/spark-band.ts";
import { card, data, read, spoken, type SparkBandConfig } from "../marks/facts/spark-band.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** Indicators of one place under each other, each with its last day over what is usual. */
@customElement("wall-spark-band")
export class SparkBandPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-spark-band": SparkBandPanel;
  }
}
definePanel<SparkBandConfig>({
  ...spec, tag: "wall-spark-band", title: { zh: "带迷你线", en: "Lines and bands" },
  example: { title: { zh: "近一日", en: "Last day" }, place: "44", items: [{ indicator: "ener.load.total" }, { indicator: "ener.outage.users" }, { indicator: "met.rain.24h" }] },
});
