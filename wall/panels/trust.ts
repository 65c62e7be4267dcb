import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { freshness, STATES, worstState, type Freshness } from "../../model/freshness.ts";
import { asOf } from "../../model/moments.ts";
import type { Level } from "../../model/region.ts";
import type { Words } from "../../model/words.ts";
import { coverageText } from "../../model/wording.ts";
import { Canvas } from "../kit/canvas.ts";
import { freshnessWord } from "../kit/freshness-glyph.ts";
import { dictionary, inWords, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import type { Coverage } from "../../model/sample.ts";
import { marks, sentence, spec, type TrustData } from "../marks/trust.ts";
import { countOf } from "./figures.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
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
  数据可信: "Data trust", "{n} 路": "{n} sources", "正在取数 {n} 路": "fetching {n}", 台风定位: "storm fixes", "另 {n} 路": "{n} more", "全部按时　最旧 {what} {at}": "all on time; oldest: {what} {at}",
});
const ALWAYS_TOLD: ReadonlySet<Freshness> = new Set(["fresh", "ageing", "stale", "down"]);
const WORST_FIRST: readonly Freshness[] = ["down", "never", "withheld", "stale", "ageing", "fresh"];

/** How far the sources behind this wall can be believed now, in two lines: how many in each state, then the worst by name. */
@customElement("wall-trust")
export class TrustPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: TrustConfig = { sources: [] };
  private readonly here = new Here(this, 5_000);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (s) => {
    const region = this.config.region ?? "44";
    return this.config.sources.map((source) => {
      if (source.hazard) {
        const storm = [...s.hazards().records.values()].find((r) => r.kind === "storm");
        return { source, at: storm?.fixes.at(-1)?.at ?? null, cell: undefined, tick: s.hazards().tick, lost: s.hazards().status === "refused", isAwaited: !storm && s.hazards().status === "loading" };
      }
      const view = s.cells(source.indicator!, source.level === "site" ? region : (source.place ?? region), source.level ?? "province");
      const cell = view.cells.get(source.place ?? region);
      return { source, at: cell?.observedAt ?? null, cell, tick: view.tick, lost: view.status === "refused", isAwaited: !cell && view.status === "loading" };
    });
  });

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size));
  }
  override updated(): void {
    this.role = "img";
    this.ariaLabel = sentence(this.data());
  }
  private data(): TrustData {
    const all = this.seen.value;
    // What has not come to this page is not said never to have been reported.
    const standings = all.filter((s) => !s.isAwaited).map((s) => this.standing(s)).sort((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state));
    const tick = Math.max(0, ...all.map((s) => s.tick));
    const counts = STATES.map((state) => ({ state, word: freshnessWord(state), count: standings.filter((s) => s.state === state).length }));
    const whenOf = ({ observedAt, state, everyMs }: Standing) => (observedAt === null ? freshnessWord(state) : asOf(observedAt, this.here.simNow, everyMs, language()));
    const oldest = standings.toSorted((a, b) => (a.observedAt ?? 0) - (b.observedAt ?? 0))[0];
    return {
      title: t("数据可信"), note: t("{n} 路", { n: all.length }), awaited: standings.length < all.length ? t("正在取数 {n} 路", { n: all.length - standings.length }) : "",
      states: counts
        .filter(({ state, count }) => count > 0 || ALWAYS_TOLD.has(state))
        .map((each) => ({ ...each, figure: countOf({ id: `trust.${each.state}`, place: this.config.region ?? "44", value: each.count, observedAt: this.here.simNow, tick, have: standings.length, of: all.length }, this.here) })),
      sources: standings.map((each) => ({ id: each.title, title: each.title, state: each.state, coverage: each.coverage ? coverageText(each.coverage, language()) : "", when: whenOf(each) })),
      allOnTime: oldest ? t("全部按时　最旧 {what} {at}", { what: oldest.title, at: whenOf(oldest) }) : "",
      more: (n) => t("另 {n} 路", { n }),
    };
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
declare global {
  interface HTMLElementTagNameMap {
    "wall-trust": TrustPanel;
  }
}
definePanel<TrustConfig>({
  ...spec, tag: "wall-trust", title: { zh: "数据可信", en: "Data trust" },
  example: { sources: [{ hazard: "storm" }, { indicator: "met.storm.circle" }, { indicator: "met.rain.24h" }, { indicator: "met.wind.mean" }, { indicator: "water.river.level" }] },
});
