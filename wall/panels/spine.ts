import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Words } from "../../model/words.ts";
import { DAY, HOUR } from "../../model/time.ts";
import { Canvas } from "../kit/canvas.ts";
import { Ended } from "../kit/ended.ts";
import { dictionary, inWords } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { marks, sentence, spec, type SpineData } from "../marks/spine.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { spineMarks, spinePhases } from "./spine-view.ts";
import { panelStyle } from "./style.ts";
import { arrivals } from "./storm-view.ts";

/** The part of the wall's line of time that this display shows, hours around now. */
export interface SpineConfig {
  readonly fromH: number;
  readonly toH: number;
  /** Which part of the line this is, from 0. */
  readonly part?: number;
  /** Where the whole line begins and ends; absent = this part is the whole. */
  readonly lineH?: readonly [fromH: number, toH: number];
  readonly region?: string;
  /** What runs behind the line, of the whole region. */
  readonly series?: { readonly indicator: string; readonly title: Words; /** How far back its highest is known, hours; absent = as far as the line reaches. */ readonly hours?: number };
}
const t = dictionary({ 尚无上报: "nothing reported yet", 正在取数: "fetching", 最多: "most" });
/** The line moves on by whole steps, so that words do not creep. */
const STEP_MS = 5 * 60_000;
/** From so long a line on, what stands on it is told by its day. */
const BY_DAY_H = 7 * 24;

/** One line of time across the wall: what has been, what is ordered, what is expected. */
@customElement("wall-spine")
export class SpinePanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: SpineConfig = { fromH: -24, toH: 24 };
  private readonly here = new Here(this);
  private readonly ended = new Ended(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (s) => {
    const region = this.config.region ?? "44";
    const hazard = s.hazard();
    const reach = (indicator: string) => (hazard?.kind === "storm" ? arrivals(s.cells(indicator, region, "county").cells.values()) : []);
    // All parts measure the series by the same highest value, so each listens to the whole line.
    const backMs = Math.ceil((this.config.series?.hours ?? -(this.config.lineH?.[0] ?? this.config.fromH)) * HOUR);
    return { hazard, alerts: [...s.alerts(region).records.values()], tasks: [...s.tasks(region).records.values()], r7: reach("met.storm.arrival.r7"), r10: reach("met.storm.arrival.r10"), series: this.config.series && backMs > 0 ? s.series(this.config.series.indicator, region, backMs) : undefined, isAwaited: s.alerts(region).status === "loading" || s.tasks(region).status === "loading" || s.hazards().status === "loading" };
  });
  private readonly canvas = new Canvas(this, (size) => (this.knowsNoTime ? [] : marks(this.data(), size)));

  override updated(): void {
    this.role = "img";
    this.ariaLabel = this.knowsNoTime ? `${this.ended.brief}。` : sentence(this.data());
  }
  /** Hours of another world than this one would lie: of one that has gone, and was never seen here, no line is drawn. */
  private get knowsNoTime(): boolean {
    return this.ended.has && this.here.stoodAt === null;
  }
  private data(): SpineData {
    const now = Math.floor(this.here.simNow / STEP_MS) * STEP_MS;
    const { fromH, toH, part = 0, series, lineH = [fromH, toH] } = this.config;
    const everyMs = series ? (this.words.indicator(series.indicator)?.cadence ?? 0) : 0;
    const byDay = lineH[1] - lineH[0] >= BY_DAY_H;
    const { info } = this.here;
    const from = now + fromH * HOUR;
    // What began before the line begins is drawn from its beginning, with its shape.
    const { series: drawn, isAwaited, ...others } = this.seen.value;
    const points = drawn?.points ?? [];
    const seen = { ...others, series: points, now: this.here.simNow };
    const phases = spinePhases(seen).map((phase) => (part === 0 && phase.from < from ? { ...phase, from } : phase));
    return {
      from, to: now + toH * HOUR, now, exactly: this.here.simNow, phases,
      ...(part === 0 && series && { title: `${inWords(series.title)}${points.length > 0 ? "" : `　${t(drawn?.status === "loading" ? "正在取数" : "尚无上报")}`}` }),
      ...(isAwaited && { awaited: t("正在取数") }),
      ...(points.length > 0 && {
        series: points.map(([at, value]) => [at, value] as const), seriesMax: Math.max(1, ...points.map(([, value]) => value ?? 0)),
        ...(everyMs >= DAY && { seriesEveryMs: everyMs, mostWord: t("最多") }),
      }),
      ...(byDay && { byDay }),
      ...(this.ended.has && { stopped: this.ended.word }),
      marks: spineMarks({ ...seen, everyMs, clock: info?.clock, ...(info?.span && { ends: info.span.to }), nameOf: (code) => this.names.of(code) }),
    };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-spine": SpinePanel;
  }
}
definePanel<SpineConfig>({ ...spec, tag: "wall-spine", title: { zh: "时间脊", en: "Spine of time" }, example: { fromH: -24, toH: 24 } });
