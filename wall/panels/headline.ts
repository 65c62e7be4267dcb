import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AlertRecord, TaskRecord } from "../../model/records.ts";
import { clockText, parseTime } from "../../model/time.ts";
import type { Words } from "../../model/words.ts";
import { Canvas } from "../kit/canvas.ts";
import { Ended } from "../kit/ended.ts";
import { dictionary, inWords, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import type { CardElement } from "../kit/card.ts";
import { marks, sentence, spec, type Clause, type HeadlineData } from "../marks/headline.ts";
import { alertGroups } from "./alert-groups.ts";
import { inOrder } from "./alert-order.ts";
import { AWAITED, calmHeadline, epidemicFacts, epidemicHeadline, stormFacts, stormHeadline } from "./headline-words.ts";
import { figureOf } from "./figures.ts";
import { Here } from "./here.ts";
import { countStages } from "../../model/incident-stages.ts";
import { byUrgency, isAwaited } from "./order-steps.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames, shortName } from "./place-names.ts";
import { StormSource } from "./storm-source.ts";
import { panelStyle } from "./style.ts";
import { arrivals, nearest } from "./storm-view.ts";

export interface HeadlineConfig {
  readonly region?: string;
  /** The indicators that this wall shows in peace: how many of them have a number is said. */
  readonly topics?: readonly string[];
  readonly align?: "start" | "middle";
  /** Numbers of the region that the sentence begins with, the one that decides first. */
  readonly facts?: readonly { readonly indicator: string; readonly title: Words }[];
}

const t = dictionary({ "画面停在 {at}": "the picture stands at {at}" });
type Status = CardElement["status"];
type Second = NonNullable<HeadlineData["second"]>;

/** Of several lists: not there, or not yet there, as soon as one is. */
const worstStatus = (...all: readonly Status[]): Status => (all.includes("refused") ? "refused" : all.includes("loading") ? "loading" : "ready");

/** The one sentence of the wall (VISUAL §1, §9): what decides next, and what is most urgent. */
@customElement("wall-headline")
export class HeadlinePanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: HeadlineConfig = {};
  private readonly storm = new StormSource(this, 5_000);
  private readonly here = new Here(this, 5_000);
  private readonly ended = new Ended(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly view = new Select(this, (s) => {
    const region = this.config.region ?? "44";
    const hazard = s.hazard();
    const storm = hazard?.kind === "storm";
    const county = (indicator: string) => (storm ? s.cells(indicator, region, "county").cells.values() : []);
    const isAwaited = ({ status }: { readonly status: Status }): boolean => status === "loading";
    const watched = (this.config.topics ?? []).map((id) => s.cells(id, region, "province"));
    return {
      alerts: inOrder(s.alerts(region).records.values()),
      tasks: byUrgency(s.tasks(region).records.values()),
      incidents: countStages(s.incidents(region).records.values()),
      r7: arrivals(county("met.storm.arrival.r7")),
      r10: arrivals(county("met.storm.arrival.r10")),
      near: nearest(county("met.storm.distance")),
      watched: { of: watched.length, reporting: watched.filter(({ cells }) => cells.get(region)?.value != null).length, awaited: watched.filter(isAwaited).length },
      windAwaited: storm && ["met.storm.arrival.r7", "met.storm.arrival.r10"].some((id) => isAwaited(s.cells(id, region, "county"))),
      alertsCame: s.alerts(region).status,
      workCame: worstStatus(s.incidents(region).status, s.tasks(region).status),
      facts: (this.config.facts ?? []).map(({ indicator, title }) => ({ indicator, title, cell: s.cells(indicator, region, "province").cells.get(region) })),
      epidemic: hazard?.kind === "epidemic" ? hazard : undefined,
      hazardAwaited: isAwaited(s.hazards()),
    };
  });

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size));
  }
  override updated(): void {
    this.role = "status";
    this.ariaLabel = sentence(this.data());
  }
  private data(): HeadlineData {
    const { record } = this.storm;
    const { alerts, alertsCame, watched, windAwaited, hazardAwaited } = this.view.value;
    const nameOf = this.names.of.bind(this.names);
    const align = this.config.align ?? "start";
    if (this.ended.has) return { align, clauses: [[{ text: this.ended.what }]], second: [{ text: this.ended.advice }] };
    const old = this.here.standsSince;
    const stands = old === null ? {} : { stands: t("画面停在 {at}", { at: clockText(old) }) };
    if (record) return { align, ...stands, clauses: stormHeadline(record, this.view.value, this.here.simNow, nameOf, windAwaited), second: [...stormFacts(record, this.near(), nameOf).map((fact) => ({ text: `${fact}　`, givesWay: true })), ...this.urgent()] };
    if (hazardAwaited || alertsCame !== "ready") return { align, ...stands, clauses: [[{ text: alertsCame === "refused" ? "告警未取到" : AWAITED }]] };
    const clauses = calmHeadline({ alerts: alerts.length, unacknowledged: this.unacknowledged().length }, watched);
    const { epidemic } = this.view.value;
    if (epidemic) return { align, ...stands, clauses: [...epidemicHeadline(epidemic, this.facts()), ...(alerts.length > 0 ? clauses : [])], second: [...epidemicFacts(epidemic).map((text) => ({ text })), ...this.work()] };
    return { align, ...stands, clauses, second: this.work() };
  }
  /** 新增确诊 18 例; a number that is not known is not spoken of here. */
  private facts(): Clause {
    return this.view.value.facts.flatMap(({ indicator, title, cell }) => {
      const { text, unit = "", prefix = "", isNumber, truth } = figureOf(cell, this.words.indicator(indicator), this.here);
      return isNumber ? [{ text: inWords(title) }, { text: `${prefix}${text}\u2009${unit}`, follows: true, ...(truth && { truth }) }] : [];
    });
  }
  private near() {
    const { near } = this.view.value;
    return near && near.value !== null ? { place: near.place, km: near.value } : null;
  }
  private unacknowledged = (): readonly AlertRecord[] => this.view.value.alerts.filter((a) => a.state === "unacknowledged");
  private overdue = (): readonly TaskRecord[] => this.view.value.tasks.filter((task) => isAwaited(task) && (parseTime(task.deadline) ?? Infinity) < this.here.peopleNow);

  /** At most three, each naming a place and what it lacks. */
  private urgent(): Second {
    const { alertsCame, workCame } = this.view.value;
    const missing = worstStatus(alertsCame, workCame);
    if (missing !== "ready") return [{ text: `告警与指令${missing === "loading" ? AWAITED : "未取到"}` }];
    const overdue = new Map<string, number>();
    for (const { unitName } of this.overdue()) overdue.set(unitName, (overdue.get(unitName) ?? 0) + 1);
    const late = [...overdue].slice(0, 2).map(([unit, n]) => `${unit}${n > 1 ? ` ${n} 条` : ""}指令超时`);
    const open = this.unacknowledged();
    const found = alertGroups(open).flatMap(({ says, cities }) => cities.map((city) => ({ says, ...city }))).slice(0, Math.max(0, 2 - late.length));
    const alerts = found.map(({ says, name, alerts: own }) => {
      const city = shortName(name);
      const where = own.length > 1 ? `${city} ${own.length} 处` : [...new Set([city, shortName(own[0]!.placeName)])].join("");
      return `${where}${says.replace(/^达到/, "达").replace("预警标准", "标准")}`;
    });
    const named = found.reduce((sum, city) => sum + city.alerts.length, 0);
    const items = [...late, ...alerts, ...(open.length > named ? [`共 ${open.length} 项未确认`] : [])].slice(0, 3);
    return items.length === 0 ? [{ text: "无未确认告警" }] : [{ text: "最要紧：" }, { text: items.join(" · "), strong: true }];
  }
  private work(): Second {
    const { incidents, tasks, workCame } = this.view.value;
    if (workCame !== "ready") return [{ text: `事件与指令${workCame === "loading" ? AWAITED : "未取到"}` }];
    const open = incidents.reported + incidents.verified + incidents.graded + incidents.handling + incidents.checking;
    const late = this.overdue().length;
    return [{ text: `在办事件 ${open} 起　未办结指令 ${tasks.filter(isAwaited).length} 条` }, ...(late > 0 ? [{ text: `　超时 ${late} 条`, strong: true }] : [])];
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-headline": HeadlinePanel;
  }
}
definePanel<HeadlineConfig>({ ...spec, tag: "wall-headline", title: { zh: "一句话", en: "Headline" }, example: { topics: ["met.rain.24h", "water.river.level"] } });
