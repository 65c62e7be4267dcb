import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing, render } from "lit";
import { customElement, property } from "lit/decorators.js";
import { worstState } from "../../model/freshness.ts";
import type { Cell } from "../../model/sample.ts";
import { formatTime } from "../../model/time.ts";
import { shown } from "../../model/wording.ts";
import { isComputed } from "../marks/facts/computed.ts";
import { linkContext, situationContext } from "./contexts.ts";
import { language, Speaks } from "./language.ts";
import { Listening } from "./listening.ts";
import type { IndicatorView } from "./reads.ts";
import { stillToCome } from "./still-to-come.ts";

/**
 * One number with its truth: what is shown stands as light text, what is true of it as attributes (indicator, place,
 * value, observed-at, state, quality, coverage, tick), so that a reader of the page needs no picture.
 */
@customElement("wall-value")
export class ValueElement extends LitElement {
  static override styles = css`
    :host { font-family: var(--face-num); font-variant-numeric: tabular-nums; white-space: nowrap; color: var(--t1); }
    :host([quality="extrapolated"]), :host([quality="interpolated"]), :host([quality="estimated"]), :host([quality="modelled"]) { color: var(--w1); }
    :host([value=""]) { color: var(--t2); }
    :host([state="stale"]), :host([state="down"]) { color: var(--t3); }
    :host([state="never"]), :host([state="withheld"]) { color: var(--t3); }
    ::slotted(.unit), ::slotted(.prefix) { font-size: max(0.58em, var(--u)); color: var(--t2); }
    :host([state="stale"]) ::slotted(.unit), :host([state="down"]) ::slotted(.unit) { color: var(--t3); }
    ::slotted(.word) { font-size: max(0.6em, var(--u)); }
    ::slotted(.tag) { font-size: var(--u); font-weight: 400; border: 1px solid currentColor; padding: 0 0.25em; margin-inline-start: 0.3em; vertical-align: 0.15em; color: var(--t2); }
    ::slotted(.tag.w) { color: var(--w1); border-style: dashed; }
  `;

  /** The number; absent while it is awaited. */
  @property({ attribute: false }) cell: Cell | undefined;
  @property({ attribute: false }) measured: IndicatorView | undefined;
  /** Other words for the same number (6 时 50 分 for 6.83 h); what is true of it stays in the attributes. */
  @property({ attribute: false }) shown: unknown;
  /** The list that it stands in tells the quality once for all its numbers. */
  @property({ type: Boolean }) untagged = false;
  /** The situation's time, epoch ms: an arrival is told as it stands then, while its value stays what was reported. */
  @property({ attribute: false }) now: number | undefined;
  /** Told apart by place even while no cell has come. */
  @property({ attribute: false }) of: string | undefined;

  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly situation = new ContextConsumer(this, { context: situationContext });

  constructor() {
    super();
    new Speaks(this);
    new Listening(this, () => (this.isWhole ? undefined : this.link.value?.onState(() => this.requestUpdate())));
  }
  override render() {
    return html`<slot></slot>`;
  }

  /** The stage makes these elements whole, words and attributes; there is nothing to add to them. */
  private get isWhole(): boolean {
    return !this.cell && !this.measured && this.of === undefined;
  }
  /** What is told of it; while the link is cut nothing looks fresh, whoever counted it. */
  private get told(): Cell | undefined {
    const { cell } = this;
    const link = this.link.value;
    if (!cell || !link || link.state === "live") return cell;
    return { ...cell, state: worstState(cell.state, "stale") };
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    const { told: cell, measured } = this;
    if (this.isWhole) return;
    this.note("indicator", measured?.id);
    this.note("place", cell?.place ?? this.of);
    this.note("value", cell ? (cell.value === null ? "" : String(cell.value)) : undefined);
    this.note("observed-at", cell ? (cell.observedAt === null ? "" : formatTime(cell.observedAt)) : undefined);
    this.note("state", cell?.state);
    this.note("quality", cell?.quality);
    this.note("coverage", cell ? `${cell.coverage.have}/${cell.coverage.of}` : undefined);
    this.note("tick", cell ? String(cell.tick) : undefined);
    render(this.words(), this);
  }

  private words() {
    const { told: cell, measured } = this;
    if (!cell || !measured) return html`<span class="word">··</span>`;
    if (this.shown !== undefined && this.shown !== null && cell.value !== null) return html`<span class="number">${this.shown}</span>`;
    const now = this.link.value?.simNow(this.situation.value ?? "live") ?? cell.observedAt ?? 0;
    const { prefix, text, unit, parts = [{ text, unit }], last, tag, isNumber } = shown(...this.counted(cell, measured), now, { lang: language() });
    const notActual = isComputed(cell.quality, { info: this.link.value?.situations.find(({ id }) => id === (this.situation.value ?? "live")) });
    return html`${prefix ? html`<span class="prefix">${prefix}</span>` : nothing}${parts.map((part, i) => html`<span class=${isNumber ? "number" : "word"}>${i > 0 ? "\u2009" : ""}${part.text}</span
      >${part.unit ? html`<span class="unit">\u2009${part.unit}</span>` : nothing}`)}${last ? html`<span class="unit"> ${last}</span>` : nothing}${tag && !this.untagged
        ? html`<span class=${notActual ? "tag w" : "tag"}>${tag}</span>`
        : nothing}`;
  }
  /** That an arrival has run down is no report that it has come: without its word for 0. */
  private counted(cell: Cell, measured: IndicatorView): [Cell, Omit<IndicatorView, "zero"> & { readonly cadenceMs: number; readonly zero?: IndicatorView["zero"] | undefined }] {
    const left = this.now === undefined ? null : stillToCome(cell, measured, this.now);
    const as = { ...measured, cadenceMs: measured.cadence };
    return left === null ? [cell, as] : [{ ...cell, value: left }, { ...as, zero: undefined }];
  }
  private note(name: string, value: string | undefined): void {
    if (value === undefined) this.removeAttribute(name);
    else if (this.getAttribute(name) !== value) this.setAttribute(name, value);
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-value": ValueElement;
  }
}
