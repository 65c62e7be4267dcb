import "./waiting/decide.ts";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { RESPONSE_KINDS, type ResponseRecord } from "../../model/response.ts";
import { parseTime } from "../../model/time.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { levelName, t } from "./response-words.ts";

export type WaitingRecord = Extract<ResponseRecord, { state: "pending" }>;

/** Those that can still be decided at server time `now`: one that has expired is told by nobody. */
export const stillWaiting = (records: Iterable<ResponseRecord>, now: number): WaitingRecord[] =>
  [...records].filter((one): one is WaitingRecord => one.state === "pending" && (parseTime(one.expiresAt) ?? 0) > now);

/** One change of a response that waits for a second person. */
@customElement("console-waiting")
export class WaitingElement extends LitElement {
  static override styles = css`:host { display: block; }`;
  @property({ attribute: false }) waiting!: WaitingRecord;
  private readonly names = new Names(this);

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { id, by, region, kind, from, level, reason, plan, expiresAt } = this.waiting;
    const what = t("{who} 申请：{place} {kind} {from} → {to}", { who: this.names.post(by), place: this.names.of(region), kind: inWords(RESPONSE_KINDS[kind]), from: levelName(from), to: levelName(level) });
    const why = plan ? `${reason} · ${t("依据：{plan}", { plan })}` : reason;
    return html`<console-decide .command=${id} .by=${by} .expiresAt=${expiresAt} .what=${what} .why=${why}></console-decide>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-waiting": WaitingElement;
  }
}
