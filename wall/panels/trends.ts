import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Level } from "../../model/region.ts";
import { DAY, HOUR } from "../../model/time.ts";
import type { Words } from "../../model/words.ts";
import { Canvas } from "../kit/canvas.ts";
import { worstOf } from "../kit/card.ts";
import { Ended } from "../kit/ended.ts";
import { dictionary, inWords, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { marks, sentence, spec, type Plot } from "../marks/trends.ts";
import "../kit/card.ts";
import { figureOf } from "./figures.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { panelStyle } from "./style.ts";

export interface TrendsConfig {
  readonly title: Words;
  readonly place: string;
  readonly level: Level;
  /** How far back it reaches at most, hours; a record that begins later is shown from its beginning. */
  readonly hours: number;
  /** One picture each; `bars` for what is counted anew in every interval. */
  readonly plots: readonly { readonly indicator: string; readonly title?: Words; readonly bars?: boolean }[];
}
const t = dictionary({ 未取到: "failed", 正在取数: "fetching" });
/** A young record is not blown up: a picture shows a week at least. */
const LEAST_MS = 7 * DAY;
/** A point stands for its interval; longer silence than this many is a gap. */
const GAP_INTERVALS = 1.5;

/** Room behind now, as a share of the time shown. */
const AHEAD = 0.02;

/** Indicators of one place over the same time, side by side, each with what stands now. */
@customElement("wall-trends")
export class TrendsPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config!: TrendsConfig;
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 30_000);
  private readonly ended = new Ended(this);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (s) => {
    const { place, level, hours, plots } = this.config;
    return plots.map(({ indicator }) => ({ cell: s.cells(indicator, place, level).cells.get(place), series: s.series(indicator, place, hours * HOUR) }));
  });

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.plots(), size), { within: () => this.plot });
  }
  override render() {
    const cells = this.seen.value.flatMap(({ cell }) => (cell ? [cell] : []));
    const worst = worstOf(cells);
    const cadence = this.words.indicator(this.config.plots[0]?.indicator ?? "")?.cadence ?? 0;
    return html`<wall-card heading=${inWords(this.config.title)} status=${this.seen.value.every(({ series }) => series.status === "loading") ? "loading" : "ready"} .observedAt=${cells.length > 0 ? worst.observedAt : undefined} .cadenceMs=${cadence} state=${worst.state} .coverage=${cells[0]?.coverage}>
      <div class="plot" role="img" aria-label=${sentence(this.plots())}></div>
    </wall-card>`;
  }
  private plots(): Plot[] {
    const now = Math.floor(this.here.simNow / HOUR) * HOUR;
    const from = Math.min(now - LEAST_MS, Math.max(now - this.config.hours * HOUR, this.here.info?.span?.from ?? -Infinity));
    return this.config.plots.map(({ indicator: id, title, bars }, i): Plot => {
      const { cell, series: { points, status } } = this.seen.value[i]!;
      const indicator = this.words.indicator(id);
      const common = { from, to: now + (now - from) * AHEAD, now, ...(this.ended.has && { stopped: this.ended.word }), unit: indicator?.unit ?? "", ...(indicator && { decimals: indicator.decimals }) };
      const everyMs = indicator?.cadence ?? DAY;
      return {
        label: `${title ? inWords(title) : indicator ? inWords(indicator.title) : id}${status === "refused" ? `　✕ ${t("未取到")}` : status === "loading" ? `　${t("正在取数")}` : ""}`, figures: [{ figure: figureOf(cell, indicator, this.here), large: true }],
        picture: bars
          ? { bars: { ...common, bars: points.map(([at, value]) => ({ at, value })), intervalMs: everyMs } }
          : { trend: { ...common, observed: points.map(([at, value]) => [at, value] as const), gapMs: GAP_INTERVALS * everyMs } },
      };
    });
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-trends": TrendsPanel;
  }
}
definePanel<TrendsConfig>({
  ...spec, tag: "wall-trends", title: { zh: "走势", en: "Trends" },
  example: { title: { zh: "雨量与平均风", en: "Rain and mean wind" }, place: "44", level: "province", hours: 48, plots: [{ indicator: "met.rain.24h" }, { indicator: "met.wind.mean" }] },
});
