import "../../kit/sheet.ts";
import "../waiting-response.ts";
import "./decide.ts";
import { consume } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { linkContext, sessionContext, type Link } from "../../kit/contexts.ts";
import { controls } from "../../kit/controls.ts";
import { inWords, Speaks } from "../../kit/language.ts";
import { Names } from "../../kit/names.ts";
import { Pulse } from "../../kit/pulse.ts";
import { Select } from "../../kit/select.ts";
import type { Session } from "../../kit/session.ts";
import type { AlertRecord, AlertWaits } from "../../../model/records.ts";
import { SEVERITY_WORDS } from "../../../model/words.ts";
import { minutesWord } from "../shelve-words.ts";
import { waitsOf, type Waits } from "./waiting.ts";
import { t } from "./words.ts";

/** Everything in the seat's region that waits for a second person, to be decided here. Fires `close`. */
@customElement("console-waits")
export class WaitsSheet extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; }
    wall-sheet { inset: auto 8px 8px auto; width: calc(39vw - 16px); max-height: calc(100vh - 104px); }
    .all { display: grid; gap: 16px; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  private readonly names = new Names(this);
  private readonly seen = new Select(this, (s) => {
    const { region } = this.session;
    return { responses: s.responses(region).records, alerts: s.alerts(region).records, incidents: s.incidents(region).records };
  });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  override render() {
    const { responses, alerts, incidents } = this.seen.value;
    const waits = waitsOf({ responses: responses.values(), alerts: alerts.values(), incidents: incidents.values() }, this.link.serverNow());
    return html`<wall-sheet .heading=${t("待第二人确认")} .note=${""} light @close=${() => this.dispatchEvent(new CustomEvent("close"))}><div class="all">
      ${waits.length === 0 ? html`<p class="second" role="status">${t("没有待确认的事项")}</p>` : repeat(waits, ({ id }) => id, (one) => this.one(one))}</div></wall-sheet>`;
  }
  private one(one: Waits) {
    if (one.kind === "response") return html`<console-waiting .waiting=${one.of}></console-waiting>`;
    const who = this.names.post(one.by);
    const what = one.kind === "cancel" ? t("{who} 申请误报撤销：{title}", { who, title: one.of.title }) : covering(one.of, who);
    const why = one.kind === "cancel" ? t("{why}；在办任务一并撤回", { why: one.of.waits.reason }) : one.of.waits.reason;
    return html`<console-decide .command=${one.id} .by=${one.by} .expiresAt=${one.expiresAt} .what=${what} .why=${why}></console-decide>`;
  }
}
function covering({ waits, placeName, indicatorTitle, severity }: AlertRecord & { readonly waits: AlertWaits }, who: string): string {
  const what = `${placeName} ${indicatorTitle} ${inWords(SEVERITY_WORDS[severity])}`;
  if (waits.kind === "alert.shelve") return t("{who} 申请搁置 {d}：{what}", { who, d: minutesWord(waits.minutes), what });
  return waits.kind === "alert.close" ? t("{who} 申请关闭（数据中断）：{what}", { who, what }) : t("{who} 申请停用：{what}", { who, what });
}
declare global {
  interface HTMLElementTagNameMap {
    "console-waits": WaitsSheet;
  }
}
