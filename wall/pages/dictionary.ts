import "./page.css";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { conditionWords, durationWords } from "../../model/condition-words.ts";
import type { Indicator } from "../../model/indicator.ts";
import { isDefaultThreshold, type Rule } from "../../model/rule.ts";
import { unitOf } from "../../model/units.ts";
import { SEVERITY_WORDS } from "../../model/words.ts";
import { controls } from "../kit/controls.ts";
import { dictionary, inWords, language, recallLanguage, Speaks } from "../kit/language.ts";
import { levelShape } from "../kit/level-shape.ts";
import { ReadRefused, Reads, type IndicatorView, type TopicView } from "../kit/reads.ts";
import { leafWords } from "../console/lineage-words.ts";
import { themeOf, wear } from "./theme.ts";

/** An indicator with all that is declared of it, as `GET /indicators/:id` answers. */
type Entry = Pick<Indicator, "id" | "definition" | "source" | "owner" | "version" | "rollup" | "numerator" | "denominator" | "weight" | "basis"> & { readonly thresholds: readonly Rule[] };

const t = dictionary({
  指标字典: "Dictionary of indicators", 首页: "Home", "查找名称、代码、牵头单位": "Find a name, a code, a lead agency", "{n} 个专题 · {m} 项指标": "{n} topics · {m} indicators", "找到 {n} 项": "{n} found", 没有这样的指标: "There is no such indicator",
  定义: "Definition", 来源: "Source", 归口: "Owner", 周期: "Cycle", 汇总: "Roll-up", 起报级: "Leaf", 密级: "Class", 版本: "Version", 阈值: "Thresholds", 牵头: "Lead", 未定阈值: "No threshold is declared",
  默认阈值: "default threshold", "持续 {span}": "for {span}", "回差 {v}": "dead-band {v}", "恢复满 {span} 后消除": "returns after {span}", 正在取数: "fetching", "未取到：{what}": "Failed: {what}", 请先登录: "Sign in first", "此账号不能查看指标字典": "This account may not read the dictionary",
  公开: "open", 内部: "internal", 敏感: "sensitive", "分子 {a}，分母 {b}": "numerator {a}, denominator {b}", "权重 {w}": "weight {w}", 专题: "Topics",
});
const CLASS: Readonly<Record<IndicatorView["class"], Parameters<typeof t>[0]>> = { open: "公开", internal: "内部", sensitive: "敏感" };
const ROLLUP: Readonly<Record<Indicator["rollup"], { readonly zh: string; readonly en: string }>> = {
  sum: { zh: "求和", en: "sum" }, mean: { zh: "平均", en: "mean" }, wmean: { zh: "加权平均", en: "weighted mean" }, ratio: { zh: "Σ分子/Σ分母", en: "Σnum/Σden" },
  max: { zh: "取最大", en: "largest" }, min: { zh: "取最小", en: "smallest" }, last: { zh: "取最新", en: "latest" }, count: { zh: "计数", en: "count" },
};

