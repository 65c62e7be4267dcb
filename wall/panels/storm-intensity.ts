import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { HOUR } from "../../model/time.ts";
import { Canvas } from "../kit/canvas.ts";
import { dictionary, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, type Plot, sentence, spec } from "../marks/storm-intensity.ts";
import type { TrendData } from "../marks/trend.ts";
import "../kit/card.ts";
import { StormSource } from "./storm-source.ts";
import { panelStyle } from "./style.ts";
import { FIX_EVERY_MS, stormCell } from "./storm-view.ts";

export interface StormIntensityConfig {
  /** How far back the lines begin, hours. */
  readonly hours?: number;
}
const t = dictionary({ 强度与气压: "Intensity and pressure", "逐 6 时定位，10分钟平均风": "6-hourly fixes, 10-min mean", "中心最大风速 m/s": "Maximum wind, m/s", "中心气压 hPa": "Central pressure, hPa", 此情景没有台风记录: "no storm in this situation" });
/** Lower bounds of grades on JMA's scale of 10-minute means: 34, 48 and 64 kt. */
const GRADES = [
  { value: 17.2, label: "热带风暴" },
  { value: 24.7, label: "强热带风暴" },
  { value: 32.9, label: "台风" },
] as const;

/** Maximum wind and central pressure of the storm, fix by fix, up to now. */
@customElement("wall-storm-intensity")
export class StormIntensityPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: StormIntensityConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly storm = new StormSource(this);

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.plots(), size), { within: () => this.plot });
  }
  override render() {
    const { record, status, code } = this.storm;
    const cell = record ? stormCell(record, "wind", this.storm.now, this.storm.live, this.storm.tick).cell : undefined;
    return html`<wall-card heading=${t("强度与气压")} note=${t("逐 6 时定位，10分钟平均风")} status=${status} code=${code} .observedAt=${cell?.observedAt} state=${cell?.state ?? ""}
        empty=${status === "ready" && !record ? t("此情景没有台风记录") : ""}>
      <div class="plot" role="img" aria-label=${sentence(this.plots())}></div>
    </wall-card>`;
  }
  private plots(): Plot[] {
    return [
      { label: t("中心最大风速 m/s"), share: 62, picture: { trend: { ...this.over((fix) => fix.windMs), unit: "m/s", limits: GRADES, range: [10, 45] } } },
      { label: t("中心气压 hPa"), share: 38, picture: { trend: { ...this.over((fix) => fix.pressureHpa), unit: "hPa" } } },
    ];
  }
  /** The fixes as samples; a fix that is missing is a gap, and nothing is drawn between the last one and now. */
  private over(value: (fix: { readonly windMs: number | null; readonly pressureHpa: number | null }) => number | null): Omit<TrendData, "unit"> {
    const { record } = this.storm;
    const now = Math.floor(this.storm.now / 600_000) * 600_000;
    const fixes = record?.fixes ?? [];
    const from = Math.max(now - (this.config.hours ?? 60) * HOUR, fixes[0]?.at ?? now - 12 * HOUR);
    return { observed: fixes.map((fix) => [fix.at, value(fix)] as const), from, to: now + 2 * HOUR, now, gapMs: 1.5 * FIX_EVERY_MS };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-intensity": StormIntensityPanel;
  }
}
definePanel<StormIntensityConfig>({ ...spec, tag: "wall-storm-intensity", title: { zh: "强度与气压", en: "Intensity and pressure" }, example: { hours: 60 } });
