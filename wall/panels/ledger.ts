import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { asOf } from "../../model/moments.ts";
import type { Cell } from "../../model/sample.ts";
import { coverageText } from "../../model/wording.ts";
import { worstOf, type CardElement } from "../kit/card.ts";
import { dictionary, inWords, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { freshnessGlyph } from "../kit/freshness-glyph.ts";
import { Select } from "../kit/select.ts";
import "../kit/value.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { panelStyle } from "./style.ts";

export interface LedgerConfig {
  readonly region?: string;
  /** The key indicator of each topic, in the order of the topics' numbers. */
  readonly rows: readonly { readonly topic: string; readonly indicator: string }[];
}
const t = dictionary({ 专题常态: "Topics", "{n} 专题 · {m} 有数": "{n} topics · {m} reporting" });

/** One key number for each topic, with its time and coverage; what never reported says so. */
@customElement("wall-ledger")
export class LedgerPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      .row { grid-template-columns: minmax(0, 1fr) auto calc(var(--u) * 7); height: calc(var(--u) * 2.55); column-gap: calc(var(--u) * 0.6); }
      .name { line-height: 1.08; }
      .name span { display: block; overflow: hidden; text-overflow: ellipsis; }
      .value { font-size: calc(var(--u) * 1.7); font-weight: 500; line-height: 1; text-align: end; overflow: visible; }
      .when { font-size: var(--u); color: var(--t3); text-align: end; line-height: 1.15; }
      .when[data-state="stale"], .when[data-state="down"] { color: var(--t1); }
      .glyph { vertical-align: -0.05em; }
    `,
  ];
  @property({ attribute: false }) config: LedgerConfig = { rows: [] };
  private readonly here = new Here(this, 10_000);
  private readonly words = new Lexicon(this);
  private readonly cells = new Select(this, (s) =>
    this.config.rows.map(({ indicator }): { status: CardElement["status"]; cell: Cell | undefined } => {
      const view = s.cells(indicator, this.config.region ?? "44", "province");
      return { status: view.status, cell: view.cells.get(this.config.region ?? "44") };
    }),
  );

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const known = this.cells.value.flatMap(({ cell }) => (cell ? [cell] : []));
    const reporting = known.filter((c) => c.value !== null);
    const worst = worstOf(reporting);
    return html`<wall-card heading=${t("专题常态")} note=${t("{n} 专题 · {m} 有数", { n: this.config.rows.length, m: reporting.length })}
        .observedAt=${reporting.length > 0 ? worst.observedAt : undefined} state=${worst.state}>
      <div class="rows">${this.config.rows.map(({ topic, indicator }, i) => this.row(topic, indicator, this.cells.value[i]?.cell))}</div>
    </wall-card>`;
  }
  private row(topicId: string, indicatorId: string, cell: Cell | undefined) {
    const topic = this.words.topic(topicId);
    const indicator = this.words.indicator(indicatorId);
    return html`<div class="row" data-topic=${topicId}>
      <div class="name"><span class="strong">${topic ? inWords(topic.title) : topicId}</span><span class="caption">${indicator ? inWords(indicator.title) : indicatorId}</span></div>
      <span class="value"><wall-value .cell=${cell} .measured=${indicator} of=${this.config.region ?? "44"}></wall-value></span>
      <div class="when" data-state=${cell?.state ?? ""}>${cell && cell.observedAt !== null ? html`${freshnessGlyph(cell.state)} ${asOf(cell.observedAt, this.here.simNow, indicator?.cadence ?? 0, language())}<br />${coverageText(cell.coverage, language()).replace("到达 ", "")}` : nothing}</div>
    </div>`;
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
definePanel<LedgerConfig>({ kind: "ledger", tag: "wall-ledger", title: { zh: "专题常态", en: "Topics ledger" }, minU: [26, 18], example: { rows: KEY_INDICATORS } });
