import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AlertRecord } from "../../model/records.ts";
import { Act } from "../kit/act.ts";
import { readsContext } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { textIn } from "../kit/form.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import type { IndicatorView, Reads, TopicView } from "../kit/reads.ts";
import { sheet } from "./look.ts";
import { likelyType } from "./likely-type.ts";
import { t } from "./words.ts";

/** A new incident, from an alert or by word of mouth, in the region that is looked at. Fires `reported` with its id, `leave`. */
@customElement("console-report")
export class ReportElement extends LitElement {
  static override styles = [controls, sheet, css`
    :host { display: block; overflow-y: auto; min-height: 0; padding-inline-end: 4px; }
    h2 { font-size: calc(var(--u) * 1.9); font-weight: 600; margin-bottom: 16px; }
  `];
  @consume({ context: readsContext }) private reads!: Reads;
  @property() region = "";
  @property({ attribute: false }) alert: AlertRecord | null = null;
  @property({ attribute: false }) topics: readonly TopicView[] = [];
  @property({ attribute: false }) indicators: ReadonlyMap<string, IndicatorView> = new Map();
  private readonly act = new Act(this);
  private readonly names = new Names(this);

  constructor() {
    super();
    new Speaks(this);
  }
  private get place(): string {
    return this.alert ? this.names.regionOf(this.alert.place) : this.region;
  }
  private async submit(e: SubmitEvent): Promise<void> {
    e.preventDefault();
    const form = new FormData(e.currentTarget as HTMLFormElement);
    const description = textIn(form, "description");
    // An alert of a site belongs to the site's region, which may still be on its way.
    if (this.alert && !/^\d+$/.test(this.place)) await this.reads.sites();
    const answer = await this.act.do("incident.report", {
      type: textIn(form, "type"), region: this.place, title: textIn(form, "title"), ...(description && { description }), ...(this.alert && { alert: this.alert.id }),
    });
    if (answer) this.fire("reported", answer.result.incident);
  }
  private fire(kind: "reported" | "leave", detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }
  override render() {
    const { alert } = this;
    const indicator = alert ? this.indicators.get(alert.indicator) : undefined;
    const title = alert ? `${this.names.of(alert.place)} ${indicator ? inWords(indicator.title) : alert.indicator}` : "";
    // The alert's own topic first: its types are the likely ones.
    const likely = alert && likelyType(alert, this.topics);
    const topics = this.topics.filter((topic) => topic.incidentTypes.length > 0).sort((a, b) => Number(b.id === alert?.topic) - Number(a.id === alert?.topic));
    return html`<h2>${alert ? t("转为事件") : t("新事件")}</h2>
      <form class="stack" @submit=${(e: SubmitEvent) => void this.submit(e)}>
        <p class="second">${t("所在：{place}", { place: this.names.withParents(this.place) })}</p>
        <label>${t("事件类型")}<select name="type" required>
          ${alert ? nothing : html`<option value="">${t("请选择")}</option>`}
          ${topics.map((topic) => html`<optgroup label=${inWords(topic.title)}>${topic.incidentTypes.map((type) => html`<option value=${type.id} ?selected=${type.id === likely}>${inWords(type.title)}</option>`)}</optgroup>`)}
        </select></label>
        <label>${t("标题")}<input name="title" required maxlength="200" autocomplete="off" .value=${title} /></label>
        <label>${t("情况")}<textarea name="description" maxlength="2000"></textarea></label>
        <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure ? `${this.act.failure} ${t("内容还在，请重试")}` : ""}</p>
        <div class="row"><button type="button" @click=${() => this.fire("leave")}>${t("取消")}</button>
          <button class="primary decision" data-command="incident.report" ?disabled=${this.act.busy !== null}>${this.act.busy ? t("正在发出") : t("上报事件")}</button></div>
      </form>`;
  }
}
