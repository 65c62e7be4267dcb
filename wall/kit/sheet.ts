import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Stop } from "../../model/ports.ts";
import { controls } from "./controls.ts";
import { dictionary, Speaks } from "./language.ts";

const t = dictionary({ 收起: "Close" });
/** Sheets that are open, the uppermost last: one Escape closes one. */
const open: SheetElement[] = [];
/** Whether keys are about a sheet now, and not about the page below it. */
export const isSheetOpen = (): boolean => open.length > 0;

/**
 * The one level above the page: opens where its host puts it, takes the focus and gives it back. Fires `close` on its
 * button and on Escape; with `light` also on a touch outside. Whoever shows it takes it away.
 */
@customElement("wall-sheet")
export class SheetElement extends LitElement {
  static override styles = [controls, css`
    :host { position: fixed; z-index: 40; display: grid; grid-template-rows: auto minmax(0, 1fr); box-sizing: border-box; background: var(--raise); border: 1px solid var(--hair2); border-radius: 8px; color: var(--t1); font-family: var(--face-sans); font-size: var(--type-body); --target: 64px; }
    .head { display: flex; align-items: center; gap: 16px; padding: 12px 12px 12px 24px; border-bottom: 1px solid var(--hair); }
    h2 { font-size: calc(var(--u) * 1.45); font-weight: 600; overflow-wrap: anywhere; }
    h2:focus { outline: none; }
    .head span { margin-inline-end: auto; font-size: var(--u); }
    .head button { min-height: 56px; white-space: nowrap; }
    .body { overflow-y: auto; min-height: 0; padding: 16px 24px 20px; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
  `];
  @property() heading = "";
  @property() note = "";
  /** A touch outside closes it, and does nothing else. */
  @property({ type: Boolean }) light = false;
  private opener: HTMLElement | null = null;
  private stops: Stop[] = [];

  constructor() {
    super();
    new Speaks(this);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "dialog");
    this.opener = focused();
    open.push(this);
    const listen = <K extends keyof WindowEventMap>(kind: K, listener: (e: WindowEventMap[K]) => void): void => {
      addEventListener(kind, listener, { capture: true });
      this.stops.push(() => removeEventListener(kind, listener, { capture: true }));
    };
    let outside = false;
    listen("keydown", (e) => {
      outside = false;
      this.pressed(e);
    });
    listen("pointerdown", (e) => {
      outside = this.light && open.at(-1) === this && !e.composedPath().includes(this);
    });
    listen("click", (e) => {
      if (!outside) return;
      outside = false;
      e.stopPropagation();
      e.preventDefault();
      this.close();
    });
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.stops = [];
    open.splice(open.indexOf(this), 1);
    // What had the focus is gone with the sheet; whoever went on elsewhere stays there.
    if (document.activeElement === document.body) this.opener?.focus();
  }
  protected override firstUpdated(): void {
    this.renderRoot.querySelector("h2")?.focus();
  }
  protected override updated(): void {
    this.ariaLabel = this.heading;
  }
  private pressed(e: KeyboardEvent): void {
    // While a word is being composed Escape is about that word.
    if (e.key !== "Escape" || e.isComposing || open.at(-1) !== this) return;
    e.stopImmediatePropagation();
    e.preventDefault();
    this.close();
  }
  private close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
  override render() {
    return html`<div class="head"><slot name="before"></slot><h2 tabindex="-1">${this.heading}</h2><span class="second">${this.note}</span><slot name="act"></slot><button data-close @click=${() => this.close()}>✕ ${t("收起")}</button></div>
      <div class="body"><slot></slot></div>`;
  }
}
/** The element that has the focus, through all shadow roots. */
function focused(): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : null;
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-sheet": SheetElement;
  }
}
