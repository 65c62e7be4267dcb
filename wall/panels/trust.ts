import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { freshness, STATES, worstState, type Freshness } from "../../model/freshness.ts";
import { asOf } from "../../model/moments.ts";
import type { Level } from "../../model/region.ts";
import { DAY, HOUR, MINUTE } from "../../model/time.ts";
import type { Words } from "../../model/words.ts";
import { coverageText } from "../../model/wording.ts";
import { freshnessGlyph, freshnessWord } from "../kit/freshness-glyph.ts";
import { dictionary, inWords, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import type { Coverage } from "../../model/sample.ts";
import "../kit/card.ts";
import { counted } from "./counted.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { Room } from "./room.ts";
import { FIX_EVERY_MS } from "./storm-view.ts";
import { panelStyle } from "./style.ts";

export interface TrustConfig {
  readonly region?: string;
  /** What is watched: an indicator over the whole region, or the storm's track. */
  readonly sources: readonly TrustSource[];
}
export interface TrustSource {
  readonly title?: Words;
  readonly indicator?: string;
  readonly place?: string;
  readonly level?: Level | "site";
  readonly hazard?: "storm";
}
interface Standing {
  readonly title: string;
  readonly state: Freshness;
  readonly observedAt: number | null;
  readonly everyMs: number;
  readonly coverage: Coverage | undefined;
}
const t = dictionary({
  数据可信: "Data trust", "{n} 路汇聚": "{n} sources", 应每: "every", "{n} 分钟": "{n} min", "{n} 小时": "{n} h", "{n} 天": "{n} d", 台风定位: "storm fixes", 从未上报: "never reported",
  "全部按时": "all on time",
});
const WORST_FIRST: readonly Freshness[] = ["down", "never", "withheld", "stale", "ageing", "fresh"];

/** How far the sources behind this wall can be believed now: a share by state, then each source, the worst first. */
@customElement("wall-trust")
export class TrustPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      .bar { display: flex; gap: max(2px, calc(var(--u) / 12)); height: calc(var(--u) * 0.85); margin: calc(var(--u) * 0.35) 0 calc(var(--u) * 0.45); }
      .bar i { background: var(--c4); }
      .bar i[data-state="ageing"] { background: var(--t3); }
      .bar i[data-state="stale"] { background: none; border: max(1px, calc(var(--u) / 16)) dashed var(--t1); box-sizing: border-box; }
      .bar i[data-state="down"] { background: var(--t1); }
      .bar i[data-state="never"], .bar i[data-state="withheld"] { background: none; border: max(1px, calc(var(--u) / 24)) solid var(--hair2); box-sizing: border-box; }
      .legend { display: flex; gap: 1.5em; white-space: nowrap; padding-bottom: calc(var(--u) * 0.35); }
      .legend .none { color: var(--t3); }
      .row { grid-template-columns: 1em minmax(0, 1fr) auto auto; height: calc(var(--u) * 2.05); }
      .glyph { vertical-align: -0.06em; }
    `,
  ];
  @property({ attribute: false }) config: TrustConfig = { sources: [] };
  private readonly here = new Here(this, 5_000);
  private readonly words = new Lexicon(this);
  private readonly room = new Room(this);
  private readonly seen = new Select(this, (s) => {
    const region = this.config.region ?? "44";
    return this.config.sources.map((source) => {
      if (source.hazard) {
        const storm = [...s.hazards().records.values()].find((r) => r.kind === "storm");
        return { source, at: storm?.fixes.at(-1)?.at ?? null, cell: undefined, tick: s.hazards().tick, lost: s.hazards().status === "refused" };
      }
      const view = s.cells(source.indicator!, source.level === "site" ? region : (source.place ?? region), source.level ?? "province");
      const cell = view.cells.get(source.place ?? region);
      return { source, at: cell?.observedAt ?? null, cell, tick: view.tick, lost: view.status === "refused" };
    });
  });

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const standings = this.seen.value.map((s) => this.standing(s)).sort((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state));
    const counts = STATES.map((state) => ({ state, n: standings.filter((s) => s.state === state).length }));
    const tick = Math.max(0, ...this.seen.value.map((s) => s.tick));
    const told = counts.filter(({ state, n }) => n > 0 || ["fresh", "ageing", "stale", "down"].includes(state));
    return html`<wall-card heading=${t("数据可信")} note=${t("{n} 路汇聚", { n: standings.length })} .observedAt=${this.here.simNow} state=${this.here.linked ? "fresh" : "stale"}>
      <div class="bar">${counts.filter(({ n }) => n > 0).map(({ state, n }) => html`<i data-state=${state} .style=${`flex:${n}`}></i>`)}</div>
      <div class="legend">${told.map(({ state, n }) => html`<span class=${n === 0 ? "none" : ""}>${freshnessGlyph(state)} ${freshnessWord(state)} ${counted({ id: `trust.${state}`, title: { zh: state, en: state }, place: this.config.region ?? "44", value: n, observedAt: this.here.simNow, tick })}</span>`)}</div>
      <div class="rows">${standings.slice(0, this.room.rows(2.05, 6.1)).map((s) => html`<div class="row"><span>${freshnessGlyph(s.state)}</span><span>${s.title}</span>
          <span class="caption">${s.coverage ? coverageText(s.coverage, language()) : ""}</span>
          <span class="end second">${s.observedAt === null ? freshnessWord(s.state) : html`${asOf(s.observedAt, this.here.simNow, s.everyMs, language())} · ${t("应每")} ${every(s.everyMs)}`}</span></div>`)}</div>
    </wall-card>`;
  }
  private standing({ source, at, cell, lost }: { source: TrustSource; at: number | null; cell: { state: Freshness; coverage: Coverage } | undefined; lost: boolean }): Standing {
    const indicator = source.indicator === undefined ? undefined : this.words.indicator(source.indicator);
    const everyMs = source.hazard ? FIX_EVERY_MS : (this.here.info?.cadences?.[source.indicator ?? ""] ?? indicator?.cadence ?? 0);
    let state = lost ? "down" : source.hazard ? freshness(at, this.here.simNow, everyMs) : (cell?.state ?? "never");
    if (source.hazard && !this.here.linked) state = worstState(state, "stale");
    const title = source.title ? inWords(source.title) : source.hazard ? t("台风定位") : indicator ? inWords(indicator.title) : (source.indicator ?? "");
    return { title, state, observedAt: at, everyMs, coverage: cell?.coverage };
  }
}
const every = (ms: number): string =>
  ms >= DAY ? t("{n} 天", { n: Math.round(ms / DAY) }) : ms >= HOUR ? t("{n} 小时", { n: Math.round(ms / HOUR) }) : t("{n} 分钟", { n: Math.max(1, Math.round(ms / MINUTE)) });
declare global {
  interface HTMLElementTagNameMap {
    "wall-trust": TrustPanel;
  }
}
definePanel<TrustConfig>({
  kind: "trust", tag: "wall-trust", title: { zh: "数据可信", en: "Data trust" }, minU: [34, 10],
  example: { sources: [{ hazard: "storm" }, { indicator: "met.storm.circle" }, { indicator: "met.rain.24h" }, { indicator: "met.wind.mean" }, { indicator: "water.river.level" }] },
});
