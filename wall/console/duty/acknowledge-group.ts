import "../../kit/consequence-sheet.ts";
import "../../kit/sheet.ts";
import { consume } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { AlertGroupRecord } from "../../../model/records.ts";
import { Act } from "../../kit/act.ts";
import type { Consequence } from "../../kit/consequence-sheet.ts";
import { sessionContext } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import { Speaks } from "../../kit/language.ts";
import type { Session } from "../../kit/session.ts";
import { reachedBy } from "./group-order.ts";
import { t } from "./words.ts";

/** What acknowledging this group comes to, before it is done. */
export function ofAcknowledging(group: AlertGroupRecord): Consequence {
  const { most, isExact } = reachedBy(group);
  const red = group.bySeverity[1];
  return {
    count: isExact ? t("{n} 条未确认或已回落（不含红色）", { n: most }) : t("至多 {n} 条未确认或已回落（不含红色）", { n: most }),
    cost: red > 0 ? t("这些不再提示；红色 {n} 条仍须逐条确认，此后新来的不在内", { n: red }) : t("这些不再提示；此后新来的不在内"),
    back: t("整组不能撤回；加重、复现会再提示"),
  };
}

/**
 * Acknowledges what this seat has seen of a group, after saying what that comes to: what was there when the sheet opened, and
 * nothing red. Fires `close`.
 */
@customElement("console-acknowledge-group")
export class AcknowledgeGroupElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; --target: 64px; }
    wall-sheet { inset: auto 8px 8px auto; width: calc(39vw - 16px); max-height: calc(100vh - 104px); }
    .form { display: grid; gap: 14px; }
    .decision { min-height: 104px; font-size: 24px; font-weight: 600; }
    textarea { min-height: 84px; }
  `];
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  /** As it stood when the sheet was opened: what came later, nobody here has seen. */
  @property({ attribute: false }) group!: AlertGroupRecord;
  /** The group by its area and its name. */
  @property() what = "";
  @state() private comment = "";
  private readonly act = new Act(this);

  constructor() {
    super();
    new Speaks(this);
  }
  private async send(): Promise<void> {
    const { id, upTo } = this.group;
    const comment = this.comment.trim();
    if (await this.act.do("alert.acknowledgeGroup", { group: id, upTo, ...(comment !== "" && { comment }) })) this.close();
  }
  private close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
  override render() {
    const { most, isExact } = reachedBy(this.group);
    return html`<wall-sheet .heading=${t("确认整组 · {what}", { what: this.what })} @close=${() => this.close()}><div class="form">
      <wall-consequence .of=${ofAcknowledging(this.group)}></wall-consequence>
      <label>${t("备注（可不填）")}<textarea name="comment" maxlength="2000" .value=${this.comment} @input=${(e: Event) => (this.comment = (e.target as HTMLTextAreaElement).value)}></textarea></label>
      <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure}</p>
      <button class="decision primary" data-command="alert.acknowledgeGroup" ?disabled=${this.act.busy !== null || most === 0 || !this.session.rights.includes("acknowledge")} @click=${() => void this.send()}>${most === 0 ? t("本组已无可整组确认的告警") : isExact ? t("确认 {n} 条", { n: most }) : t("确认至多 {n} 条", { n: most })}</button>
    </div></wall-sheet>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-acknowledge-group": AcknowledgeGroupElement;
  }
}
