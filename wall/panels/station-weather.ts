import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type StationWeatherConfig } from "../marks/facts/station-weather.ts";
import { marks, spec } from "../marks/station-weather.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** Hourly rain and mean wind of a station where the wall looks, with the limits that the signals name. */
@customElement("wall-station-weather")
export class StationWeatherPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: StationWeatherConfig = {};
  private readonly here = new Here(this, 30_000);
  private readonly words = new Lexicon(this);
  private readonly names = new PlaceNames(this);

  get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-station-weather": StationWeatherPanel;
  }
}
definePanel<StationWeatherConfig>({ ...spec, tag: "wall-station-weather", title: { zh: "站点雨风", en: "Station weather" }, example: { site: "wx-guangzhou", region: "4401", hours: 48 } });
