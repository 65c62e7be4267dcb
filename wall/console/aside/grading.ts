import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ConsequenceKind } from "../../../model/consequence.ts";
import type { Incident } from "../../../model/incident.ts";
import { GRADE_WORDS, type Grade } from "../../../model/words.ts";
import { Act } from "../../kit/act.ts";
import { sessionContext } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import { gradeMark } from "../../kit/grade-mark.ts";
import { inWords, Speaks } from "../../kit/language.ts";
import type { TopicView } from "../../kit/reads.ts";
import type { Session } from "../../kit/session.ts";
import { sheet } from "../look.ts";
import { gradesOf } from "../reach.ts";
import { against, byTable, isCount, kindsOf, kindWord, knownFrom } from "./known.ts";
import { t } from "./words.ts";

/** How grave it is: what is known of its consequences, what the law's table makes of that, the grade that a person gives, and why. */
@customElement("console-grading")
export class GradingElement extends LitElement {
  static override styles = [controls, sheet, css`
    :host { display: grid; gap: 12px; }
    .grades { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; }
    .grades button { font-size: 20px; padding: 0 0.3em; }
    .known { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 8px 12px; }
    .known input { width: 100%; min-height: 56px; }
    .table { border-inline-start: 3px solid var(--t1); padding-inline-start: 12px; }
    .wants { color: var(--t1); font-weight: 600; margin-inline-start: 0.8em; }
  `];
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property({ attribute: false }) incident!: Incident;
  @property({ attribute: false }) topics: readonly TopicView[] = [];
  @state() private grade: Grade | null = null;
  @state() private reason = "";
  @state() private written: Readonly<Partial<Record<ConsequenceKind, string>>> = {};
  private readonly act = new Act(this);

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("incident") as Incident | undefined;
    if (!changed.has("incident") || before?.id === this.incident.id) return;
    [this.grade, this.reason] = [null, ""];
    // What was told before is what is known.
    this.written = Object.fromEntries(Object.entries(this.incident.consequence ?? {}).map(([kind, n]) => [kind, String(n)]));
  }
  private async send(): Promise<void> {
    const consequence = knownFrom(this.written);
    if (this.grade !== null) await this.act.do("incident.grade", { incident: this.incident.id, grade: this.grade, reason: this.reason.trim(), ...(consequence && { consequence }) });
  }
  override render() {
    const { grade, incident, act } = this;
    const table = this.topics.flatMap((topic) => topic.incidentTypes).find(({ id }) => id === incident.type)?.gradedBy;
    const found = byTable(table, knownFrom(this.written));
    const aside = against(grade, found?.grade);
    const said = this.reason.trim() !== "";
    const wants = grade === null ? t("先选级别、写理由") : said ? "" : t("先写理由，才能定级");
    return html`${table === undefined ? html`<p class="second">${t("此类型无分级表，由人定级并写明理由")}</p>` : html`
      <div class="known" role="group" aria-label=${t("后果（只填已核实的；空着就是不知道）")}>${kindsOf(table).map((kind) => html`<label>${kindWord(kind)}<input name=${kind} type="number" inputmode="decimal" min="0" step=${isCount(kind) ? "1" : "any"} autocomplete="off" .value=${this.written[kind] ?? ""} @input=${(e: Event) => (this.written = { ...this.written, [kind]: (e.target as HTMLInputElement).value })} /></label>`)}</div>
      ${found ? html`<p class="table" data-by-table=${found.grade} role="status"><strong>${t("按表：{grade}（{why}）", { grade: inWords(GRADE_WORDS[found.grade]), why: `${kindWord(found.because)} ${this.written[found.because]}` })}</strong> <span class="second" lang="zh-CN">${found.source}</span></p>` : html`<p class="second">${t("填了已核实的后果才能对表")}</p>`}`}
      <div class="grades" role="group" aria-label=${t("定级")}>${gradesOf(this.session.rights).map((g) => html`<button data-grade=${g} aria-pressed=${String(grade === g)} @click=${() => (this.grade = g)}>${gradeMark(g)} ${inWords(GRADE_WORDS[g])}</button>`)}</div>
      ${aside && found ? html`<p class="table" data-against=${aside}>${t(aside === "lighter" ? "轻于表定 {grade}：理由里写明为什么，且须有 {grade} 的定级权" : "重于表定 {grade}：理由里写明为什么", { grade: inWords(GRADE_WORDS[found.grade]) })}</p>` : nothing}
      <label><span>${t("定级理由")}${wants ? html`<span class="wants">${wants}</span>` : nothing}</span><textarea name="words" maxlength="2000" .value=${this.reason} @input=${(e: Event) => (this.reason = (e.target as HTMLTextAreaElement).value)}></textarea></label>
      <p role="alert" class=${act.failure ? "wrong" : "unseen"}>${act.failure ? `${act.failure} ${t("内容还在，请重试")}` : ""}</p>
      <button class="primary decision" data-command="incident.grade" ?disabled=${act.busy !== null || wants !== ""} @click=${() => void this.send()}>${act.busy ? t("正在发出") : t("定级")}</button>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-grading": GradingElement;
  }
}
