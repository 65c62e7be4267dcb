import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ConsequenceKind } from "../../../model/consequence.ts";
import type { Incident } from "../../../model/incident.ts";
import type { Site } from "../../../model/sample.ts";
import { Act } from "../../kit/act.ts";
import { readsContext } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import { inWords, Speaks } from "../../kit/language.ts";
import { Listening } from "../../kit/listening.ts";
import type { Reads, TopicView } from "../../kit/reads.ts";
import { sheet } from "../look.ts";
import { isCount, KINDS, kindWord, knownFrom } from "./known.ts";
import { pointIn, pointText, updateOf, type Told } from "./updated.ts";
import { t } from "./words.ts";

/** What is known of an incident by now: title, words, type, point, consequences. It is told with a tap, for it can be told otherwise. Fires `done`. */
@customElement("console-updating")
export class UpdatingElement extends LitElement {
  static override styles = [controls, sheet, css`
    :host { display: grid; gap: 13px; }
    .known { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 8px 12px; }
    .known input { width: 100%; min-height: 56px; }
    .two { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
    select, .two input { width: 100%; }
  `];
  @consume({ context: readsContext }) private reads!: Reads;
  @property({ attribute: false }) incident!: Incident;
  @property({ attribute: false }) topics: readonly TopicView[] = [];
  @state() private told: Omit<Told, "consequence"> = { title: "", description: "", type: "", point: "" };
  @state() private written: Readonly<Partial<Record<ConsequenceKind, string>>> = {};
  @state() private sites: readonly Site[] = [];
  private of = "";
  private readonly act = new Act(this);

  constructor() {
    super();
    new Speaks(this);
    new Listening(this, () => {
      void this.reads?.sites().then((sites) => (this.sites = sites), () => {});
      return () => {};
    });
  }
  protected override willUpdate(): void {
    // What somebody is writing is not overwritten by a frame.
    if (this.of === this.incident.id) return;
    this.of = this.incident.id;
    const { title, description = "", type, point, consequence = {} } = this.incident;
    this.told = { title, description, type, point: pointText(point) };
    this.written = Object.fromEntries(Object.entries(consequence).map(([kind, n]) => [kind, String(n)]));
  }
  private say(field: keyof typeof this.told) {
    return (e: Event) => (this.told = { ...this.told, [field]: (e.target as HTMLInputElement).value });
  }
  private async send(): Promise<void> {
    const data = updateOf(this.incident, { ...this.told, consequence: knownFrom(this.written) });
    if (data && (await this.act.do("incident.update", data))) this.dispatchEvent(new CustomEvent("done"));
  }
  override render() {
    const { told, act } = this;
    const isPoint = told.point.trim() === "" || pointIn(told.point) !== null;
    const change = updateOf(this.incident, { ...told, consequence: knownFrom(this.written) });
    const near = this.sites.filter(({ region, point }) => point !== undefined && region.startsWith(this.incident.region));
    return html`<label>${t("标题")}<input name="title" maxlength="200" autocomplete="off" .value=${told.title} @input=${this.say("title")} /></label>
      <label>${t("情况")}<textarea name="description" maxlength="2000" .value=${told.description} @input=${this.say("description")}></textarea></label>
      <label>${t("事件类型")}<select name="type" @change=${this.say("type")}>${this.topics.filter(({ incidentTypes }) => incidentTypes.length > 0).map((topic) => html`<optgroup label=${inWords(topic.title)}>${topic.incidentTypes.map((type) => html`<option value=${type.id} ?selected=${type.id === told.type}>${inWords(type.title)}</option>`)}</optgroup>`)}</select></label>
      <div class="two"><label>${t("位置（经度,纬度）")}<input name="point" autocomplete="off" inputmode="decimal" .value=${told.point} @input=${this.say("point")} /></label>
        ${near.length > 0 ? html`<label>${t("取设施位置")}<select name="site" @change=${(e: Event) => this.at((e.target as HTMLSelectElement).value)}><option value="">${t("不改")}</option>${near.map((site) => html`<option value=${site.id}>${inWords({ zh: site.name, en: site.nameEn ?? "" })}</option>`)}</select></label>` : nothing}</div>
      <div class="known" role="group" aria-label=${t("后果（只填已核实的；空着就是不知道）")}>${KINDS.map((kind) => html`<label>${kindWord(kind)}<input name=${kind} type="number" inputmode="decimal" min="0" step=${isCount(kind) ? "1" : "any"} autocomplete="off" .value=${this.written[kind] ?? ""} @input=${(e: Event) => (this.written = { ...this.written, [kind]: (e.target as HTMLInputElement).value })} /></label>`)}</div>
      <p class="second" role="status">${!isPoint ? t("位置写成 110.09,20.91") : change ? "" : t("没有改动")}</p>
      <p role="alert" class=${act.failure ? "wrong" : "unseen"}>${act.failure ? `${act.failure} ${t("内容还在，请重试")}` : ""}</p>
      <button class="primary decision" data-command="incident.update" ?disabled=${!change || !isPoint || act.busy !== null} @click=${() => void this.send()}>${act.busy ? t("正在发出") : t("更新情况")}</button>`;
  }
  private at(id: string): void {
    const site = this.sites.find((each) => each.id === id);
    if (site?.point) this.told = { ...this.told, point: pointText(site.point) };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-updating": UpdatingElement;
  }
}
