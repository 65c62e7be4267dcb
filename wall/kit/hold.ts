import { ContextConsumer } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { clockContext } from "./contexts.ts";
import { HOLD_MS, Holding } from "./holding.ts";
import { t } from "./hold-words.ts";
import { Speaks } from "./language.ts";

/** A finger that wanders farther than this outside the control has let go, px. */
const OUTSIDE_PX = 16;

/**
 * A control that is held: 1.2 s, or as long as it says, with the time left shown; letting go earlier sends nothing, and
 * Enter held does the same. Fires `hold` once and rests until `arm()`. Put `data-command` on it.
 */
@customElement("wall-hold")
export class HoldElement extends LitElement {
  static override styles = css`
    :host { --at: 0; display: grid; grid-template-rows: auto auto; align-content: center; justify-items: center; position: relative; min-height: var(--hold-height, 64px); padding: 4px 1em; box-sizing: border-box; border: 2px solid var(--t1); border-radius: var(--hold-radius, 6px); background: var(--hold-ground, var(--bg)); color: var(--t1); overflow: hidden; touch-action: none; user-select: none; -webkit-touch-callout: none; cursor: pointer; font-family: var(--face-sans); text-align: center; line-height: 1.25; isolation: isolate; }
    :host(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 3px; }
    :host([disabled]) { opacity: 0.45; cursor: default; }
    .way { position: absolute; inset: 0; z-index: -1; background: var(--hold-way, var(--c3)); transform-origin: left; transform: scaleX(var(--at)); }
    .words { font-size: var(--hold-type, 1.1em); font-weight: 600; }
    .how { font-size: max(var(--u), 0.8em); color: var(--t2); font-variant-numeric: tabular-nums; }
    :host([holding]) .how { color: var(--t1); }
  `;
  @property() words = "";
  @property({ type: Number }) forMs = HOLD_MS;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** In the act of being held. */
  @property({ type: Boolean, reflect: true }) holding = false;
  /** Tenths of a second that are left. */
  @state() private leftS = 0;

  private readonly clock = new ContextConsumer(this, { context: clockContext });
  private held: Holding | undefined;
  private pointer: number | null = null;
  private spent = false;

  constructor() {
    super();
    new Speaks(this);
    this.addEventListener("pointerdown", (e) => this.press(e));
    this.addEventListener("pointermove", (e) => e.pointerId === this.pointer && !isOver(this, e) && this.letGo());
    this.addEventListener("pointerup", (e) => e.pointerId === this.pointer && this.letGo());
    this.addEventListener("pointercancel", () => this.letGo());
    this.addEventListener("contextmenu", (e) => e.preventDefault());
    this.addEventListener("keydown", (e) => this.key(e));
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
    this.letGo();
    this.spent = false;
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // Begins with what is seen on it, in the same order: whoever speaks to the page says what stands there.
    this.ariaLabel = t("{words} 按住 {n} 秒，Enter 等效", { words: this.words, n: this.forMs / 1000 });
    this.ariaDisabled = String(this.disabled);
    // What is barred while a finger lies on it is let go by itself.
    if (changed.has("disabled") && this.disabled && this.held?.held) this.letGo();
  }
  /** Ready to be held again, after what it sent was refused. */
  arm(): void {
    this.spent = false;
    this.fill(0);
  }

  private press(e: PointerEvent): void {
    // A second finger is not part of what the first one means.
    if (this.pointer !== null) return this.letGo();
    if (e.pointerType === "mouse" && e.button !== 0) return;
    if (!this.start()) return;
    this.pointer = e.pointerId;
    this.setPointerCapture(e.pointerId);
  }
  private key(e: KeyboardEvent): void {
    if (e.key === "Escape") return this.letGo();
    if (e.key !== "Enter") return;
    e.preventDefault();
    // A key that was pressed elsewhere, and is still down, was not meant for this.
    if (e.repeat && !this.held?.held) return;
    this.start();
  }
  private start(): boolean {
    const clock = this.clock.value;
    if (!clock || this.disabled || this.spent) return false;
    this.held ??= new Holding({ clock, forMs: this.forMs, progress: (share) => this.fill(share), done: () => this.finish() });
    this.holding = true;
    this.held.start();
    return true;
  }
  private letGo(): void {
    this.pointer = null;
    this.holding = false;
    this.held?.cancel();
    this.held = undefined;
  }
  private finish(): void {
    this.pointer = null;
    this.holding = false;
    this.spent = true;
    this.held = undefined;
    this.dispatchEvent(new CustomEvent("hold", { bubbles: true, composed: true }));
  }
  private fill(share: number): void {
    this.style.setProperty("--at", share.toFixed(3));
    this.leftS = Math.ceil(((1 - share) * this.forMs) / 100) / 10;
  }
  override render() {
    return html`<div class="way"></div><span class="words" aria-hidden="true">${this.words}</span>
      <span class="how" aria-hidden="true">${this.holding ? t("松手即取消，余 {n} 秒", { n: this.leftS.toFixed(1) }) : t("按住 {n} 秒", { n: this.forMs / 1000 })}</span>`;
  }
}
function isOver(control: HTMLElement, { clientX: x, clientY: y }: PointerEvent): boolean {
  const { left, right, top, bottom } = control.getBoundingClientRect();
  return x >= left - OUTSIDE_PX && x <= right + OUTSIDE_PX && y >= top - OUTSIDE_PX && y <= bottom + OUTSIDE_PX;
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-hold": HoldElement;
  }
}
