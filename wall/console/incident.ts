import "./dispatch.ts";
import "./withdraw.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { legalOnIncident, type Incident } from "../../model/incident.ts";
import type { TaskRecord } from "../../model/records.ts";
import { legalOnTask } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { GRADE_WORDS, type Grade } from "../../model/words.ts";
import { Act } from "../kit/act.ts";
import { sessionContext } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { gradeMark } from "../kit/grade-mark.ts";
import { after, inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import type { TopicView } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { WholeRows, wholeRows } from "../kit/whole-rows.ts";
import { gradesOf } from "./duty.ts";
import { sheet } from "./look.ts";
import { awayWords, incidentWord, stepWord, t, taskWord } from "./words.ts";

/** One incident: what is known, what was done, and the one thing that is to be done next by this seat. Fires `leave`. */
@customElement("console-incident")
export class IncidentElement extends LitElement {
  static override styles = [controls, sheet, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; min-height: 0; gap: 14px; }
    :host([ordering]) { grid-template-rows: auto minmax(90px, 0.3fr) minmax(0, 1fr); }
    /* What can still be taken back stands above the order that is written next, never on it. */
    :host([ordering]) footer { display: flex; flex-direction: column; gap: 10px; min-height: 0; }
    :host([ordering]) console-dispatch { flex: 1; }
    :host([ordering]) console-withdraw { --decision: 56px; }
    header { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; align-items: center; }
    header nav { grid-column: 1 / -1; display: flex; justify-content: space-between; gap: 12px; }
    header nav button { min-height: 52px; }
    h2 { font-size: calc(var(--u) * 1.9); font-weight: 600; overflow-wrap: anywhere; line-height: 1.25; }
    header svg.level { width: 3em; height: 3em; }
    header p { grid-column: 1 / -1; }
    .facts { overflow-y: auto; min-height: 0; display: grid; grid-template-columns: 1fr 1fr; gap: 0 28px; align-content: start; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
    .facts > p { grid-column: 1 / -1; overflow-wrap: anywhere; padding-bottom: 12px; }
    /* Beside an order that is written the orders that run stand alone, one a row, each with its act beside it. */
    :host([ordering]) .facts.running { grid-template: minmax(0, 1fr) / 1fr; overflow: hidden; }
    :host([ordering]) .facts.running > :not(.tasks) { display: none; }
    :host([ordering]) .facts.running .tasks { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; min-height: 0; }
    :host([ordering]) .facts.running ul { overflow-y: auto; min-height: 0; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
    :host([ordering]) .facts.running li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 16px; align-items: center; }
    :host([ordering]) .facts.running .acts { margin: 0; }
    :host([ordering]) .facts.running .acts:has(textarea) { grid-column: 1 / -1; }
    ${wholeRows}
    .facts section { border-top: 2px solid var(--hair2); padding-top: 10px; min-width: 0; }
    .facts li { padding: 10px 0; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; }
    .log li { display: grid; grid-template-columns: auto 1fr; gap: 12px; }
    .log time { color: var(--t3); font-variant-numeric: tabular-nums; }
    .tasks .acts { display: grid; gap: 10px; margin-top: 10px; }
    .tasks .state { float: inline-end; color: var(--t2); }
    .tasks .state[data-asks] { background: var(--t1); color: var(--bg); padding: 0 0.4em; }
    footer { border-top: 1px solid var(--hair2); padding: 12px 4px 4px; }
    .grades { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; }
    .grades button { font-size: 20px; }
  `];
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property({ attribute: false }) incident!: Incident;
  @property({ attribute: false }) topics: readonly TopicView[] = [];
  /** The order is being written: it takes the room that it needs. */
  @property({ type: Boolean, reflect: true }) ordering = false;
  @state() private words = "";
  @state() private grade: Grade | null = null;
  @state() private checking = new Map<string, string>();
  /** The order that was just sent and can still be taken back. */
  @state() private sent = "";
  private readonly rows = new WholeRows(this);
  private readonly act = new Act(this);
  private readonly names = new Names(this);
  private readonly tasks = new Select(this, (s) => s.tasks(this.incident.region));

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("incident")) return;
    const before = changed.get("incident") as Incident | undefined;
    if (before && (before.id !== this.incident.id || before.state !== this.incident.state)) {
      this.words = "";
      this.grade = null;
    }
    // The first order is what comes next; further ones only when asked for, so that what runs can be read.
    if (before?.id !== this.incident.id || before.state !== this.incident.state) this.ordering = this.incident.state === "graded" && this.session.rights.includes("dispatchOwn");
    if (before && before.id !== this.incident.id) this.sent = "";
  }
  private get ours(): TaskRecord[] {
    return [...this.tasks.value.records.values()].filter((task) => task.incident === this.incident.id).sort((a, b) => (a.dispatchedAt < b.dispatchedAt ? -1 : 1));
  }
  override render() {
    const { incident } = this;
    const type = this.topics.flatMap((topic) => topic.incidentTypes).find(({ id }) => id === incident.type);
    return html`<header>
        <nav><button @click=${() => this.dispatchEvent(new CustomEvent("leave", { bubbles: true, composed: true }))}>‹ ${t("返回队列")}</button>
          ${this.ordering && this.ours.length > 0 ? html`<button @click=${() => (this.ordering = false)}>${t("看任务和经过")}</button>` : nothing}</nav>
        ${incident.grade ? gradeMark(incident.grade) : html`<span></span>`}
        <h2 data-incident=${incident.id} data-state=${incident.state}>${incident.title}</h2>
        <p class="second">${incident.id} · ${type ? inWords(type.title) : incident.type} · ${incident.grade ? inWords(GRADE_WORDS[incident.grade]) : incidentWord(incident.state)}${incident.grade ? html` · ${incidentWord(incident.state)}` : nothing} · ${this.names.withParents(incident.region)}</p>
      </header>
      <div class=${this.ours.length > 0 ? "facts running" : "facts"} role="region" tabindex="0" aria-label="${t("任务")} ${t("经过")}">
        ${incident.description ? html`<p>${incident.description}</p>` : nothing}
        <section class="tasks" aria-label=${t("任务")}><h3>${t("任务")}</h3><ul class="whole" tabindex=${this.ordering && this.ours.length > 0 ? 0 : nothing}>
          ${this.ours.length === 0 ? html`<li class="quiet">${t("尚无任务")}</li>` : this.ours.map((task) => this.task(task))}</ul>${this.rows.below > 0 ? html`<p class="below">${t("↓ 其后还有 {n} 件", { n: this.rows.below })}</p>` : nothing}</section>
        <section class="log" aria-label=${t("经过")}><h3>${t("经过")}</h3><ul>
          ${[...incident.log].reverse().map((step) => html`<li><time>${timeText(step.at)}</time><span>${stepWord(step.kind)}${step.text ? after("", step.text) : nothing}${awayWords(step) ? html` <strong data-away=${step.awayKm}>${awayWords(step)}</strong>` : nothing}<br /><span class="quiet">${this.names.post(step.actor)}</span></span></li>`)}</ul></section>
      </div>
      <footer class="stack">
        ${this.sent ? html`<console-withdraw .task=${this.sent} @passed=${() => (this.sent = "")}></console-withdraw>` : nothing}
        ${this.next()}
        <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure ? `${this.act.failure} ${t("内容还在，请重试")}` : ""}</p>
      </footer>`;
  }

  private task(task: TaskRecord) {
    const { rights } = this.session;
    const legal = legalOnTask(task.state);
    const asks = task.state === "finished" && rights.includes("check");
    const last = task.log.at(-1);
    const away = task.log.find((step) => step.awayKm !== undefined);
    return html`<li data-task=${task.id} data-state=${task.state}>
      <div><span class="state" data-asks=${asks ? "" : nothing}>${taskWord(task.state)}</span>
      <strong>${this.names.unit(task.unit, task.unitName)}</strong><br />${task.text}
      <br /><span class="quiet">${t("时限")} ${timeText(task.deadline)}${last && last.kind !== "task.dispatch" ? html` · ${timeText(last.at)} ${stepWord(last.kind)} ${last.text}` : nothing}${task.difficulty ? html` · ${after(t("有困难"), task.difficulty)}` : nothing}</span>
      ${away ? html`<p role="note" data-away=${away.awayKm}><strong>${stepWord(away.kind)} · ${awayWords(away)}</strong></p>` : nothing}</div>
      ${asks ? this.check(task) : nothing}
      ${!asks && legal.includes("task.withdraw") && rights.includes("withdraw") && this.sent !== task.id
        ? html`<div class="acts"><button data-command="task.withdraw" ?disabled=${this.act.busy !== null} @click=${() => void this.act.do("task.withdraw", { task: task.id, reason: t("撤回任务") })}>${t("撤回任务")}</button></div>`
        : nothing}
    </li>`;
  }
  private check(task: TaskRecord) {
    const words = this.checking.get(task.id) ?? "";
    const send = (passed: boolean) => void this.act.do("task.check", { task: task.id, passed, text: words.trim() || (passed ? t("通过") : t("不通过")) });
    return html`<div class="acts"><label>${t("核查说明")}<textarea name="check" maxlength="2000" .value=${words}
        @input=${(e: Event) => (this.checking = new Map(this.checking).set(task.id, (e.target as HTMLTextAreaElement).value))}></textarea></label>
      <div class="row"><button data-command="task.check" data-passed="false" ?disabled=${this.act.busy !== null} @click=${() => send(false)}>${t("不通过")}</button>
        <button class="primary" data-command="task.check" data-passed="true" ?disabled=${this.act.busy !== null} @click=${() => send(true)}>${t("通过")}</button></div></div>`;
  }

  /** What is legal now and what this seat may do: never more. */
  private next() {
    const { incident } = this;
    const { rights } = this.session;
    const legal = legalOnIncident(incident.state);
    const busy = this.act.busy !== null;
    const words = this.words.trim();
    if (legal.includes("incident.verify") && rights.includes("verify"))
      return html`${this.say(t("核实说明"))}<button class="primary decision" data-command="incident.verify" ?disabled=${busy || !words}
        @click=${() => void this.act.do("incident.verify", { incident: incident.id, note: words })}>${t("核实")}</button>`;
    const grades = gradesOf(rights);
    if (legal.includes("incident.grade") && grades.length > 0)
      return html`<div class="grades" role="group" aria-label=${t("定级")}>${grades.map((g) => html`<button data-grade=${g} aria-pressed=${String(this.grade === g)} @click=${() => (this.grade = g)}>${gradeMark(g)} ${inWords(GRADE_WORDS[g])}</button>`)}</div>
        ${this.say(t("定级理由"))}<button class="primary decision" data-command="incident.grade" ?disabled=${busy || !words || this.grade === null}
        @click=${() => this.grade && void this.act.do("incident.grade", { incident: incident.id, grade: this.grade, reason: words })}>${t("定级")}</button>`;
    const mayDispatch = legal.includes("task.dispatch") && rights.includes("dispatchOwn");
    if (mayDispatch && this.ordering)
      return html`<console-dispatch .incident=${incident} @dispatched=${(e: CustomEvent<string>) => this.dispatched(e.detail)}></console-dispatch>`;
    // An order that was taken back leaves an incident that asks to be closed, or for another order.
    const another = mayDispatch ? html`<button data-opens="task.dispatch" @click=${() => (this.ordering = true)}>${t("再下发任务")}</button>` : nothing;
    if (legal.includes("incident.close") && rights.includes("close"))
      return html`${this.say(t("结论"))}<button class="primary decision" data-command="incident.close" ?disabled=${busy || !words}
        @click=${() => void this.act.do("incident.close", { incident: incident.id, text: words })}>${t("关闭事件")}</button>${another}`;
    if (mayDispatch) return another;
    return legal.length > 0 ? html`<p class="quiet">${t("无权处置，仅可查看")}</p>` : nothing;
  }
  private dispatched(task: string): void {
    this.sent = task;
    this.ordering = false;
  }
  private say(label: string) {
    return html`<label>${label}<textarea name="words" maxlength="2000" .value=${this.words} @input=${(e: Event) => (this.words = (e.target as HTMLTextAreaElement).value)}></textarea></label>`;
  }
}
const timeText = (text: string): string => {
  const at = parseTime(text);
  return at === null ? text : clockText(at);
};
