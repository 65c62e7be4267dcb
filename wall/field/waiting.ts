import "../kit/hold.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { TASK_STATES } from "../../model/task.ts";
import { clockText } from "../../model/time.ts";
import { CommandRefused } from "../kit/commands.ts";
import { linkContext, queueContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { isByItself, type Fact, type Refused } from "../kit/fact.ts";
import { Speaks } from "../kit/language.ts";
import { Listening } from "../kit/listening.ts";
import { Pulse } from "../kit/pulse.ts";
import type { Queue } from "../kit/queue.ts";
import { refusal } from "../kit/refusal.ts";
import { receiptWord, t } from "./queue-words.ts";
import { taskWord } from "./words.ts";

/** How much waits in this device, since when, and when the platform was heard last; what was refused, until it is dropped by hand. */
@customElement("field-waiting")
export class WaitingElement extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; gap: 8px; font-size: 16px; line-height: 1.35; color: var(--t2); font-variant-numeric: tabular-nums; }
      .line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 12px; }
      .waits { flex: 1 1 100%; border: 2px solid var(--t1); border-radius: 12px; padding: 8px 12px; color: var(--t1); font-size: 18px; font-weight: 600; }
      .waits small { display: block; font-size: 16px; font-weight: 400; }
      .refused { display: grid; gap: 8px; font-size: 18px; overflow-wrap: anywhere; }
      .refused::before { content: none; }
      .order { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; color: var(--t2); }
      wall-hold { --hold-radius: 12px; color: var(--t1); }
    `,
  ];
  @consume({ context: queueContext }) private queue?: Queue;
  @consume({ context: linkContext }) private link?: Link;

  /** The words of an order by its id; empty where it is not known here. */
  @property({ attribute: false }) orderOf: (task: string) => string = () => "";

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
    new Listening(this, () => this.queue?.onChange(() => this.requestUpdate()));
  }
  override render() {
    const { queue, link } = this;
    if (!queue || !link) return nothing;
    const waiting = queue.waiting.filter((fact) => !isByItself(fact));
    const late = queue.told.filter(({ isLate }) => isLate);
    const said = waiting.length > 0 ? this.waits(waiting) : late.length > 0 ? html`<b data-late=${late.length}>${t("已补报 {n} 条，最早 {at} 记", { n: late.length, at: firstOf(late) })}</b>` : html`<span>${t("没有待发")}</span>`;
    return html`<div class="line" role="status" data-waiting=${waiting.length}>${said}<span>${t("最后联系 {at}", { at: clockText(link.serverNow() - link.silentMs) })}</span></div>
      ${queue.isKept ? nothing : html`<p class="wrong" role="alert">${t("本机存不下：关掉页面，没发出的就没有了")}</p>`}
      ${queue.refused.map((fact) => this.refused(fact))}`;
  }
  private waits(waiting: readonly Fact[]) {
    const photos = waiting.filter(({ picture }) => picture).length;
    const facts = { n: waiting.length, photos, at: firstOf(waiting) };
    return html`<div class="waits">${photos > 0 ? t("待发 {n} 条（含照片 {photos} 张），最早 {at} 记", facts) : t("待发 {n} 条，最早 {at} 记", facts)}<small>${t("联系上后按顺序自动发出")}</small></div>`;
  }
  private refused({ id, kind, notedAt, data, refused }: Fact) {
    return html`<div class="wrong refused" data-refused=${kind}><p>✕ ${t("没被接受：{what}（{at} 记）", { what: receiptWord(kind) ?? kind, at: clockText(notedAt) })}</p>
      <p class="order">${this.orderOf(data.task)}</p>${data.text ? html`<p>${data.text}</p>` : nothing}<p>${whyOf(refused!)}</p>
      <wall-hold .words=${t("删去这条")} @hold=${() => void this.queue?.drop(id)}></wall-hold></div>`;
  }
}
const firstOf = (facts: readonly Pick<Fact, "notedAt">[]): string => clockText(Math.min(...facts.map(({ notedAt }) => notedAt)));
/** In the words of orders where the order itself is why. */
function whyOf({ status, code, message, details }: Refused): string {
  const state = TASK_STATES.find((one) => one === details.state);
  return code === "illegal_transition" && state ? t("这项任务{state}，没有记入", { state: taskWord(state) }) : refusal(new CommandRefused(status, code, message, details));
}