/** Every number of the house by what it means: definition, unit, owner, cycle, source, roll-up and thresholds with their source. */
@customElement("wall-dictionary")
export class DictionaryPage extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: block; max-width: 1320px; margin: 0 auto; padding: 36px 32px 64px; font-size: 18px; --target: 56px; }
      header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 12px 24px; margin-bottom: 20px; }
      h1 { font-size: 34px; font-weight: 600; letter-spacing: 0.03em; }
      header a { color: var(--t1); margin-inline-start: auto; }
      input { width: 100%; margin-bottom: 8px; }
      .found { min-height: 1.5em; color: var(--t2); }
      section { border-top: 2px solid var(--hair2); padding: 14px 0 0; margin: 28px 0 0; }
      h2 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; font-size: 22px; font-weight: 600; margin-bottom: 6px; }
      h2 small { font-size: 16px; font-weight: 400; color: var(--t2); }
      details { border-bottom: 1px solid var(--hair); }
      summary { display: grid; grid-template-columns: minmax(0, 1.5fr) minmax(0, 1.2fr) 7em 9em 7em; gap: 2px 16px; align-items: baseline; min-height: 56px; align-content: center; cursor: pointer; list-style: none; padding: 6px 0; }
      summary::-webkit-details-marker { display: none; }
      summary b { font-weight: 500; }
      summary b::before { content: "▸ "; color: var(--t3); }
      details[open] summary b::before { content: "▾ "; }
      summary code { font-family: var(--face-num); color: var(--t2); font-size: 16px; overflow-wrap: anywhere; }
      summary span { color: var(--t2); font-size: 16px; }
      dl { display: grid; grid-template-columns: 6em minmax(0, 1fr); gap: 6px 20px; margin: 4px 0 18px; }
      dt { color: var(--t3); }
      dd { line-height: 1.45; overflow-wrap: anywhere; }
      li { display: grid; grid-template-columns: 2.4em minmax(0, 1fr); gap: 2px 8px; padding: 4px 0; }
      li small { grid-column: 2; color: var(--t2); font-size: 16px; line-height: 1.4; }
      .tag { border: 1px dashed var(--t2); color: var(--t2); padding: 0 0.35em; font-size: 16px; }
      @media (max-width: 820px) {
        :host { padding: 20px 16px 48px; }
        summary { grid-template-columns: minmax(0, 1fr) auto; }
        summary code, summary .wide { display: none; }
        dl { grid-template-columns: minmax(0, 1fr); gap: 2px; }
        dd { margin-bottom: 8px; }
      }
    `,
  ];
  @state() private topics: readonly TopicView[] | null = null;
  @state() private failure: TemplateResult | null = null;
  @state() private wanted = new URLSearchParams(location.search).get("q") ?? "";
  @state() private entries: ReadonlyMap<string, Entry | string> = new Map();
  private readonly reads = new Reads();

  constructor() {
    super();
    new Speaks(this);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.reads.topics().then(
      (topics) => (this.topics = topics),
      (error: unknown) => {
        const status = error instanceof ReadRefused ? error.status : 0;
        this.failure = status === 401 ? html`<a class="button primary" href="/?next=/dictionary">${t("请先登录")}</a>` : html`<p class="wrong" role="alert">${status === 403 ? t("此账号不能查看指标字典") : t("未取到：{what}", { what: error instanceof Error ? error.message : String(error) })}</p>`;
      },
    );
  }
  private async open(id: string): Promise<void> {
    if (typeof this.entries.get(id) === "object") return;
    const told = await this.reads.get<Entry>(`/indicators/${encodeURIComponent(id)}`).catch((error: unknown) => t("未取到：{what}", { what: error instanceof Error ? error.message : String(error) }));
    this.entries = new Map([...this.entries, [id, told]]);
  }
  private fits(topic: TopicView, { id, title }: IndicatorView): boolean {
    const wanted = this.wanted.trim().toLowerCase();
    return [id, title.zh, title.en, topic.title.zh, topic.title.en, topic.lead].some((words) => words.toLowerCase().includes(wanted));
  }

  override render() {
    const topics = this.topics?.filter(({ indicators }) => indicators.length > 0) ?? [];
    const found = topics.map((topic) => ({ topic, indicators: topic.indicators.filter((indicator) => this.fits(topic, indicator)) })).filter(({ indicators }) => indicators.length > 0);
    const count = found.reduce((sum, { indicators }) => sum + indicators.length, 0);
    return html`<main>
      <header><h1>${t("指标字典")}</h1>${this.topics ? html`<p class="second">${t("{n} 个专题 · {m} 项指标", { n: topics.length, m: topics.reduce((sum, { indicators }) => sum + indicators.length, 0) })}</p>` : nothing}<a href="/">${t("首页")}</a></header>
      ${this.failure ?? nothing}
      ${this.topics
        ? html`<input type="search" .value=${this.wanted} aria-label=${t("查找名称、代码、牵头单位")} placeholder=${t("查找名称、代码、牵头单位")} @input=${(e: Event) => (this.wanted = (e.target as HTMLInputElement).value)} />
          <p class="found" role="status">${count === 0 ? t("没有这样的指标") : this.wanted.trim() ? t("找到 {n} 项", { n: count }) : nothing}</p>
          ${found.map(({ topic, indicators }) => html`<section aria-labelledby=${`topic-${topic.id}`}><h2 id=${`topic-${topic.id}`}>${inWords(topic.title)}<small>${t("牵头")} <span lang="zh-CN">${topic.lead}</span></small></h2>${indicators.map((indicator) => this.row(indicator))}</section>`)}`
        : this.failure ? nothing : html`<p class="second">${t("正在取数")}</p>`}
    </main>`;
  }
  private row(indicator: IndicatorView) {
    const { id, title, leaf, rollup, cadence } = indicator;
    return html`<details data-indicator=${id} @toggle=${(e: Event) => (e.target as HTMLDetailsElement).open && void this.open(id)}>
      <summary><b>${inWords(title)}</b><code>${id}</code><span>${unitOf(indicator, language()) || "—"}</span><span class="wide">${inWords(leafWords(leaf))} · ${inWords(ROLLUP[rollup])}</span><span class="wide">${durationWords(cadence, language())}</span></summary>
      ${this.whole(indicator)}
    </details>`;
  }
  private whole(indicator: IndicatorView) {
    const entry = this.entries.get(indicator.id);
    if (entry === undefined) return html`<p class="second">${t("正在取数")}</p>`;
    if (typeof entry === "string") return html`<p class="wrong" role="alert">${entry}</p>`;
    const made = entry.rollup === "ratio" && entry.numerator !== undefined ? t("分子 {a}，分母 {b}", { a: entry.numerator, b: entry.denominator ?? "—" }) : entry.weight === undefined ? "" : t("权重 {w}", { w: entry.weight });
    const rows: readonly (readonly [string, unknown])[] = [
      [t("定义"), html`<span lang="zh-CN">${entry.definition}</span>`], [t("汇总"), html`${inWords(ROLLUP[entry.rollup])}${made ? html` · <span lang="zh-CN">${made}</span>` : nothing}`],
      [t("周期"), durationWords(indicator.cadence, language())], [t("起报级"), inWords(leafWords(indicator.leaf))], [t("来源"), html`<span lang="zh-CN">${entry.source}</span>`], [t("归口"), html`<span lang="zh-CN">${entry.owner}</span>`],
      [t("密级"), t(CLASS[indicator.class])], [t("版本"), entry.version],
    ];
    return html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}<dt>${t("阈值")}</dt><dd>${entry.thresholds.length === 0 ? html`<span class="second">${t("未定阈值")}</span>` : html`<ul>${entry.thresholds.toSorted((a, b) => a.level - b.level).map((rule) => this.threshold(rule, indicator))}</ul>`}</dd></dl>`;
  }
  private threshold(rule: Rule, indicator: IndicatorView) {
    const lang = language();
    const beside = [rule.holdMs > 0 ? t("持续 {span}", { span: durationWords(rule.holdMs, lang) }) : "", rule.deadband > 0 ? t("回差 {v}", { v: rule.deadband }) : "", rule.clearMs ? t("恢复满 {span} 后消除", { span: durationWords(rule.clearMs, lang) }) : ""].filter(Boolean).join(" · ");
    return html`<li data-rule=${rule.id}>${levelShape(rule.level, "hollow")}<span><span class="unseen">${inWords(SEVERITY_WORDS[rule.level])} </span>${conditionWords(rule, indicator.unit, lang)}${beside ? html`<span class="second"> · ${beside}</span>` : nothing}
      ${isDefaultThreshold(rule) ? html`<span class="tag">${t("默认阈值")}</span>` : nothing}</span>
      <small>${rule.says ? html`${inWords(rule.says)} · ` : nothing}<span lang="zh-CN">${isDefaultThreshold(rule) ? rule.source.replace(/^operational default[:：]?\s*/, "") : rule.source}</span></small></li>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-dictionary": DictionaryPage;
  }
}

recallLanguage();
wear(themeOf(new URLSearchParams(location.search), "graphite"), 16);
Object.assign(document.documentElement.dataset, { situation: "live", tick: "0", epoch: "0", link: "down", mode: "routine" });
document.body.append(document.createElement("wall-dictionary"));
