import "../kit/card.ts";
import "../kit/sheet.ts";
import "../kit/value.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Site } from "../../model/sample.ts";
import { linkContext, readsContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import type { IndicatorView, Reads } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import { timeLine, timeLook } from "./figures-line.ts";
import { t } from "./search-words.ts";

/** A site (点位) that was found: where it lies, and what is measured there. Fires `close`, and `apart` with a number that is to be taken apart. */
@customElement("console-site")
export class SiteElement extends LitElement {
  static override styles = [controls, timeLook, css`
    :host { display: contents; }
    wall-sheet { inset: calc(var(--u) * 5.6) 8px 8px auto; width: calc(39vw - 16px); }
    .place { font-size: var(--type-title); font-weight: 600; margin-bottom: 12px; }
    li { border-bottom: 1px solid var(--hair); }
    li button { display: grid; grid-template-columns: minmax(0, 1fr) auto 8.5em; gap: 0 16px; align-items: center; width: 100%; min-height: 64px; padding: 6px 0; border: 0; border-radius: 0; background: none; text-align: start; font-weight: 400; justify-content: stretch; }
    li button:hover { background: var(--band); }
    wall-value { font-size: calc(var(--u) * 1.35); font-weight: 500; text-align: end; }
    .asof { text-align: end; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  /** Its id, its name and the region in which it lies. */
  @property({ attribute: false }) found!: { readonly id: string; readonly name: string; readonly region: string };
  @property({ attribute: false }) indicators: ReadonlyMap<string, IndicatorView> = new Map();
  @state() private site: Site | null | undefined;
  private readonly names = new Names(this);
  private readonly numbers = new Select(this, (s) => this.measured.map((measured) => ({ measured, cell: s.cells(measured.id, this.found.region, "site").cells.get(this.found.id) })));

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("found")) return;
    const { id } = this.found;
    this.site = undefined;
    this.reads.sites().then((sites) => this.take(id, sites.find((site) => site.id === id) ?? null), () => this.take(id, null));
  }
  private take(id: string, site: Site | null): void {
    if (id === this.found.id) this.site = site;
  }
  /** What is measured at sites of its kind. */
  private get measured(): readonly IndicatorView[] {
    const kind = this.site?.kind;
    return kind === undefined ? [] : [...this.indicators.values()].filter(({ leaf, siteKind }) => leaf === "site" && siteKind === kind);
  }
  override render() {
    const { id, name, region } = this.found;
    return html`<wall-sheet light .heading=${t("点位 · {what}", { what: name })} @close=${() => this.dispatchEvent(new CustomEvent("close"))}>
      <section data-site=${id}><p class="place">${this.names.withParents(region)}</p>${this.site && !this.site.point ? html`<p class="second">${t("此点位没有坐标，图上未标")}</p>` : nothing}${this.values()}</section></wall-sheet>`;
  }
  private values() {
    if (this.site === undefined) return html`<p class="second" role="status">${t("正在取点位")}</p>`;
    if (this.site === null) return html`<p class="wrong" role="alert">${t("未取到此点位")}</p>`;
    if (this.measured.length === 0) return html`<p class="second" role="status">${t("此类点位没有指标")}</p>`;
    const now = this.link.simNow(this.situation);
    return html`<wall-card .heading=${t("最新值")}><ul>${this.numbers.value.map(({ measured, cell }) => html`<li><button aria-haspopup="dialog" @click=${() => this.apart(measured.id)}><span>${inWords(measured.title)}</span>
      <wall-value .measured=${measured} .cell=${cell} .of=${this.found.id}></wall-value>${timeLine([{ measured, cell }], now, this.link.state === "live") || nothing}</button></li>`)}</ul></wall-card>`;
  }
  private apart(indicator: string): void {
    this.dispatchEvent(new CustomEvent("apart", { detail: { indicator, place: this.found.id } }));
  }
}
