import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { IncidentStep } from "../../model/incident.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { dictionary, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { receiptWord } from "./queue-words.ts";

const t = dictionary({ 催办: "Reminder", 督办: "Supervised", "催办 {n} 次": "Reminded {n} ×", "{at} {who}": "{at} {who}" });
const URGES: ReadonlySet<string> = new Set(["task.remind", "task.supervise"]);

/** Reminders and supervisions since the unit last told something, the newest last: what it tells answers them. A note beside the way does not. */
export function urgedSince(log: readonly Pick<IncidentStep, "kind">[]): number {
  const answered = log.findLastIndex(({ kind }) => kind !== "task.note" && receiptWord(kind) !== undefined);
  return log.slice(answered + 1).filter(({ kind }) => URGES.has(kind)).length;
}

/** 催办, 催办 3 次, 督办; empty where nobody urges. */
export function urgedWord(log: readonly Pick<IncidentStep, "kind">[]): string {
  const times = urgedSince(log);
  if (times === 0) return "";
  return log.findLast(({ kind }) => URGES.has(kind))?.kind === "task.supervise" ? t("督办") : times > 1 ? t("催办 {n} 次", { n: times }) : t("催办");
}

/** Who urges the unit on, when, and in which words, as long as it has not answered. */
@customElement("field-urged")
export class UrgedElement extends LitElement {
  static override styles = css`
    :host { display: block; }
    p { margin: 0; border: 2px solid var(--t1); border-radius: 6px; padding: 0.5em 0.8em; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
  `;
  @property({ attribute: false }) log: readonly IncidentStep[] = [];
  private readonly names = new Names(this);

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const times = urgedSince(this.log);
    const last = this.log.findLast(({ kind }) => URGES.has(kind));
    if (times === 0 || !last) return nothing;
    const at = parseTime(last.at);
    return html`<p role="status" data-urged=${times}><strong>${urgedWord(this.log)}</strong> ${t("{at} {who}", { at: at === null ? last.at : clockText(at), who: this.names.post(last.actor) })}${last.text ? html`<br /><span lang="zh-CN">${last.text}</span>` : nothing}</p>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "field-urged": UrgedElement;
  }
}
