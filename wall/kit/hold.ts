import { ContextConsumer } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { clockContext } from "./contexts.ts";
import { Holding } from "./holding.ts";

/** A button that acts only when finger, mouse or Enter stays down for `forMs`. Fires `hold` once per hold. */
@customElement("wall-hold")
export class HoldElement extends LitElement {
  static override styles = css`
    :host { --at: 0; display: grid; place-items: center; position: relative; min-height: 64px; border: 1px solid var(--hair2); border-radius: 6px; overflow: hidden; touch-action: none; user-select: none; cursor: pointer; font-family: var(--face-sans); color: var(--t1); font-size: 20px; font-weight: 500; }
    :host(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 3px; }
    .way { position: absolute; inset: 0 auto 0 0; width: calc(100% * var(--at)); background: var(--band); }
    slot { position: relative; }
    span { position: relative; }
  `;
  @property({ type: Number }) forMs = 1_200;
  private readonly clock = new ContextConsumer(this, { context: clockContext });
  private holding: Holding | undefined;

  constructor() {
    super();
    const start = () => this.holder()?.start();
    const cancel = () => this.holding?.cancel();
    this.addEventListener("pointerdown", start);
    this.addEventListener("keydown", (e) => {
      if (e.key !== "Enter" && e.key !== " ") return;
      e.preventDefault();
      start();
    });
    for (const end of ["pointerup", "pointercancel", "pointerleave", "keyup", "blur"]) this.addEventListener(end, cancel);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute("role", "button");
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.holding?.cancel();
  }
  private holder(): Holding | undefined {
    const clock = this.clock.value;
    if (!clock) return undefined;
    return (this.holding ??= new Holding({
      clock, forMs: this.forMs,
      progress: (share) => this.style.setProperty("--at", String(share)),
      done: () => {
        this.style.setProperty("--at", "0");
        this.dispatchEvent(new CustomEvent("hold", { bubbles: true, composed: true }));
      },
    }));
  }
  override render() {
    return html`<div class="way"></div><span><slot></slot></span>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-hold": HoldElement;
  }
}
