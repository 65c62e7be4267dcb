import "../../kit/consequence-sheet.ts";
import "../../kit/hold.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { NOTICE_TIMES, NOTICE_WITHIN_MS } from "../../../model/notice.ts";
import { legalOnTask, type Task } from "../../../model/task.ts";
import { DAY } from "../../../model/time.ts";
import { Act } from "../../kit/act.ts";
import { sessionContext } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import type { HoldElement } from "../../kit/hold.ts";
import { Speaks } from "../../kit/language.ts";
import type { Session } from "../../kit/session.ts";
import { t } from "./words.ts";

/** Who is late is reminded by a tap (催办); their leader is asked by a hold, with words (督办). In `more`: what else there is to do. */
@customElement("console-pressing")
export class PressingElement extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: 10px; --target: 52px; }
    .row { display: flex; gap: 12px; flex-wrap: wrap; align-items: center; }
    .row button { flex: 1 1 4em; padding: 0 0.6em; }
    ::slotted(button) { flex: 1 1 4em; min-height: 52px; padding: 0 0.6em; white-space: nowrap; }
    textarea { min-height: 64px; }
  `];
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property({ attribute: false }) task!: Task;
  @property() unit = "";
  @state() private isWriting = false;
  @state() private text = "";
  private readonly act = new Act(this);

  constructor() {
    super();
    new Speaks(this);
  }
  private async supervise(hold: HoldElement): Promise<void> {
    const answer = await this.act.do("task.supervise", { task: this.task.id, text: this.text.trim() });
    hold.arm();
    if (answer) [this.isWriting, this.text] = [false, ""];
  }
  override render() {
    const { act, session: { rights } } = this;
    const legal = legalOnTask(this.task.state);
    const mayRemind = legal.includes("task.remind") && rights.includes("withdraw");
    const maySupervise = legal.includes("task.supervise") && rights.includes("supervise");
    return html`<div class="row">${mayRemind ? html`<button data-command="task.remind" ?disabled=${act.busy !== null} @click=${() => void this.act.do("task.remind", { task: this.task.id })}>${t("催办")}</button>` : nothing}
        ${maySupervise ? html`<button data-opens="task.supervise" aria-expanded=${String(this.isWriting)} @click=${() => (this.isWriting = !this.isWriting)}>${t("督办")}</button>` : nothing}<slot name="more"></slot></div>
      ${maySupervise && this.isWriting ? html`<label>${t("督办要求（给其负责人）")}<textarea name="supervise" maxlength="2000" .value=${this.text} @input=${(e: Event) => (this.text = (e.target as HTMLTextAreaElement).value)}></textarea></label>
        <wall-consequence .of=${{ count: t("1 项任务 · {unit}", { unit: this.unit }), cost: t("单位负责人说明原因；该单位 {days} 天内满 {n} 次应通报", { days: NOTICE_WITHIN_MS / DAY, n: NOTICE_TIMES }), back: t("不能收回") }}><wall-hold data-command="task.supervise" .words=${act.busy ? t("正在发出") : t("按住督办")} ?disabled=${this.text.trim() === "" || act.busy !== null} @hold=${(e: Event) => void this.supervise(e.currentTarget as HoldElement)}></wall-hold></wall-consequence>` : nothing}
      <p role="alert" class=${act.failure ? "wrong" : "unseen"}>${act.failure ? `${act.failure} ${t("内容还在，请重试")}` : ""}</p>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-pressing": PressingElement;
  }
}
