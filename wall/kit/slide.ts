import { ContextConsumer } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { clockContext } from "./contexts.ts";
import { HOLD_MS, Holding } from "./holding.ts";
import { dictionary, Speaks } from "./language.ts";

const t = dictionary({
  松手即取消: "release to cancel",
  "{words}（按住 Enter 1.2 秒等效）": "{words} (or hold Enter for 1.2 s)",
});
/** Of the way; a finger need not hit the last pixel. */
const END = 0.97;

/**
 * A slide that must reach the end; letting go before cancels. By keyboard: Enter held for 1.2 s. Fires `slide` once and
 * rests until `armed` again. Put `data-command` on it.
 */
@customElement("wall-slide")
export class SlideElement extends LitElement {
  static override styles = css`
    :host { --at: 0; display: block; position: relative; height: var(--slide-height, 104px); border-radius: var(--slide-radius, 6px); background: var(--slide-ground, var(--band)); overflow: hidden; touch-action: none; user-select: none; cursor: grab; container-type: size; font-family: var(--face-sans); }
    :host(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 3px; }
    :host([disabled]) { opacity: 0.45; cursor: default; }
    .way { position: absolute; inset: 0 auto 0 0; width: calc(var(--thumb) + (100cqw - var(--thumb)) * var(--at)); background: var(--slide-way, var(--c3)); }
    :host { --thumb: 104px; }
    .thumb { position: absolute; inset-block: 6px; left: calc(6px + (100cqw - var(--thumb)) * var(--at)); width: calc(var(--thumb) - 12px); border-radius: 6px; background: var(--slide-thumb, var(--t1)); color: var(--slide-on-thumb, var(--bg)); display: grid; place-items: center; font-size: 28px; font-weight: 600; }
    .words { position: absolute; inset: 0 0 0 var(--thumb); display: grid; place-items: center; font-size: var(--slide-type, 26px); font-weight: 600; color: var(--slide-on, var(--t1)); padding: 0 12px; text-align: center; }
    .cancel { position: absolute; inset: 0 auto 0 20px; display: grid; align-items: center; font-size: 20px; color: var(--slide-on-way, var(--t1)); opacity: 0; }
    :host([sliding]) .words { opacity: 0.75; justify-content: end; padding-inline-end: 24px; }
    :host([sliding]) .cancel { opacity: 1; }
  `;

  @property() words = "";
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ type: Boolean, reflect: true }) sliding = false;
  @query(".thumb") private thumb!: HTMLElement;

  private readonly clock = new ContextConsumer(this, { context: clockContext });
  private holding: Holding | undefined;
  /** The finger that slides; where another comes down on it, neither does. */
  private pointer: number | null = null;
  private grabbedX = 0;
  private at = 0;
  private spent = false;

  constructor() {
    super();
    new Speaks(this);
    this.addEventListener("pointerdown", (e) => this.grab(e));
    this.addEventListener("pointermove", (e) => this.drag(e));
    this.addEventListener("pointerup", (e) => e.pointerId === this.pointer && this.letGo());
    this.addEventListener("pointercancel", () => this.letGo());
    this.addEventListener("keydown", (e) => this.press(e));
    this.addEventListener("keyup", (e) => e.key === "Enter" && this.letGo());
    this.addEventListener("blur", () => this.letGo());
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute("role", "button");
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.holding?.cancel();
    this.spent = false;
  }
  protected override updated(): void {
    this.ariaLabel = t("{words}（按住 Enter 1.2 秒等效）", { words: this.words });
    this.ariaDisabled = String(this.disabled);
  }
  /** Ready for another slide, after what it sent was refused. */
  arm(): void {
    this.spent = false;
    this.move(0);
  }

  private grab(e: PointerEvent): void {
    if (this.pointer !== null) return this.letGo();
    if (this.disabled || this.spent || (e.pointerType === "mouse" && e.button !== 0)) return;
    const thumb = this.thumb.getBoundingClientRect();
    // Only the thumb slides; a tap at the end must not send.
    if (e.clientX < thumb.left - 12 || e.clientX > thumb.right + 12) return;
    this.setPointerCapture(e.pointerId);
    this.pointer = e.pointerId;
    this.grabbedX = e.clientX;
    this.sliding = true;
  }
  private drag(e: PointerEvent): void {
    if (e.pointerId !== this.pointer || this.holding?.held) return;
    const way = this.clientWidth - this.thumb.offsetWidth - 12;
    this.move(Math.max(0, Math.min(1, (e.clientX - this.grabbedX) / Math.max(1, way))));
    if (this.at >= END) this.finish();
  }
  private press(e: KeyboardEvent): void {
    if (e.key === "Escape") return this.letGo();
    if (e.key !== "Enter" || this.disabled || this.spent) return;
    e.preventDefault();
    // A key that was pressed elsewhere, and is still down, was not meant for this.
    if (e.repeat && !this.holding?.held) return;
    const clock = this.clock.value;
    if (!clock) return;
    this.holding ??= new Holding({ clock, forMs: HOLD_MS, progress: (share) => this.move(share), done: () => this.finish() });
    this.sliding = true;
    this.holding.start();
  }
  private letGo(): void {
    this.holding?.cancel();
    this.pointer = null;
    this.sliding = false;
    if (!this.spent) this.move(0);
  }
  private finish(): void {
    if (this.spent) return;
    this.spent = true;
    this.pointer = null;
    this.sliding = false;
    this.move(1);
    this.dispatchEvent(new CustomEvent("slide", { bubbles: true, composed: true }));
  }
  private move(share: number): void {
    this.at = share;
    this.style.setProperty("--at", String(share));
  }
  override render() {
    return html`<div class="way"></div><div class="words" aria-hidden="true">${this.words}</div>
      <div class="cancel" aria-hidden="true">${t("松手即取消")}</div><div class="thumb" aria-hidden="true">»</div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-slide": SlideElement;
  }
}
