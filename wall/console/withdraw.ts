import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Act } from "../kit/act.ts";
import { clockContext } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { Speaks } from "../kit/language.ts";
import { Pulse } from "../kit/pulse.ts";
import type { Clock } from "../../model/ports.ts";
import { sheet } from "./look.ts";
import { t } from "./words.ts";

/** How long an order that was just sent can be taken back with one tap (VISUAL §11). */
export const WITHDRAW_MS = 10_000;

/** The ten seconds after an order: one tap withdraws it. Shows nothing once they have passed, and fires `passed`. */
@customElement("console-withdraw")
export class WithdrawElement extends LitElement {
  static override styles = [controls, sheet, css`
    :host { display: block; }
    div { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 16px; border: 2px solid var(--t1); border-radius: 8px; padding: 12px 16px; background: var(--raise); }
    .decision { min-height: var(--decision, 104px); }
    p { font-size: calc(var(--u) * 1.3); font-weight: 600; font-variant-numeric: tabular-nums; }
  `];
  @consume({ context: clockContext }) private clock!: Clock;
  /** The task that was just dispatched. */
  @property() task = "";
  private readonly act = new Act(this);
  private since = 0;

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this, 250);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("task")) this.since = this.clock?.monotonic() ?? 0;
  }
  private get isOver(): boolean {
    // A withdrawal on its way is not cut off by the last second.
    return this.clock.monotonic() - this.since >= WITHDRAW_MS && !this.act.busy && !this.act.failure;
  }
  protected override updated(): void {
    if (!this.task || !this.isOver) return;
    this.task = "";
    this.dispatchEvent(new CustomEvent("passed"));
  }
  private async withdraw(): Promise<void> {
    if (await this.act.do("task.withdraw", { task: this.task, reason: t("误下发，10 秒内撤回") })) this.task = "";
  }
  override render() {
    if (!this.task || this.isOver) return nothing;
    const left = WITHDRAW_MS - (this.clock.monotonic() - this.since);
    return html`<div><p role="status">${this.act.failure || t("已下发，{n} 秒内可撤回", { n: Math.max(0, Math.ceil(left / 1000)) })}</p>
      <button class="decision" data-command="task.withdraw" ?disabled=${this.act.busy !== null} @click=${() => void this.withdraw()}>${t("撤回")}</button></div>`;
  }
}
