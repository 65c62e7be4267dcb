import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { windForce } from "../../model/numerals.ts";
import { HOUR } from "../../model/time.ts";
import { Canvas } from "../kit/canvas.ts";
import { worstOf } from "../kit/card.ts";
import { dictionary, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { marks, type Plot, sentence, spec } from "../marks/station-weather.ts";
import "../kit/card.ts";
import { figureOf } from "./figures.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { panelStyle } from "./style.ts";

export interface StationWeatherConfig {
  readonly site?: string;
  readonly region?: string;
  readonly name?: string;
  readonly hours?: number;
}
const t = dictionary({
  "{name}雨风": "{name}: rain and wind", "逐时": "hourly", 雨量: "Rain", "24 时": "24 h", 平均风: "Mean wind", 级: "force", "由累计列还原，非累计值": "restored from the cumulated column",
});
/** 6级, 8级 (GB/T 28591): the mean winds of the blue and the yellow typhoon signal. */
const FORCES = [
  { value: 10.8, label: "6级" },
  { value: 17.2, label: "8级" },
] as const;

/** One station's hourly rain and mean wind with the limits that the signals name. */
@customElement("wall-station-weather")
export class StationWeatherPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: StationWeatherConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 30_000);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (s) => {
    const { site = "wx-guangzhou", region = "4401", hours = 48 } = this.config;
    const at = (indicator: string) => s.cells(indicator, region, "site").cells.get(site);
    return {
      status: s.cells("water.rain.hour", region, "site").status,
      rain: at("water.rain.hour"), day: at("met.rain.24h"), wind: at("met.wind.mean"),
      rains: s.series("water.rain.hour", site, hours * HOUR).points,
      winds: s.series("met.wind.mean", site, hours * HOUR).points,
    };
  });

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.plots(), size), { within: () => this.plot });
  }
  override render() {
    const { rain, wind, status } = this.seen.value;
    const worst = worstOf([rain, wind].filter((c) => c !== undefined));
    return html`<wall-card heading=${t("{name}雨风", { name: this.config.name ?? "广州" })} note=${t("逐时")} status=${status} .observedAt=${rain || wind ? worst.observedAt : undefined} state=${worst.state}>
      <div class="plot" role="img" aria-label=${sentence(this.plots())}></div>
    </wall-card>`;
  }
  private plots(): Plot[] {
    const { rain, day, wind, rains, winds } = this.seen.value;
    const figure = (cell: typeof rain, indicator: string) => figureOf(cell, this.words.indicator(indicator), this.here);
    const blowing = figure(wind, "met.wind.mean");
    const force = wind?.value == null ? [] : [{ figure: { ...blowing, text: String(windForce(wind.value)), unit: t("级"), tag: "", ...(blowing.truth && { truth: { ...blowing.truth } }) }, large: true }];
    return [
      {
        label: t("雨量"), figures: [{ figure: figure(rain, "water.rain.hour"), large: true }, { figure: figure(day, "met.rain.24h"), before: t("24 时") }],
        picture: { bars: { ...this.window(), bars: rains.map(([at, value]) => ({ at, value })), intervalMs: HOUR, unit: "mm", atLeast: 10 } },
      },
      {
        label: t("平均风"), figures: [...force, { figure: blowing }],
        picture: { trend: { ...this.window(), observed: winds.map(([at, value]) => [at, value] as const), unit: "m/s", gapMs: 1.5 * HOUR, limits: FORCES, range: [0, 20] } },
      },
    ];
  }
  private window() {
    const now = Math.floor(this.here.simNow / 600_000) * 600_000;
    return { from: now - (this.config.hours ?? 48) * HOUR, to: now + HOUR, now };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-station-weather": StationWeatherPanel;
  }
}
definePanel<StationWeatherConfig>({ ...spec, tag: "wall-station-weather", title: { zh: "站点雨风", en: "Station weather" }, example: { site: "wx-guangzhou", region: "4401", hours: 48 } });
