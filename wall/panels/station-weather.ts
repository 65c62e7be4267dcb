import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type StationWeatherConfig } from "../marks/facts/station-weather.ts";
import { marks, spec } from "../marks/station-weather.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { Lexicon } from "./lexicon.ts";
import { panelStyle } from "./style.ts";

/** One station's hourly rain and mean wind with the limits that the signals name. */
@customElement("wall-station-weather")
export class StationWeatherPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: StationWeatherConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 30_000);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from), size), { within: () => this.plot });
  }
  override render() {
    return inCard(card(this.seen.value, this.config, this.from), spoken(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-station-weather": StationWeatherPanel;
  }
}
definePanel<StationWeatherConfig>({ ...spec, tag: "wall-station-weather", title: { zh: "站点雨风", en: "Station weather" }, example: { site: "wx-guangzhou", region: "4401", hours: 48 } });
