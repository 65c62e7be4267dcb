import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Act } from "../kit/act.ts";
import { readsContext, sessionContext } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { textIn } from "../kit/form.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { sendPicture, whereAmI } from "../kit/picture.ts";
import type { Reads, TopicView } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { look } from "./look.ts";
import { MoreBelow } from "./more-below.ts";
import { incidentWord, levelWord, t } from "./words.ts";

/** An incident reported upward from the unit's own region (上报), and what became of those reported before. */
@customElement("field-upward")
export class UpwardScreen extends LitElement {
  static override styles = [
    controls,
    look,
    css`
      :host { display: block; }
      ul { display: grid; margin-top: 12px; }
      li { display: flex; justify-content: space-between; gap: 1em; padding: 12px 0; border-bottom: 1px solid var(--hair); }
      h2 { font-size: 20px; margin-top: 32px; }
      .picture { min-height: 64px; display: grid; place-items: center; text-align: center; border: 1px solid var(--hair2); border-radius: 12px; color: var(--t1); font-size: 18px; }
      .picture:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
    `,
  ];
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext }) private session!: Session;
  /** A replay is looked at. */
  @property({ type: Boolean }) readOnly = false;
  @state() private topics: readonly TopicView[] = [];
  @state() private sent = "";
  @state() private pictures = 0;
  @state() private trouble = "";
  private readonly act = new Act(this);
  private readonly names = new Names(this);
  private readonly mine = new Select(this, (s) => s.incidents(this.session.region));

  constructor() {
    super();
    new Speaks(this);
    new MoreBelow(this);
  }
  protected override firstUpdated(): void {
    void this.reads.topics().then((topics) => (this.topics = topics), () => (this.topics = []));
  }
  private async submit(e: SubmitEvent): Promise<void> {
    e.preventDefault();
    const form = e.currentTarget as HTMLFormElement;
    const said = new FormData(form);
    this.trouble = "";
    this.sent = "";
    let files: string[] = [];
    try {
      files = await Promise.all(said.getAll("files").flatMap((f) => (f instanceof File && f.size > 0 ? [sendPicture(f)] : [])));
    } catch (error) {
      this.trouble = t("照片没有传上：{why}", { why: error instanceof Error ? error.message : String(error) });
      return;
    }
    const point = await whereAmI(1_500);
    const description = textIn(said, "description");
    const answer = await this.act.do("incident.report", {
      type: textIn(said, "type"),
      region: this.session.region,
      title: textIn(said, "title"),
      ...(description && { description }),
      ...(point && { point: [point[0], point[1]] as [number, number] }),
      ...(files.length > 0 && { files }),
    });
    if (!answer) return;
    this.sent = typeof answer.result.incident === "string" ? answer.result.incident : "";
    form.reset();
    this.pictures = 0;
  }
  /** Everybody of the reporter's own region and above it hears of it; what lies above is not theirs to read, its names neither. */
  private get goesTo(): string {
    const { region } = this.session;
    const level = this.names.region(region)?.level;
    const facts = { region: this.names.of(region), level: level ? levelWord(level) : "··" };
    return level === "province" ? t("上报至 {region}（{level}）", facts) : t("上报至 {region}（{level}）和以上各级", facts);
  }
  override render() {
    const reported = [...this.mine.value.records.values()].filter((i) => i.reportedBy === this.session.account).reverse();
    const busy = this.act.busy !== null;
    return html`${this.readOnly ? html`<p class="second" role="status">${t("回放只读：可看当时的上报，不能上报")}</p>` : html`<form class="stack" @submit=${(e: SubmitEvent) => void this.submit(e)}>
        <p class="second" data-goes-to=${this.session.region} lang=${this.names.langOf(this.session.region) ?? nothing}>${this.goesTo}</p>
        <label>${t("事件类型")}<select name="type" required>
          <option value="">${t("请选择")}</option>
          ${this.topics.filter((topic) => topic.incidentTypes.length > 0).map(
            (topic) => html`<optgroup label=${inWords(topic.title)}>${topic.incidentTypes.map((type) => html`<option value=${type.id}>${inWords(type.title)}</option>`)}</optgroup>`,
          )}
        </select></label>
        <label>${t("标题")}<input name="title" required maxlength="200" autocomplete="off" /></label>
        <label>${t("情况")}<textarea name="description" maxlength="2000"></textarea></label>
        <label class="picture">${this.pictures > 0 ? t("已选 {n} 张照片", { n: this.pictures }) : t("附照片（每张最多 8 MB）")}
          <input class="unseen" name="files" type="file" accept="image/*" multiple @change=${(e: Event) => (this.pictures = (e.target as HTMLInputElement).files?.length ?? 0)} /></label>
        <div class="bottom stack" data-more=${t("下面还有")}>
          <p role="alert" class=${this.act.failure || this.trouble ? "wrong" : "unseen"}>${this.act.failure ? html`${this.act.failure}<br />${t("没有发出，内容还在，请重试")}` : this.trouble}</p>
          <button class="main" data-command="incident.report" ?disabled=${busy}>${busy ? t("正在发出") : t("发出上报")}</button>
          <p role="status" class=${this.sent ? "" : "unseen"}>${this.sent ? t("已发出，{at}", { at: this.sent }) : ""}</p>
        </div>
      </form>`}
      <h2>${t("我报的事件")}</h2>
      <ul>${reported.length === 0 ? html`<li class="quiet">${this.mine.value.status === "loading" ? "··" : t("还没有上报")}</li>` : reported.map((i) => html`<li data-incident=${i.id} data-state=${i.state}><span>${i.title}</span><span class="second">${incidentWord(i.state)}</span></li>`)}${nothing}</ul>`;
  }
}
