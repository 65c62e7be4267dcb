import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Clock } from "../../model/ports.ts";
import { clockContext } from "./contexts.ts";
import { controls } from "./controls.ts";
import { Speaks } from "./language.ts";
import { Pulse } from "./pulse.ts";

/** How long what was just done can be taken back with one tap (VISUAL §11). */
export const UNDO_MS = 10_000;

/**
 * The seconds after an act in which one tap takes it back. Shows nothing once they have passed, and fires `passed`; fires
 * `undo` on the tap. One that is on its way, or failed, is not cut off by the last second.
 */
@customElement("wall-undo")
export class UndoElement extends LitElement {
  static override styles = [controls, css`
    :host { display: block; }
    div { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 16px; border: 2px solid var(--t1); border-radius: 8px; padding: 12px 16px; background: var(--raise); }
    button { min-height: var(--decision, 104px); font-size: 24px; font-weight: 600; }
    p { font-size: calc(var(--u) * 1.3); font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
  `];
  @consume({ context: clockContext }) private clock!: Clock;
  /** What was done, by its own id: another one begins the seconds anew; empty = nothing. */
  @property() of = "";
  /** The command that takes it back. */
  @property() command = "";
  /** What stands beside the button, with the seconds that are left. */
  @property({ attribute: false }) words: (seconds: number) => string = String;
  /** Names the act: 撤回. */
  @property() act = "";
  @property({ type: Boolean }) busy = false;
  /** Why the last try did not go through; empty = none did not. */
  @property() failure = "";
  private since = 0;
  private told = "";

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this, 250);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("of")) this.since = this.clock?.monotonic() ?? 0;
  }
  private get leftMs(): number {
    return UNDO_MS - (this.clock.monotonic() - this.since);
  }
  private get isOver(): boolean {
    return this.leftMs <= 0 && !this.busy && this.failure === "";
  }
  protected override updated(): void {
    if (this.of === "" || this.told === this.of || !this.isOver) return;
    this.told = this.of;
    this.dispatchEvent(new CustomEvent("passed"));
  }
  override render() {
    if (this.of === "" || this.isOver) return nothing;
    return html`<div><p role="status">${this.failure || this.words(Math.max(0, Math.ceil(this.leftMs / 1000)))}</p>
      <button data-command=${this.command} ?disabled=${this.busy} @click=${() => this.dispatchEvent(new CustomEvent("undo"))}>${this.act}</button></div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-undo": UndoElement;
  }
}
