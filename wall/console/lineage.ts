import "../kit/card.ts";
import "../kit/sheet.ts";
import "../kit/value.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { asOf } from "../../model/moments.ts";
import { grouped } from "../../model/numerals.ts";
import { QUALITY_TAG } from "../../model/quality.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { unitOf } from "../../model/units.ts";
import { valueText } from "../../model/wording.ts";
import { readsContext, situationContext } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { freshnessGlyph } from "../kit/freshness-glyph.ts";
import { inWords, language, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { ReadRefused, type IndicatorView, type LineageView, type Reads } from "../kit/reads.ts";
import { addUp, byWeight, isSame } from "./adds-up.ts";
import { formulaWords, howWords, leafWords, t } from "./lineage-words.ts";

type Asked = { readonly indicator: string; readonly place: string };
type Part = LineageView["contributions"][number];

/** One number taken apart (一指拆数): what it is, who answers for it, and the parts that add up to it. Fires `close`. */
@customElement("console-lineage")
export class LineageElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; }
    wall-sheet { inset: calc(var(--u) * 5.6) 8px 8px auto; width: calc(39vw - 16px); }
    .total { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 24px; }
    .total wall-value { font-size: calc(var(--u) * 2.5); font-weight: 500; }
    .place { font-size: var(--type-title); font-weight: 600; margin-bottom: 8px; }
    .time { color: var(--t3); font-size: var(--u); font-variant-numeric: tabular-nums; }
    .time[data-state="stale"], .time[data-state="down"] { color: var(--t1); }
    .say { margin: 12px 0 0; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 6px 20px; margin: 16px 0 20px; }
    dt { color: var(--t3); font-size: var(--u); padding-top: 0.15em; }
    dd { overflow-wrap: anywhere; line-height: 1.45; }
    .sum { padding: 6px 0 12px; color: var(--t2); font-variant-numeric: tabular-nums; }
    .sum strong { color: var(--t1); font-weight: 500; }
    li { border-bottom: 1px solid var(--hair); }
    li > button, li > div { display: grid; grid-template-columns: minmax(0, 1fr) auto 8.5em; gap: 0 16px; align-items: center; width: 100%; min-height: 56px; padding: 6px 0; border: 0; border-radius: 0; background: none; text-align: start; font-weight: 400; }
    li > button:hover { background: var(--band); }
    li wall-value { font-size: calc(var(--u) * 1.35); font-weight: 500; text-align: end; }
    li small { display: block; color: var(--t3); font-size: var(--u); font-variant-numeric: tabular-nums; }
    li .time { text-align: end; }
    li .tag { font-size: var(--u); border: 1px dashed currentColor; color: var(--w1); padding: 0 0.25em; font-weight: 400; }
    li .tag.plain { color: var(--t2); border-style: solid; }
    [slot="act"], [slot="before"] { min-height: 56px; white-space: nowrap; }
    [slot="before"] { width: 56px; padding: 0; }
  `];
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property({ attribute: false }) indicators: ReadonlyMap<string, IndicatorView> = new Map();
  /** The number that was pressed. */
  @property({ attribute: false }) asked!: Asked;
  /** From the number that was pressed down to the one that is open. */
  @state() private way: readonly Asked[] = [];
  @state() private found: LineageView | null = null;
  @state() private failure: { readonly code: string; readonly what: string } | null = null;
  private readonly names = new Names(this);
  private wanted = 0;

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("asked")) void this.go([this.asked]);
  }
  private get at(): Asked {
    return this.way.at(-1) ?? this.asked;
  }
  private async go(way: readonly Asked[]): Promise<void> {
    this.way = way;
    const wanted = ++this.wanted;
    this.found = null;
    this.failure = null;
    const { indicator, place } = this.at;
    const answer = await this.reads.lineage(this.situation, indicator, place).catch((error: unknown) => error);
    if (wanted !== this.wanted) return;
    if (isLineage(answer)) this.found = answer;
    else this.failure = { code: answer instanceof ReadRefused ? answer.code : "failed", what: answer instanceof ReadRefused ? answer.message : t("没有得到答复") };
  }

  override render() {
    const { indicator, place } = this.at;
    const title = this.indicators.get(indicator)?.title;
    return html`<wall-sheet light @close=${() => this.dispatchEvent(new CustomEvent("close"))} .heading=${t("一指拆数 · {what}", { what: title ? inWords(title) : indicator })}>
      ${this.way.length > 1 ? html`<button slot="before" aria-label=${t("返回上一个数")} @click=${() => void this.go(this.way.slice(0, -1))}>‹</button>` : nothing}
      <button slot="act" @click=${() => void this.go(this.way)}>${t("再取一次")}</button>
      <section data-lineage=${indicator} data-place=${place}>
        <p class="place">${/^\d+$/.test(place) ? this.names.withParents(place) : this.names.of(place)}</p>
        ${this.found ? this.whole(this.found) : nothing}
        ${this.failure && !hidden(this.failure.code) ? html`<p class="wrong" role="alert">${t("未取到：{what}", { what: this.failure.what })}</p>` : nothing}
        ${this.failure && !hidden(this.failure.code) ? nothing : this.parts()}
      </section>
    </wall-sheet>`;
  }
  private whole(found: LineageView) {
    const measured = this.indicators.get(found.indicator);
    const { coverage } = found;
    const say = this.says(found);
    return html`<div class="total"><wall-value .measured=${measured} .cell=${cellOf(found)}></wall-value>${this.time(found)}
        ${coverage.of > 0 ? html`<span class="second">${t("到达 {have}/{of} {level}", { have: coverage.have, of: coverage.of, level: inWords(leafWords(coverage.level)) })}</span>` : nothing}
        <span class="quiet">${t("拆于 {at}", { at: clockText(parseTime(found.at) ?? 0) })}</span></div>
      ${say ? html`<p class="say" role="status">${say}</p>` : nothing}
      <dl><dt>${t("定义")}</dt><dd lang="zh-CN">${found.definition}</dd><dt>${t("算法")}</dt><dd>${language() === "en" ? formulaWords(found.rollup) : found.formula}</dd>
        <dt>${t("来源")}</dt><dd lang="zh-CN">${found.source}</dd><dt>${t("归口")}</dt><dd lang="zh-CN">${found.owner}</dd></dl>`;
  }
  /** Why there is no number, in words. */
  private says(found: LineageView): string {
    const { state: is, value, coverage, contributions } = found;
    if (is === "never") return coverage.of === 0 ? t("此处没有该指标的填报单位") : t("从未上报：应由 {of} 个{level}上报，还没有一个到达", { of: coverage.of, level: inWords(leafWords(coverage.level)) });
    if (is === "withheld") return coverage.have < 0.8 * coverage.of ? t("覆盖不足八成，平均数和比率暂不给出；下列为已到达的各项") : t("人数少于 5，镇以下不公开");
    if (is === "down") return t("来源中断，末值仍列在下面");
    if (value === null && contributions.length > 0) return t("来源声明此刻没有这个数");
    return "";
  }
  private parts() {
    const { found } = this;
    if (!found) return html`<wall-card .heading=${t("组成")} .status=${this.failure ? "refused" : "loading"} .code=${this.failure?.code ?? ""}></wall-card>`;
    const { contributions } = found;
    const whole = contributions.length === 1 && contributions[0]!.place === found.place ? contributions[0]! : undefined;
    if (whole) return html`<wall-card .heading=${t("直接上报")}><p class="sum">${/^\d+$/.test(found.place) ? t("本处的数直接上报，不由下级汇总") : t("点位的数直接上报，没有下级")}</p><ul>${this.row(found, whole, false)}</ul></wall-card>`;
    if (contributions.length === 0) return nothing;
    return html`<wall-card .heading=${t("组成")} .note=${t("{n} 项", { n: contributions.length })}>${this.sum(found)}
      <ul>${byWeight(found, contributions).map((part) => this.row(found, part, true))}</ul></wall-card>`;
  }
  /** The sum done again before the reader's eyes. */
  private sum(found: LineageView) {
    const added = addUp(found, found.contributions);
    if (added.valued === 0) return nothing;
    const by = added.by && found.contributions.find(({ place }) => place === added.by!.place);
    const how = howWords(found.rollup, added.valued, by ? this.nameOf(by) : "");
    const sum = added.over ? html` ${full(added.over[0])} ÷ ${full(added.over[1])} =` : nothing;
    const amount = added.value === null ? "—" : this.inFull(found, added.value);
    if (found.state === "withheld") return html`<p class="sum">${how}</p>`;
    if (added.hidden > 0) return html`<p class="sum">${how} · ${t("其中 {n} 项不公开，但计入合计，本页不能复算", { n: added.hidden })}</p>`;
    const same = isSame(added.value, found.value, found.decimals);
    const words = same ? t("得 {v}，与所示一致", { v: amount }) : t("得 {v}，与所示 {shown} 不一致，请报数据管理员", { v: amount, shown: found.value === null ? "—" : this.inFull(found, found.value) });
    return html`<p class=${same ? "sum" : "sum wrong"} data-adds-up=${String(same)}>${how}${sum} · <strong>${words}</strong></p>`;
  }
  private row(found: LineageView, part: Part, opens: boolean) {
    const { coverage } = part;
    // One column of points: all parts with as many digits as the longest needs.
    const digits = Math.max(...found.contributions.map(({ value }) => (value === null ? 0 : digitsOf(value))));
    const below = [
      part.den !== undefined ? `${full(part.num ?? 0)} ÷ ${full(part.den)}` : "",
      coverage.of > 0 && coverage.have < coverage.of ? `${t("到达 {have}/{of} {level}", { have: coverage.have, of: coverage.of, level: inWords(leafWords(coverage.level)) })}` : "",
    ].filter(Boolean).join(" · ");
    const tag = part.value === null ? "" : inWords(QUALITY_TAG[part.quality]);
    const content = html`<span>${this.nameOf(part)}${below ? html`<small>${below}</small>` : nothing}</span>
      <span><wall-value .measured=${this.indicators.get(found.indicator)} .cell=${cellOf(part)} .shown=${part.value === null || isTold(part.value, this.measured(found)) ? undefined : grouped(part.value, digits)} .untagged=${true}></wall-value>
        ${tag ? html`<span class=${MADE.has(part.quality) ? "tag" : "tag plain"}>${tag}</span>` : nothing}</span>${this.time(part)}`;
    return html`<li data-part=${part.place}>${opens ? html`<button @click=${() => void this.go([...this.way, { indicator: found.indicator, place: part.place }])}>${content}</button>` : html`<div>${content}</div>`}</li>`;
  }
  private measured(found: LineageView): IndicatorView | LineageView {
    return this.indicators.get(found.indicator) ?? found;
  }
  /** With all its digits, but where it is read in a form of its own. */
  private inFull(found: LineageView, value: number): string {
    const measured = this.measured(found);
    return isTold(value, measured) ? valueText(value, measured, language()) : `${full(value)} ${unitOf(measured, language())}`.trim();
  }
  private time({ observedAt, state: is }: Pick<Part, "observedAt" | "state">) {
    const at = observedAt === null ? null : parseTime(observedAt);
    const now = parseTime(this.found?.at ?? "") ?? at ?? 0;
    const cadence = this.indicators.get(this.at.indicator)?.cadence ?? 0;
    return html`<span class="time" data-state=${is}>${freshnessGlyph(is)} ${at === null ? nothing : asOf(at, now, cadence, language())}</span>`;
  }
  /** Names of the children come with their parent; the answer carries the Chinese ones. */
  private nameOf({ place, name }: Part): string {
    const child = /^\d+$/.test(place) ? this.names.region(this.at.place)?.children.find(({ code }) => code === place) : undefined;
    return inWords({ zh: name, en: child?.nameEn ?? (child || /^\d+$/.test(place) ? "" : this.names.of(place)) });
  }
}
/** 圈内, 1 时 24 分: no bare number. */
const isTold = (value: number, { unit, zero }: Pick<IndicatorView, "unit"> & { readonly zero?: IndicatorView["zero"] }): boolean => unit === "h" || (value === 0 && zero !== undefined);
const MADE: ReadonlySet<Part["quality"]> = new Set(["modelled", "extrapolated", "interpolated", "estimated"]);
/** What the caller may not see and what is not there are the same answer, and the card says so. */
const hidden = (code: string): boolean => code === "not_found" || code === "no_right";
const isLineage = (answer: unknown): answer is LineageView => typeof answer === "object" && answer !== null && "contributions" in answer;
const cellOf = ({ place, value, observedAt, state: is, quality, coverage, tick }: Pick<Part, "place" | "value" | "observedAt" | "state" | "quality" | "coverage" | "tick">) =>
  ({ place, value, observedAt: observedAt === null ? null : parseTime(observedAt), state: is, quality, coverage, tick });
/** All digits that a number has, up to six after the point: here they are wanted (VISUAL §7). */
const full = (value: number): string => grouped(value, digitsOf(value));
function digitsOf(value: number): number {
  const [, digits = ""] = String(Math.round(Math.abs(value) * 1e6) / 1e6).split(".");
  return /e/.test(digits) ? 0 : digits.length;
}
