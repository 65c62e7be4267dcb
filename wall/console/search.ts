import "../kit/sheet.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Clock, Stop } from "../../model/ports.ts";
import { clockContext, linkContext, readsContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, language, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { ReadRefused, type FoundView, type Reads, type TopicView } from "../kit/reads.ts";
import type { Session } from "../kit/session.ts";
import { WholeRows, wholeRows } from "../kit/whole-rows.ts";
import { Asking } from "./asking.ts";
import { cutMiddle, type Piece } from "./cut-middle.ts";
import { foundKind, t } from "./search-words.ts";

/** So many are listed; whoever wants another types on. */
const MOST = 20;

/** The sheet in which whatever has a name is found by it. Fires `choose` with what was found, `close`. */
@customElement("console-search")
export class SearchElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; }
    wall-sheet { inset: auto auto 8px 8px; width: calc(61vw - 16px); height: calc(60vh - 16px); }
    .find { height: 100%; display: grid; grid-template-rows: auto auto minmax(0, 1fr) auto; }
    input { width: 100%; min-height: 64px; font-size: calc(var(--u) * 1.45); }
    input::placeholder { color: var(--t3); opacity: 1; }
    .say { min-height: 2.6em; display: flex; align-items: center; gap: 1em; color: var(--t2); font-variant-numeric: tabular-nums; }
    ul { overflow-y: auto; min-height: 0; border-top: 2px solid var(--hair2); scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
    ${wholeRows}
    li { position: relative; display: grid; grid-template-columns: 4.6em minmax(0, 3fr) minmax(0, 2fr); gap: 0 16px; align-items: center; min-height: 60px; padding: 0 12px; border-bottom: 1px solid var(--hair); cursor: pointer; }
    li:hover { background: var(--band); }
    li[aria-selected="true"] { background: var(--band); box-shadow: inset 3px 0 var(--focus); }
    .kind { color: var(--t3); font-size: var(--u); }
    .name { font-size: calc(var(--u) * 1.25); }
    .where { color: var(--t2); font-size: var(--u); }
    .where .cut { justify-content: end; }
    .cut { display: flex; align-items: baseline; min-width: 0; white-space: pre; }
    .cut > :first-child { min-width: 0; overflow: hidden; text-overflow: ellipsis; }
    .cut > :last-child { flex: none; }
    b { font-weight: 700; color: var(--focus); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: clockContext }) private clock!: Clock;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property({ attribute: false }) topics: readonly TopicView[] = [];
  private readonly names = new Names(this);
  private readonly rows = new WholeRows(this);
  private asking!: Asking<FoundView>;
  private listens: Stop | undefined;
  /** Which of the list Enter takes. */
  private at = 0;

  constructor() {
    super();
    new Speaks(this);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.asking = new Asking({ clock: this.clock, ask: (query) => this.ask(query), changed: () => this.answered() });
    const line = () => this.asking.cut(this.link.state !== "live");
    this.listens = this.link.onState(line);
    line();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking.end();
    this.listens?.();
  }
  protected override firstUpdated(): void {
    const sheet = this.renderRoot.querySelector("wall-sheet")!;
    // The sheet gives the focus to its heading first.
    void sheet.updateComplete.then(() => this.renderRoot.querySelector("input")!.focus());
  }
  private get directs(): boolean {
    return this.session.rights.includes("wall");
  }
  private ask(query: string): Promise<readonly FoundView[]> {
    return this.reads.search(this.situation, query, MOST);
  }
  private answered(): void {
    this.at = 0;
    this.rows.toTop();
    this.requestUpdate();
  }
  /** A scene is only found by who may show it somewhere. */
  private get found(): readonly FoundView[] {
    const { now } = this.asking;
    return now.is === "found" ? now.items.filter(({ kind }) => kind !== "scene" || this.directs) : [];
  }

  private typed({ target }: Event): void {
    this.asking.type((target as HTMLInputElement).value);
  }
  private pressed(e: KeyboardEvent): void {
    if (e.isComposing) return;
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as Readonly<Record<string, number>>)[e.key];
    if (step !== undefined) {
      e.preventDefault();
      this.step(step);
    }
    if (e.key !== "Enter") return;
    e.preventDefault();
    // Nobody goes to what was listed for other words.
    if (this.asking.hurry()) return;
    const chosen = this.found[this.at];
    if (chosen) this.choose(chosen);
  }
  private step(by: number): void {
    const { length } = this.found;
    if (length === 0) return;
    this.at = (this.at + by + length) % length;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }));
  }
  private choose(found: FoundView): void {
    this.dispatchEvent(new CustomEvent("choose", { detail: found }));
  }

  override render() {
    const { found } = this;
    const active = found[this.at];
    return html`<wall-sheet light .heading=${t("查找")} .note=${this.directs ? t("区域 · 指标 · 点位 · 事件 · 场景") : t("区域 · 指标 · 点位 · 事件")} @close=${() => this.dispatchEvent(new CustomEvent("close"))}>
      <div class="find">
        <input type="text" role="combobox" aria-label=${t("名称、拼音或首字母")} placeholder=${t("名称、拼音或首字母")} aria-expanded=${String(found.length > 0)} aria-controls="found" aria-autocomplete="list" aria-activedescendant=${active ? `found-${this.at}` : nothing}
          autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" enterkeyhint="go" maxlength="60"
          @input=${(e: InputEvent) => { if (!e.isComposing) this.typed(e); }} @compositionend=${(e: Event) => this.typed(e)} @keydown=${(e: KeyboardEvent) => this.pressed(e)} />
        <p class="say"><span role="status">${this.says()}</span>${this.asking.now.is === "failed" ? html`<button @click=${() => this.asking.again()}>${t("再查一次")}</button>` : nothing}</p>
        <ul id="found" class="whole" role="listbox" aria-label=${t("查找结果")}>${found.map((each, i) => this.row(each, i))}</ul>
        <p class="below">${this.rows.below > 0 ? t("↓ 其后还有 {n} 项", { n: this.rows.below }) : nothing}</p>
      </div></wall-sheet>`;
  }
  private says(): string {
    const { now } = this.asking;
    if (now.is === "slow") return t("正在查找");
    if (now.is === "cut") return t("与平台断开，恢复后再查");
    if (now.is === "failed") return t("未查到：{what}", { what: now.why instanceof ReadRefused ? now.why.message : t("没有得到答复") });
    if (now.is !== "found") return "";
    const n = this.found.length;
    if (n === 0) return t("未找到“{what}”", { what: now.query });
    return now.items.length < MOST ? t("找到 {n} 项", { n }) : t("最相近的 {n} 项", { n });
  }
  private row(found: FoundView, i: number) {
    const { kind, id, title, match } = found;
    const name = inWords(title);
    const shown = language() === "en" && title.en ? match.en : match.zh;
    const where = this.where(found);
    return html`<li id=${`found-${i}`} role="option" aria-selected=${String(i === this.at)} data-found=${kind} data-id=${id} @click=${() => this.choose(found)}>
      <span class="unseen" lang=${langOf(name + where)}>${[name, foundKind(kind), where].filter(Boolean).join(" · ")}</span>
      <span class="kind" aria-hidden="true">${foundKind(kind)}</span><span class="name" aria-hidden="true">${cut(name, shown)}</span><span class="where" aria-hidden="true">${where ? cut(where) : nothing}</span></li>`;
  }
  /** By names from what this seat sees down to where it lies; of what lies nowhere, its topic. */
  private where({ kind, id, region, path }: FoundView): string {
    if (kind === "indicator") {
      const topic = this.topics.find(({ indicators }) => indicators.some((each) => each.id === id));
      // Of one that was asked for behind a place, that place.
      return [topic ? inWords(topic.title) : "", region !== undefined && this.names.region(region) ? this.names.of(region) : ""].filter(Boolean).join(" / ");
    }
    if (!path) return "";
    // What lies above the seat is not asked for: the answer would be that there is no such place.
    const seen = path.slice(Math.max(0, path.indexOf(this.session.region)));
    return (seen.length > 1 && seen[0]!.length === 2 ? seen.slice(1) : seen).map((code) => this.names.region(code) ? this.names.of(code) : "··").join(" / ");
  }
}
/** Chinese on an English page is read as Chinese. */
const langOf = (words: string) => (language() === "en" && /\p{Script=Han}/u.test(words) ? "zh-CN" : nothing);

/** For the eye alone: in pieces it would be read in pieces. */
function cut(name: string, match?: readonly [from: number, to: number]) {
  const { head, tail } = cutMiddle(name, match);
  const part = (pieces: readonly Piece[]) => html`<span>${pieces.map(({ text, fits }) => (fits ? html`<b>${text}</b>` : text))}</span>`;
  return html`<span class="cut" lang=${langOf(name)}>${part(head)}${part(tail)}</span>`;
}
