import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { IncidentStep } from "../../model/incident.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { controls } from "../kit/controls.ts";
import { Speaks } from "../kit/language.ts";
import { receiptWord, t } from "./queue-words.ts";

/** What the unit has told of its order, the newest first; what was told afterwards says so, and when it happened. */
@customElement("field-told")
export class ReceiptsTold extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: block; font-size: 18px; }
      h2 { font-size: 18px; font-weight: 600; color: var(--t2); }
      li { padding: 8px 0; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
      b { border: 1px solid currentColor; border-radius: 4px; padding: 0 0.3em; font-size: 16px; }
    `,
  ];
  @property({ attribute: false }) log: readonly IncidentStep[] = [];

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const own = this.log.filter(({ kind }) => receiptWord(kind) !== undefined).toReversed();
    if (own.length === 0) return nothing;
    return html`<h2>${t("我的回执")}</h2><ul>${own.map(({ kind, at, text, occurredAt, isLate }) => html`<li data-told=${kind}>${timeOf(at)} ${receiptWord(kind)}
      ${isLate && occurredAt ? html`<b data-late>${t("补报")}</b> ${t("{at} 发生", { at: timeOf(occurredAt) })}` : nothing}${text ? html`<br />${text}` : nothing}</li>`)}</ul>`;
  }
}
const timeOf = (text: string): string => {
  const at = parseTime(text);
  return at === null ? text : clockText(at);
};
