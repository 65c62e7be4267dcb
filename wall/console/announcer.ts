import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isOpenAlert } from "../../model/alert.ts";
import type { AlertRecord } from "../../model/records.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import type { IndicatorView } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import { t } from "./words.ts";

/** Says each new alert once to those who listen instead of look; what was there before the page is not news. */
@customElement("console-announcer")
export class AnnouncerElement extends LitElement {
  static override styles = css`
    p { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); margin: 0; }
  `;
  @property() region = "";
  @property({ attribute: false }) indicators: ReadonlyMap<string, IndicatorView> = new Map();
  @state() private news: readonly AlertRecord[] = [];
  private seen: Set<string> | null = null;
  private readonly names = new Names(this);
  private readonly alerts = new Select(this, (s) => s.alerts(this.region));

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(): void {
    const { status, records } = this.alerts.value;
    if (status !== "ready") return;
    const open = [...records.values()].filter((a) => isOpenAlert(a.state));
    const news = this.seen ? open.filter((a) => !this.seen!.has(a.id)) : [];
    this.seen = new Set([...(this.seen ?? []), ...open.map((a) => a.id)]);
    if (news.length > 0) this.news = news.slice(0, 3);
  }
  /** Worded when it is drawn, in the language of now. */
  private get words(): string {
    return this.news.map((a) => {
      const indicator = this.indicators.get(a.indicator);
      return t("新告警：{what}", { what: `${this.names.of(a.place)} ${indicator ? inWords(indicator.title) : a.indicator}` });
    }).join(t("；"));
  }
  override render() {
    return html`<p role="log" aria-live="assertive">${this.words}</p>`;
  }
}
