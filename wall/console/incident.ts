import "../kit/consequence-sheet.ts";
import "../kit/hold.ts";
import "../kit/value.ts";
import "./aside/asides.ts";
import "./aside/grading.ts";
import "./aside/pressing.ts";
import "./dispatch/sheet.ts";
import "./waiting/decide.ts";
import "./withdraw.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isIncidentOver, legalOnIncident, type Incident } from "../../model/incident.ts";
import { dayText } from "../../model/moments.ts";
import type { IncidentRecord, TaskRecord } from "../../model/records.ts";
import { isTaskDone, legalOnTask } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { GRADE_WORDS } from "../../model/words.ts";
import { Act } from "../kit/act.ts";
import { linkContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { gradeMark } from "../kit/grade-mark.ts";
import { after, inWords, language, Speaks } from "../kit/language.ts";
import type { HoldElement } from "../kit/hold.ts";
import { Names } from "../kit/names.ts";
import type { IndicatorView, TopicView } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { WholeRows, wholeRows } from "../kit/whole-rows.ts";
import { Here } from "../panels/here.ts";
import { asidesOf } from "./aside/acts.ts";
import { ladderLine, limitsLine } from "./aside/ladder-line.ts";
import { t as asideWords } from "./aside/words.ts";
import { gradesOf } from "./reach.ts";
import { ofClosing, ofWithdrawing } from "./consequences.ts";
import { figuresAt, keyFigures } from "./figures.ts";
import { coverageLine, timeLine, timeLook } from "./figures-line.ts";
import { sheet } from "./look.ts";
import { toldLate } from "./told-late.ts";
import { awayWords, incidentWord, stepWord, t, taskWord } from "./words.ts";

/** One incident: what is known, what was done, and the one thing that is to be done next by this seat. Fires `leave`. */
@customElement("console-incident")
export class IncidentElement extends LitElement {
  static override styles = [controls, sheet, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; min-height: 0; gap: 14px; }
    /* Nothing runs yet: whom to send needs the room more than what was done before. */
    :host([ordering]) { grid-template-rows: auto 0 minmax(0, 1fr); gap: 4px; }
    :host([ordering]:not([running])) .facts { visibility: hidden; }
    :host([ordering][running]) { grid-template-rows: auto minmax(184px, 0.3fr) minmax(0, 1fr); gap: 14px; }
    /* What can still be taken back stands above the order that is written next, never on it. */
    :host([ordering]) footer { display: flex; flex-direction: column; gap: 10px; min-height: 0; }
    :host([ordering]) console-dispatch { flex: 1; }
    :host([ordering]) console-withdraw { --decision: 56px; }
    /* It takes the room of the figures, so that the units below it keep theirs and hardly move when it goes. */
    :host([ordering][recalling]) .figures { display: none; }
    @media (max-height: 1200px) { :host([ordering]) .figures { display: none; } }
    header { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; align-items: center; }
    header nav { grid-column: 1 / -1; display: flex; align-items: center; gap: 16px; }
    header nav button { min-height: 52px; white-space: nowrap; }
    h2 { flex: 1; min-width: 0; font-size: calc(var(--u) * 1.9); font-weight: 600; overflow-wrap: anywhere; line-height: 1.25; }
    .standing { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 14px; }
    .standing strong { font-size: calc(var(--u) * 1.4); font-weight: 600; white-space: nowrap; }
    .standing svg.level { width: 2.6em; height: 2.6em; margin-inline-end: -6px; }
    .standing .state { border: 2px solid var(--t1); padding: 0 0.5em; }
    /* What is over is over at a glance: its state alone stays bright. */
    .standing.over :not(.state) { color: var(--t3); --mark-ink: var(--t3); }
    .standing .id { margin-inline-start: auto; color: var(--t3); font-size: var(--u); }
    .wants { color: var(--t1); font-weight: 600; margin-inline-start: 0.8em; }
    .figures { grid-column: 1 / -1; display: flex; flex-wrap: wrap; row-gap: 2px; padding-top: 8px; }
    .figure { flex: 1 1 auto; padding-inline: 14px; border-inline-start: 1px solid var(--hair2); }
    .figure:first-child { padding-inline-start: 0; border: 0; }
    .figure h3 { font-size: var(--u); font-weight: 400; color: var(--t3); white-space: nowrap; }
    .figure button { min-height: 52px; font-weight: inherit; }
    .figure wall-value { font-size: calc(var(--u) * 2.2); font-weight: 500; }
    /* Where the names of the figures need the whole width their time stands below, at the end. */
    .figures .asof { margin-inline-start: auto; }
    ${timeLook}
    .facts { display: flex; flex-direction: column; gap: 12px; min-height: 0; }
    /* Read in whole lines. */
    .facts > p { overflow-wrap: anywhere; line-height: 1.4; max-height: 5.6em; overflow-y: auto; flex: none; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
    .lists { flex: 1; min-height: 0; display: grid; grid-template: minmax(0, 1fr) / 1fr 1fr; gap: 0 28px; }
    .facts section { border-top: 2px solid var(--hair2); padding-top: 10px; min-width: 0; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; min-height: 0; }
    .facts ul { overflow-y: auto; min-height: 0; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
    .facts li { padding: 10px 0; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; }
    /* Beside an order that is written the orders that run stand alone, one a row, each with its act beside it. */
    :host([ordering]) .facts > p { display: none; }
    :host([ordering]) .running .lists { grid-template-columns: 1fr; }
    :host([ordering]) .running .log { display: none; }
    :host([ordering]) .running li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 16px; align-items: center; }
    :host([ordering]) .running .acts { margin: 0; }
    :host([ordering]) .running .acts:has(textarea) { grid-column: 1 / -1; }
    ${wholeRows}
    .clock-of { color: var(--t3); font-size: var(--u); font-weight: 400; }
    .log li { display: grid; grid-template-columns: auto 1fr; gap: 12px; }
    .log time { color: var(--t3); font-variant-numeric: tabular-nums; }
    .tasks .acts { display: grid; gap: 10px; margin-top: 10px; }
    .tasks .state { float: inline-end; color: var(--t2); }
    .tasks .state[data-asks] { background: var(--t1); color: var(--bg); padding: 0 0.4em; }
    .others { flex-wrap: nowrap; }
    .others .decision { flex: 3 1 0; }
    footer { border-top: 1px solid var(--hair2); padding: 12px 4px 4px; }
    .ladder { display: flex; flex-wrap: wrap; gap: 2px 12px; font-size: var(--u); color: var(--t2); }
    .ladder time { color: var(--t1); font-variant-numeric: tabular-nums; }
    .limits-run { display: inline-flex; flex-wrap: wrap; gap: 4px 8px; font-size: var(--u); }
    .limit { border: 1px solid var(--t1); padding: 0 0.4em; font-variant-numeric: tabular-nums; }
    .limit.over { background: var(--t1); color: var(--bg); font-weight: 600; }
    .late { border: 1px solid currentColor; border-radius: 4px; padding: 0 0.3em; }
    .flag { border: 1px solid var(--hair2); padding: 0 0.4em; }
    :host([ordering]) .ladder, :host([ordering]) console-pressing { display: none; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property({ attribute: false }) incident!: Incident & Pick<IncidentRecord, "waits">;
  @property({ attribute: false }) topics: readonly TopicView[] = [];
  /** Indicators of the situation, those that say most first. */
  @property({ attribute: false }) rail: readonly IndicatorView[] = [];
  /** The order is being written: it takes the room that it needs. */
  @property({ type: Boolean, reflect: true }) ordering = false;
  @state() private words = "";
  /** The order whose way back lies open. */
  @state() private withdrawing = "";
  /** What else can be done lies open. */
  @state() private isAside = false;
  @state() private checking = new Map<string, string>();
  /** The orders that were just sent and can still be taken back. */
  @state() private sent: readonly string[] = [];
  private readonly taskRows = new WholeRows(this, ".tasks ul.whole");
  private readonly logRows = new WholeRows(this, ".log ul.whole");
  private readonly act = new Act(this);
  private readonly here = new Here(this);
  private readonly names = new Names(this);
  private readonly tasks = new Select(this, (s) => s.tasks(this.incident.region));
  /** What its own place stands at now. */
  private readonly figures = new Select(this, (s) => {
    const place = this.names.region(this.incident.region);
    return place ? keyFigures(figuresAt(s, this.rail, place, this.session.region)) : [];
  });

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("incident")) return;
    const before = changed.get("incident") as Incident | undefined;
    if (before && (before.id !== this.incident.id || before.state !== this.incident.state)) {
      this.words = "";
    }
    // The first order is what comes next; further ones only when asked for, so that what runs can be read.
    if (before?.id !== this.incident.id || before.state !== this.incident.state) this.ordering = this.incident.state === "graded" && this.session.rights.includes("dispatchOwn");
    if (before && before.id !== this.incident.id) this.sent = [];
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this.toggleAttribute("running", this.ours.length > 0);
    this.toggleAttribute("recalling", this.sent.length > 0);
    const before = changed.get("incident") as Incident | undefined;
    if (!before || before.id === this.incident.id) return;
    this.taskRows.toTop();
    this.logRows.toTop();
  }
  private get ours(): TaskRecord[] {
    return [...this.tasks.value.records.values()].filter((task) => task.incident === this.incident.id).sort((a, b) => need(a) - need(b) || (a.dispatchedAt < b.dispatchedAt ? -1 : 1));
  }
  override render() {
    const { incident } = this;
    const type = this.topics.flatMap((topic) => topic.incidentTypes).find(({ id }) => id === incident.type);
    return html`<header>
        <nav><button @click=${() => this.dispatchEvent(new CustomEvent("leave", { bubbles: true, composed: true }))}>‹ ${t("返回队列")}</button>
          <h2 data-incident=${incident.id} data-state=${incident.state}>${incident.title}</h2>
          ${this.ordering ? this.more() : nothing}
          ${this.ordering && this.ours.length > 0 ? html`<button @click=${() => (this.ordering = false)}>${t("看任务和经过")}</button>` : nothing}</nav>
        <p class=${isIncidentOver(incident.state) ? "standing over" : "standing"}>${incident.grade ? html`${gradeMark(incident.grade)} <strong>${inWords(GRADE_WORDS[incident.grade])}</strong>` : nothing}
          <strong class="state">${incidentWord(incident.state)}</strong>
          ${this.flags()}
          <span class="second">${this.names.withParents(incident.region)} · ${type ? inWords(type.title) : incident.type}</span> <span class="id">${incident.id}</span></p>
        ${this.standing()}
      </header>
      <div class=${this.ours.length > 0 ? "facts running" : "facts"}>
        ${incident.description ? html`<p tabindex="0">${incident.description}</p>` : nothing}
        <div class="lists"><section class="tasks" aria-label=${t("任务")}><h3>${t("任务")}${this.ours.length > 0 ? this.clockOf(t("时限、收发为现实时间")) : nothing}</h3><ul class="whole" tabindex="0" aria-label=${t("任务")}>
          ${this.ours.length === 0 ? html`<li class="quiet">${t("尚无任务")}</li>` : this.ours.map((task) => this.task(task))}</ul><p class="below">${this.taskRows.below > 0 ? t("↓ 其后还有 {n} 件", { n: this.taskRows.below }) : nothing}</p></section>
        <section class="log" aria-label=${t("经过")}><h3>${t("经过")}${this.clockOf(t("收发为现实时间"))}</h3><ul class="whole" tabindex="0" aria-label=${t("经过")}>
          ${[...incident.log].reverse().map((step) => html`<li><time>${timeText(step.at)}</time><span>${stepWord(step)}${toldLate(step)}${step.text ? after("", step.text) : nothing}${awayWords(step) ? html` <strong data-away=${step.awayKm}>${awayWords(step)}</strong>` : nothing}<br /><span class="quiet">${this.names.post(step.actor)}</span></span></li>`)}</ul><p class="below">${this.logRows.below > 0 ? t("↓ 其后还有 {n} 条", { n: this.logRows.below }) : nothing}</p></section></div>
      </div>
      <footer class="stack">
        ${this.waits()}
        ${this.sent.length > 0 ? html`<console-withdraw .tasks=${this.sent} @passed=${() => (this.sent = [])}></console-withdraw>` : nothing}
        ${this.next()}
        ${this.ordering ? nothing : this.others()}
        <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure ? `${this.act.failure} ${t("内容还在，请重试")}` : ""}</p>
      </footer>
      ${this.isAside && this.asides.length > 0 ? html`<console-asides .incident=${incident} .tasks=${this.ours} .topics=${this.topics} @close=${() => (this.isAside = false)}></console-asides>` : nothing}`;
  }
  private more() {
    return this.asides.length > 0 ? html`<button data-opens="asides" aria-haspopup="dialog" @click=${() => (this.isAside = true)}>${asideWords("更多处置")}</button>` : nothing;
  }
  /** An order that was taken back leaves an incident that asks to be closed, or for another order. */
  private others() {
    const mayDispatch = legalOnIncident(this.incident.state).includes("task.dispatch") && this.session.rights.includes("dispatchOwn");
    return html`<div class="row others">${mayDispatch ? html`<button class="decision" data-opens="task.dispatch" @click=${() => (this.ordering = true)}>${t("再下发任务")}</button>` : nothing}${this.more()}</div>`;
  }
  private get asides() {
    return asidesOf(this.incident, this.session, this.link.serverNow());
  }
  /** What stands about it beside its state: its limits, how high it went, until when it rests, by when it is to be evaluated. */
  private flags() {
    const { escalated, escalatedTo, suspended, state, evaluateBy, evaluation } = this.incident;
    const above = escalatedTo?.startsWith(this.session.region) ? asideWords("已提级至 {place}", { place: this.names.of(escalatedTo) }) : asideWords("已提级");
    const day = (text: string): string => `${dayText(parseTime(text) ?? 0, language())} ${timeText(text)}`;
    return html`${limitsLine(this.incident)}${escalated ? html`<span class="flag" data-escalated>${above}</span>` : nothing}
      ${state === "suspended" && suspended ? html`<span class="flag" data-suspended>${asideWords(this.here.isOneTime ? "挂起至 {at}" : "挂起至现实时间 {at}", { at: day(suspended.until) })}</span>` : nothing}
      ${evaluation ? html`<span class="flag">${asideWords("评估 {n} 分", { n: evaluation.score })}</span>` : state === "closed" && evaluateBy ? html`<span class="flag">${asideWords("{at} 前须评估", { at: day(evaluateBy) })}</span>` : nothing}`;
  }
  /** What was asked about it and waits for a second person. */
  private waits() {
    const { waits } = this.incident;
    return waits ? html`<console-decide .command=${waits.command} .by=${waits.by} .expiresAt=${waits.expiresAt} .what=${asideWords("{who} 申请误报撤销：{why}", { who: this.names.post(waits.by), why: waits.reason })}></console-decide>` : nothing;
  }

  /** Its place in numbers, each to be taken apart; nothing where nothing was ever reported. Fires `apart`. */
  private standing() {
    const figures = this.figures.value;
    if (figures.length === 0) return nothing;
    const { region } = this.incident;
    const apart = (indicator: string) => this.dispatchEvent(new CustomEvent("apart", { detail: { indicator, place: region }, bubbles: true, composed: true }));
    const now = this.link.simNow(this.situation);
    return html`<div class="figures" role="group" aria-label=${this.names.of(region)}>${figures.map(({ measured, cell }) => html`<div class="figure"><h3>${inWords(measured.title)}${coverageLine({ measured, cell })}</h3>
        <button class="plain" aria-haspopup="dialog" @click=${() => apart(measured.id)}><wall-value .measured=${measured} .cell=${cell} .of=${region} .now=${now}></wall-value><span class="unseen"> ${inWords(measured.title)} ${t("一指拆数")}</span></button></div>`)}
      ${timeLine(figures, now, this.link.state === "live")}</div>`;
  }
  /** Once over times that are people's, where the page's large clock is not. */
  private clockOf(words: string) {
    return this.here.isOneTime ? nothing : html` <span class="clock-of">${words}</span>`;
  }
  private task(task: TaskRecord) {
    const { rights } = this.session;
    const asks = task.state === "finished" && rights.includes("check");
    const last = task.log.at(-1);
    const away = task.log.find((step) => step.awayKm !== undefined);
    return html`<li data-task=${task.id} data-state=${task.state}>
      <div><span class="state" data-asks=${asks ? "" : nothing}>${taskWord(task.state)}</span>
      <strong>${this.names.unit(task.unit, task.unitName)}</strong><br />${task.text}
      <br /><span class="quiet">${t("时限")} ${timeText(task.deadline)}${last && last.kind !== "task.dispatch" ? html` · ${timeText(last.at)} ${stepWord(last)}${toldLate(last)} ${last.text}` : nothing}${task.difficulty ? html` · ${after(t("有困难"), task.difficulty)}` : nothing}</span>
      ${away ? html`<p role="note" data-away=${away.awayKm}><strong>${stepWord(away)} · ${awayWords(away)}</strong></p>` : nothing}
      ${ladderLine(task)}</div>
      ${asks ? this.check(task) : this.pressing(task)}
    </li>`;
  }
  /** Reminders, and behind one touch the way back; beside an order that is written that stands open. */
  private pressing(task: TaskRecord) {
    const mayWithdraw = legalOnTask(task.state).includes("task.withdraw") && this.session.rights.includes("withdraw") && !this.sent.includes(task.id);
    const isOpen = mayWithdraw && (this.ordering || this.withdrawing === task.id);
    return html`${isTaskDone(task.state) && !mayWithdraw ? nothing : html`<console-pressing class="acts" .task=${task} .unit=${this.names.unit(task.unit, task.unitName)}>
        ${mayWithdraw ? html`<button slot="more" data-opens="task.withdraw" aria-expanded=${String(isOpen)} @click=${() => (this.withdrawing = isOpen ? "" : task.id)}>${t("撤回任务")}</button>` : nothing}</console-pressing>`}
      ${isOpen ? html`<wall-consequence class="acts" .of=${ofWithdrawing(task, this.names.unit(task.unit, task.unitName))}><wall-hold data-command="task.withdraw" .words=${t("撤回任务")} ?disabled=${this.act.busy !== null} @hold=${(e: Event) => void this.withdraw(task, e.currentTarget as HoldElement)}></wall-hold></wall-consequence>` : nothing}`;
  }
  private async withdraw({ id }: TaskRecord, hold: HoldElement): Promise<void> {
    await this.act.do("task.withdraw", { task: id, reason: t("撤回任务") });
    hold.arm();
  }
  private check(task: TaskRecord) {
    const words = this.checking.get(task.id) ?? "";
    // Whoever is sent back to work must read why.
    const said = words.trim();
    const send = (passed: boolean) => void this.act.do("task.check", { task: task.id, passed, text: said || t("通过") });
    return html`<div class="acts"><label>${t("核查说明（不通过须写明原因）")}<textarea name="check" maxlength="2000" .value=${words}
        @input=${(e: Event) => (this.checking = new Map(this.checking).set(task.id, (e.target as HTMLTextAreaElement).value))}></textarea></label>
      <div class="row"><button data-command="task.check" data-passed="false" ?disabled=${this.act.busy !== null || !said} @click=${() => send(false)}>${t("不通过")}</button>
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
      return html`${this.say(t("核实说明"), t("先写说明，才能核实"))}<button class="primary decision" data-command="incident.verify" ?disabled=${busy || !words}
        @click=${() => void this.act.do("incident.verify", { incident: incident.id, note: words })}>${t("核实")}</button>`;
    if (legal.includes("incident.grade") && gradesOf(rights).length > 0) return html`<console-grading .incident=${incident} .topics=${this.topics}></console-grading>`;
    const mayDispatch = legal.includes("task.dispatch") && rights.includes("dispatchOwn");
    if (mayDispatch && this.ordering)
      return html`<console-dispatch .incident=${incident} .topics=${this.topics} @dispatched=${(e: CustomEvent<readonly string[]>) => this.dispatched(e.detail)}></console-dispatch>`;
    if (legal.includes("incident.close") && rights.includes("close"))
      return html`${this.say(t("结论"), t("先写结论，才能关闭"))}<wall-consequence wide .of=${ofClosing(this.ours)}></wall-consequence><button class="primary decision" data-command="incident.close" ?disabled=${busy || !words}
        @click=${() => void this.act.do("incident.close", { incident: incident.id, text: words })}>${t("关闭事件")}</button>`;
    if (mayDispatch) return nothing;
    return legal.length > 0 && this.asides.length === 0 ? html`<p class="quiet">${t("无权处置，仅可查看")}</p>` : nothing;
  }
  private dispatched(tasks: readonly string[]): void {
    this.sent = tasks;
    this.ordering = false;
  }
  /** @param wanted why the act below cannot be done yet; said until it can */
  private say(label: string, wanted: string, isWanted = false) {
    return html`<label><span>${label}${isWanted || !this.words.trim() ? html`<span class="wants">${wanted}</span>` : nothing}</span><textarea name="words" maxlength="2000" .value=${this.words} @input=${(e: Event) => (this.words = (e.target as HTMLTextAreaElement).value)}></textarea></label>`;
  }
}
/** What waits for its check first, then what runs; what is over last. */
const need = ({ state }: TaskRecord): number => (state === "finished" ? 0 : isTaskDone(state) ? 2 : 1);
const timeText = (text: string): string => {
  const at = parseTime(text);
  return at === null ? text : clockText(at);
};
