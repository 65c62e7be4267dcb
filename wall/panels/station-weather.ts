import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { windForce } from "../../model/numerals.ts";
import type { Cell } from "../../model/sample.ts";
import { HOUR } from "../../model/time.ts";
import { Canvas } from "../kit/canvas.ts";
import { worstOf } from "../kit/card.ts";
import { dictionary, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { marks as bars } from "../marks/bars.ts";
import { marks as trend } from "../marks/trend.ts";
import "../kit/value.ts";
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
  static override styles = [
    panelStyle,
    css`
      .two { display: grid; grid-template-columns: 1fr 1fr; column-gap: calc(var(--u) * 2); flex: 1; min-height: 0; }
      .two > div { display: flex; flex-direction: column; min-height: 0; min-width: 0; }
      .head { display: flex; align-items: baseline; gap: 0.5em; white-space: nowrap; height: calc(var(--u) * 2.4); overflow: hidden; }
      .big { font-size: calc(var(--u) * 1.7); font-weight: 500; }
      .plot { flex: 1; min-height: 0; }
    `,
  ];
  @property({ attribute: false }) config: StationWeatherConfig = {};
  @query(".rain") private rainPlot!: HTMLElement;
  @query(".wind") private windPlot!: HTMLElement;
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
  private readonly plots = [
    new Canvas(this, (size) => bars({ ...this.window(), bars: this.seen.value.rains.map(([at, value]) => ({ at, value })), intervalMs: HOUR, unit: "mm", atLeast: 10 }, size), { within: () => this.rainPlot }),
    new Canvas(this, (size) => trend({ ...this.window(), observed: this.seen.value.winds.map(([at, value]) => [at, value] as const), unit: "m/s", gapMs: 1.5 * HOUR, limits: FORCES, range: [0, 20] }, size), { within: () => this.windPlot }),
  ];

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { rain, day, wind, status } = this.seen.value;
    const worst = worstOf([rain, wind].filter((c) => c !== undefined));
    const value = (cell: Cell | undefined, indicator: string) => html`<wall-value .cell=${cell} .measured=${this.words.indicator(indicator)} of=${this.config.site ?? "wx-guangzhou"}></wall-value>`;
    return html`<wall-card heading=${t("{name}雨风", { name: this.config.name ?? "广州" })} note=${t("逐时")} status=${status === "refused" ? "refused" : "ready"} .observedAt=${rain || wind ? worst.observedAt : undefined} state=${worst.state}>
      <div class="two">
        <div><div class="head"><span class="second">${t("雨量")}</span><span class="big">${value(rain, "water.rain.hour")}</span><span class="caption">${t("24 时")} ${value(day, "met.rain.24h")}</span></div><div class="plot rain"></div></div>
        <div><div class="head"><span class="second">${t("平均风")}</span><span class="big num">${wind?.value == null ? "" : html`${windForce(wind.value)} 级`}</span>${value(wind, "met.wind.mean")}</div><div class="plot wind"></div></div>
      </div>
    </wall-card>`;
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
definePanel<StationWeatherConfig>({ kind: "station-weather", tag: "wall-station-weather", title: { zh: "站点雨风", en: "Station weather" }, minU: [34, 12], example: { site: "wx-guangzhou", region: "4401", hours: 48 } });
