import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { asOf } from "../../model/moments.ts";
import type { Cell } from "../../model/sample.ts";
import { coverageText } from "../../model/wording.ts";
import { Canvas } from "../kit/canvas.ts";
import { worstOf } from "../kit/card.ts";
import { dictionary, inWords, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { marks, sentence, spec, type LedgerData } from "../marks/ledger.ts";
import { figureOf } from "./figures.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { panelStyle } from "./style.ts";

export interface LedgerConfig {
  readonly region?: string;
  /** The key indicator of each topic, in the order of the topics' numbers. */
  readonly rows: readonly { readonly topic: string; readonly indicator: string }[];
}
const t = dictionary({ 专题常态: "Topics", "{n} 项指标 · {m} 项有数据": "{m} of {n} indicators have data", 正在取数: "fetching", "另 {n} 个专题": "{n} more topics" });

/** One key number for each topic, with its time and coverage; what never reported says so. */
@customElement("wall-ledger")
export class LedgerPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: LedgerConfig = { rows: [] };
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 10_000);
  private readonly words = new Lexicon(this);
  private readonly cells = new Select(this, (s) =>
    this.config.rows.map(({ indicator }): { readonly cell: Cell | undefined; readonly isAwaited: boolean } => {
      const { cells, status } = s.cells(indicator, this.config.region ?? "44", "province");
      return { cell: cells.get(this.config.region ?? "44"), isAwaited: status === "loading" };
    }),
  );

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size), { within: () => this.plot });
  }
  override render() {
    const reporting = this.cells.value.flatMap(({ cell }) => (cell && cell.value !== null ? [cell] : []));
    const worst = worstOf(reporting);
    return html`<wall-card heading=${t("专题常态")} note=${this.cells.value.some(({ isAwaited }) => isAwaited) ? t("正在取数") : t("{n} 项指标 · {m} 项有数据", { n: this.config.rows.length, m: reporting.length })}
        .observedAt=${reporting.length > 0 ? worst.observedAt : undefined} state=${worst.state}>
      <div class="plot" role="img" aria-label=${sentence(this.data())}></div></wall-card>`;
  }
  private data(): LedgerData {
    return {
      rows: this.config.rows.map(({ topic: topicId, indicator: indicatorId }, i) => {
        const cell = this.cells.value[i]?.cell;
        const [topic, indicator] = [this.words.topic(topicId), this.words.indicator(indicatorId)];
        const figure = figureOf(cell, indicator, this.here);
        return {
          topic: topicId, figure,
          title: topic ? inWords(topic.title) : topicId,
          indicator: indicator ? inWords(indicator.title) : indicatorId,
          ...(cell && cell.observedAt !== null && figure.truth && { asOf: { state: figure.truth.state, at: asOf(cell.observedAt, this.here.simNow, indicator?.cadence ?? 0, language()), coverage: coverageText(cell.coverage, language()).replace("到达 ", "") } }),
        };
      }),
      more: (n) => t("另 {n} 个专题", { n }),
    };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-ledger": LedgerPanel;
  }
}
const KEY_INDICATORS = [
  { topic: "grassroots-governance", indicator: "grid.event.report" },
  { topic: "emergency-command", indicator: "emg.people.moved" },
  { topic: "health", indicator: "hlth.fever.visit" },
  { topic: "water", indicator: "water.river.level" },
  { topic: "meteorology", indicator: "met.rain.24h" },
  { topic: "energy-security", indicator: "ener.outage.users" },
] as const;
definePanel<LedgerConfig>({ ...spec, tag: "wall-ledger", title: { zh: "专题常态", en: "Topics ledger" }, example: { rows: KEY_INDICATORS } });
