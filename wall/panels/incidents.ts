import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { IncidentRecord } from "../../model/records.ts";
import type { Task } from "../../model/task.ts";
import { isTaskDone } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { gradeMark } from "../kit/grade-mark.ts";
import { dictionary, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import "../kit/card.ts";
import { counted } from "./counted.ts";
import { countStages, inWork, STAGES, stageOf, type Stage } from "./incident-stages.ts";
import { Here } from "./here.ts";
import { shortName } from "./place-names.ts";
import { Room } from "./room.ts";
import { panelStyle } from "./style.ts";

export interface IncidentsConfig {
  readonly region?: string;
}
const t = dictionary({
  事件: "Incidents", "在办 {n} 起": "{n} open", "在办 {n} 起 · 现实时间": "{n} open · real time", "尚无事件（{at} 核）": "no incident (checked {at})", 接报: "reported", 核实: "verified", 定级: "graded", 处置: "handling",
  核查: "checking", 办结: "closed", "另 {n} 起": "{n} more", "指令 {a}/{b}": "orders {a}/{b}", 未派: "no order",
});
const WORD: Readonly<Record<Stage, Parameters<typeof t>[0]>> = { reported: "接报", verified: "核实", graded: "定级", handling: "处置", checking: "核查", closed: "办结" };

/** What people are handling: how many stand at each stage, and the gravest first. */
@customElement("wall-incidents")
export class IncidentsPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      .stages { display: grid; grid-template-columns: repeat(6, 1fr); height: calc(var(--u) * 3.2); margin-bottom: calc(var(--u) * 0.1); }
      .stages div { display: flex; flex-direction: column; justify-content: center; border-inline-start: max(1px, calc(var(--u) / 24)) solid var(--hair); padding-inline-start: calc(var(--u) * 0.6); }
      .stages div:first-child { border: 0; padding: 0; }
      .stages b { font-size: calc(var(--u) * 2); font-weight: 500; line-height: 1.1; font-family: var(--face-num); }
      .stages .none b { color: var(--t3); }
      .row { grid-template-columns: calc(var(--u) * 1.5) 2.5em minmax(0, 4.6em) minmax(0, 1fr) 2.1em 4.2em; height: calc(var(--u) * 2.05); column-gap: calc(var(--u) * 0.7); }
      .row.done { color: var(--t3); }
    `,
  ];
  @property({ attribute: false }) config: IncidentsConfig = {};

  private readonly view = new Select(this, (s) => ({ incidents: s.incidents(this.config.region ?? "44"), tasks: s.tasks(this.config.region ?? "44") }));
  private readonly here = new Here(this, 10_000);
  private readonly room = new Room(this);

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { incidents, tasks } = this.view.value;
    const counts = countStages(incidents.records.values());
    const all = inWork(incidents.records.values());
    const shown = all.length > this.room.rows(2.05, 5.9) ? all.slice(0, this.room.rows(2.05, 7.2)) : all;
    const open = all.filter((i) => stageOf(i.state) !== "closed").length;
    return html`<wall-card heading=${t("事件")} note=${incidents.status === "ready" ? t(this.here.isOneTime ? "在办 {n} 起" : "在办 {n} 起 · 现实时间", { n: open }) : ""} status=${incidents.status} code=${incidents.code}
        .observedAt=${incidents.status === "ready" ? incidents.simAt : undefined} state=${this.here.linked ? "fresh" : "stale"}>
      <div class="stages">${STAGES.map((stage) => html`<div class=${counts[stage] === 0 ? "none" : ""}><span class="caption">${t(WORD[stage])}</span><b>${counted({ id: `incidents.stage.${stage}`, title: { zh: WORD[stage], en: stage }, place: this.config.region ?? "44", value: counts[stage], observedAt: incidents.simAt || null, tick: incidents.tick, have: incidents.status === "ready" ? 1 : 0 })}</b></div>`)}</div>
      ${all.length === 0 ? html`<p class="third">${t("尚无事件（{at} 核）", { at: incidents.at ? clockText(incidents.at) : "··" })}</p>` : nothing}
      <ul class="rows">${repeat(shown, (i) => i.id, (i) => this.row(i, tasks.records))}</ul>
      ${all.length > shown.length ? html`<div class="more">${t("另 {n} 起", { n: all.length - shown.length })}</div>` : nothing}
    </wall-card>`;
  }
  private row(incident: IncidentRecord, tasks: ReadonlyMap<string, Task>) {
    const stage = stageOf(incident.state)!;
    const done = incident.tasks.filter((id) => isTaskDone(tasks.get(id)?.state ?? "dispatched")).length;
    return html`<li class="row ${stage === "closed" ? "done" : ""}" data-incident=${incident.id} data-state=${incident.state}>
      ${incident.grade ? gradeMark(incident.grade) : html`<span></span>`}
      <span class="third num">${clockText(parseTime(incident.reportedAt) ?? 0)}</span>
      <span>${placeOf(incident)}</span>
      <span class="strong">${incident.title}</span>
      <span class="second">${t(WORD[stage])}</span>
      <span class="second end">${incident.tasks.length === 0 ? t("未派") : t("指令 {a}/{b}", { a: done, b: incident.tasks.length })}</span>
    </li>`;
  }
}
/** 湛江 徐闻: city and own name, each once. */
const placeOf = ({ areaName, regionName }: IncidentRecord): string => [...new Set([areaName.split(" ")[0] ?? "", regionName].map(shortName))].filter(Boolean).join(" ");
declare global {
  interface HTMLElementTagNameMap {
    "wall-incidents": IncidentsPanel;
  }
}
definePanel<IncidentsConfig>({ kind: "incidents", tag: "wall-incidents", title: { zh: "事件", en: "Incidents" }, minU: [36, 10], example: { region: "44" } });
