import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { IncidentRecord } from "../../model/records.ts";
import type { Task } from "../../model/task.ts";
import { isTaskDone } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { Canvas } from "../kit/canvas.ts";
import { dictionary, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import "../kit/card.ts";
import { marks, sentence, spec, type IncidentRow, type IncidentsData } from "../marks/incidents.ts";
import { countOf } from "./figures.ts";
import { countStages, inWork, STAGES, stageOf, type Stage } from "../../model/incident-stages.ts";
import { Here } from "./here.ts";
import { shortName } from "./place-names.ts";
import { panelStyle } from "./style.ts";

export interface IncidentsConfig {
  readonly region?: string;
}
const t = dictionary({
  事件: "Incidents", "在办 {n} 起": "{n} open", "在办 {n} 起 · 接报为现实时间": "{n} open · reported in real time", "尚无事件（{at} 核）": "no incident (checked {at})", 接报: "reported", 核实: "verified", 定级: "graded", 处置: "handling",
  核查: "checking", 办结: "closed", "另 {n} 起": "{n} more", "指令 {a}/{b}": "orders {a}/{b}", 未派: "no order",
});
const WORD: Readonly<Record<Stage, Parameters<typeof t>[0]>> = { reported: "接报", verified: "核实", graded: "定级", handling: "处置", checking: "核查", closed: "办结" };

/** What people are handling: how many stand at each stage, and the gravest first. */
@customElement("wall-incidents")
export class IncidentsPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: IncidentsConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly view = new Select(this, (s) => ({ incidents: s.incidents(this.config.region ?? "44"), tasks: s.tasks(this.config.region ?? "44") }));
  private readonly here = new Here(this, 10_000);

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size), { within: () => this.plot });
  }
  override render() {
    const { incidents } = this.view.value;
    const data = this.data();
    const open = data.rows.filter((row) => !row.isOver).length;
    return html`<wall-card heading=${t("事件")} note=${incidents.status === "ready" ? t(this.here.isOneTime || data.rows.length === 0 ? "在办 {n} 起" : "在办 {n} 起 · 接报为现实时间", { n: open }) : ""} status=${incidents.status} code=${incidents.code}
        .observedAt=${incidents.status === "ready" ? this.here.checkedAt(incidents) : undefined} state=${this.here.linked ? "fresh" : "stale"}>
      <div class="plot" role="img" aria-label=${sentence(data)}></div>
    </wall-card>`;
  }
  private data(): IncidentsData {
    const { incidents, tasks } = this.view.value;
    const counts = countStages(incidents.records.values());
    const place = this.config.region ?? "44";
    return {
      stages: STAGES.map((stage) => ({
        id: stage, word: t(WORD[stage]), count: counts[stage],
        figure: countOf({ id: `incidents.stage.${stage}`, place, value: counts[stage], observedAt: incidents.simAt || null, tick: incidents.tick, have: incidents.status === "ready" ? 1 : 0 }, this.here),
      })),
      rows: inWork(incidents.records.values()).map((incident) => rowOf(incident, tasks.status === "ready" ? tasks.records : undefined)),
      none: t("尚无事件（{at} 核）", { at: incidents.status === "ready" ? clockText(this.here.checkedAt(incidents)) : "··" }), more: (n) => t("另 {n} 起", { n }),
    };
  }
}
/** @param tasks the orders, as soon as they have come */
function rowOf(incident: IncidentRecord, tasks: ReadonlyMap<string, Task> | undefined): IncidentRow {
  const { id, state, grade, title } = incident;
  const stage = stageOf(state)!;
  const done = tasks ? incident.tasks.filter((task) => isTaskDone(tasks.get(task)?.state ?? "dispatched")).length : "··";
  return {
    id, state, title, ...(grade && { grade }), isOver: stage === "closed", stage: t(WORD[stage]),
    at: clockText(parseTime(incident.reportedAt) ?? 0), place: placeOf(incident),
    orders: incident.tasks.length === 0 ? t("未派") : t("指令 {a}/{b}", { a: done, b: incident.tasks.length }),
  };
}
/** 湛江 徐闻: city and own name, each once. */
const placeOf = ({ areaName, regionName }: IncidentRecord): string => [...new Set([areaName.split(" ")[0] ?? "", regionName].map(shortName))].filter(Boolean).join(" ");
declare global {
  interface HTMLElementTagNameMap {
    "wall-incidents": IncidentsPanel;
  }
}
definePanel<IncidentsConfig>({ ...spec, tag: "wall-incidents", title: { zh: "事件", en: "Incidents" }, example: { region: "44" } });
