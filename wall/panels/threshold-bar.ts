import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type ThresholdBarConfig } from "../marks/facts/threshold-bar.ts";
import { marks, spec } from "../marks/threshold-bar.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";

/** Places or facilities against their limits on one axis; several indicators of a place as steps. */
@customElement("wall-threshold-bar")
export class ThresholdBarPanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-threshold-bar": ThresholdBarPanel;
  }
}
definePanel<ThresholdBarConfig>({ ...spec, tag: "wall-threshold-bar", title: { zh: "阈值条", en: "Against limits" }, example: { title: { zh: "小时雨量", en: "Hourly rain" }, indicator: "water.rain.hour", level: "county" } });
