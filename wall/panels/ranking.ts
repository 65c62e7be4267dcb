import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Level } from "../../model/region.ts";
import type { Words } from "../../model/words.ts";
import { Canvas } from "../kit/canvas.ts";
import { worstOf } from "../kit/card.ts";
import { dictionary, inWords, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { marks, sentence, spec, type RankingData } from "../marks/ranking.ts";
import "../kit/card.ts";
import { figureOf } from "./figures.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { panelStyle } from "./style.ts";

export interface RankingConfig {
  readonly title: Words;
  readonly indicator: string;
  readonly region: string;
  readonly level: Level;
  /** Over the numbers, where the card's title is too long; absent = the indicator's unit. */
  readonly value?: Words;
  /** A second number of each place. */
  readonly also?: { readonly indicator: string; readonly title: Words };
}
const t = dictionary({ 尚无上报: "nothing reported yet", 市: "City", 地区: "Place", "另 {n} 市": "{n} more cities", "另 {n} 处": "{n} more" });

/** The places of a region by one indicator, the greatest first. */
@customElement("wall-ranking")
export class RankingPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config!: RankingConfig;
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 30_000);
  private readonly words = new Lexicon(this);
  private readonly names = new PlaceNames(this);
  private readonly seen = new Select(this, (s) => {
    const { indicator, region, level, also } = this.config;
    return { view: s.cells(indicator, region, level), whole: s.cells(indicator, region, "province").cells.get(region), also: also && s.cells(also.indicator, region, level).cells };
  });

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size), { within: () => this.plot });
  }
  override render() {
    const { view: { status, code, cells }, whole } = this.seen.value;
    const worst = worstOf(whole ? [whole] : []);
    const title = inWords(this.config.title);
    const indicator = this.words.indicator(this.config.indicator);
    return html`<wall-card heading=${title} note=${indicator?.unit ?? ""} status=${status} code=${code} .observedAt=${whole ? worst.observedAt : undefined}
        .cadenceMs=${indicator?.cadence ?? 0} state=${worst.state} .coverage=${whole?.coverage} empty=${status === "ready" && cells.size > 0 && [...cells.values()].every((cell) => cell.state === "never") ? t("尚无上报") : ""}>
      <div class="plot" role="img" aria-label=${sentence(this.data(), title)}></div>
    </wall-card>`;
  }
  /** Without a value comes last: it is not known to be small. */
  private data(): RankingData {
    const { view, also } = this.seen.value;
    const { indicator: id, level, also: second } = this.config;
    const indicator = this.words.indicator(id);
    const cells = [...view.cells.values()].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.place < b.place ? -1 : 1));
    return {
      rows: cells.map((cell) => ({
        id: cell.place, name: this.names.of(cell.place), value: cell.value, figure: figureOf(cell, indicator, this.here),
        ...(also && second && { also: figureOf(also.get(cell.place), this.words.indicator(second.indicator), this.here) }),
      })),
      headings: [t(level === "city" ? "市" : "地区"), this.config.value ? inWords(this.config.value) : (indicator?.unit ?? ""), ...(second ? [inWords(second.title)] : [])] as unknown as RankingData["headings"],
      more: (n) => t(level === "city" ? "另 {n} 市" : "另 {n} 处", { n }),
    };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-ranking": RankingPanel;
  }
}
definePanel<RankingConfig>({
  ...spec, tag: "wall-ranking", title: { zh: "排名条", en: "Ranking" },
  example: { title: { zh: "24 小时雨量", en: "Rain in 24 h" }, indicator: "met.rain.24h", region: "44", level: "city" },
});
