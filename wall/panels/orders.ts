import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { durationText } from "../../model/moments.ts";
import type { TaskRecord } from "../../model/records.ts";
import { isTaskDone } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import "../kit/card.ts";
import { byUrgency, isAwaited, receipts, STEPS, type Step } from "./order-steps.ts";
import { Here } from "./here.ts";
import { Room } from "./room.ts";
import { panelStyle } from "./style.ts";

export interface OrdersConfig {
  readonly region?: string;
}
const t = dictionary({
  指令: "Orders", "{n} 条 · 未办结 {m}": "{n} · {m} open", "{n} 条 · 未办结 {m} · 现实时间": "{n} · {m} open · real time", "尚未下发指令（{at} 核）": "no order yet (checked {at})", "另 {n} 条": "{n} more",
  发: "sent", 收: "got", 到: "there", 办: "done", 核: "checked", "余 {d}": "{d} left", "超时 {d}": "{d} over", 已退回: "returned", 已撤回: "withdrawn",
  有困难: "difficulty",
});
const WORD: Readonly<Record<Step, Parameters<typeof t>[0]>> = { sent: "发", accepted: "收", arrived: "到", finished: "办", checked: "核" };
/** Height of an order, alone and on a narrow side. */
const ROW_U = { wide: 2.9, low: 2.4 } as const;

/** The orders that went out, each with its five receipts: sent, accepted, arrived, finished, checked. */
@customElement("wall-orders")
export class OrdersPanel extends LitElement {
  static override styles = [
    panelStyle,
    css`
      li { height: calc(var(--u) * 2.9); box-sizing: border-box; padding-top: calc(var(--u) * 0.1); line-height: 1.2; border-bottom: max(1px, calc(var(--u) / 24)) solid var(--hair); }
      .low li { height: calc(var(--u) * 2.4); padding-top: 0; border-bottom: 0; line-height: 1.1; }
      .line { display: flex; align-items: baseline; gap: 1em; white-space: nowrap; }
      .text { flex: 1; min-width: 0; font-size: var(--type-title); font-weight: 600; overflow: hidden; text-overflow: ellipsis; }
      .low .text { font-size: var(--type-body); font-weight: 500; }
      .due { font-weight: 500; }
      .inverse { line-height: 1.15; }
      .done .text, .done .due { color: var(--t2); font-weight: 400; }
      .unit { flex: 1; min-width: 0; font-size: var(--u); color: var(--t2); overflow: hidden; text-overflow: ellipsis; }
      .unit + .inverse { font-size: var(--u); line-height: 1.15; }
      .receipts { display: flex; gap: 1.1em; font-size: var(--u); color: var(--t1); }
      .receipts .wait { color: var(--t3); }
      .receipts i { font-style: normal; color: var(--t3); margin-inline-end: 0.3em; }
      .low .receipts { gap: 0.5em; }
      .low .receipts span:first-child { display: none; }
    `,
  ];
  @property({ attribute: false }) config: OrdersConfig = {};

  private readonly tasks = new Select(this, (s) => s.tasks(this.config.region ?? "44"));
  private readonly here = new Here(this, 5_000);
  private readonly room = new Room(this);

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const view = this.tasks.value;
    const all = byUrgency(view.records.values());
    const low = this.room.heightU < 8;
    const rowU = low ? ROW_U.low : ROW_U.wide;
    const fit = this.room.rows(rowU, 2.6);
    const shown = all.length > fit ? all.slice(0, Math.max(1, this.room.rows(rowU, low ? 2.6 : 3.7))) : all;
    const note = all.length === 0 ? "" : t(this.here.isOneTime ? "{n} 条 · 未办结 {m}" : "{n} 条 · 未办结 {m} · 现实时间", { n: all.length, m: all.filter((task) => !isTaskDone(task.state)).length });
    return html`<wall-card heading=${t("指令")} note=${note} status=${view.status} code=${view.code} class=${low ? "low" : ""}
        .observedAt=${view.status === "ready" ? view.simAt : undefined} state=${this.here.linked ? "fresh" : "stale"}
        empty=${all.length === 0 ? t("尚未下发指令（{at} 核）", { at: view.at ? clockText(view.at) : "··" }) : ""}>
      <ul class="rows">${repeat(shown, (task) => task.id, (task) => this.row(task))}</ul>
      ${all.length > shown.length && !low ? html`<div class="more">${t("另 {n} 条", { n: all.length - shown.length })}</div>` : nothing}
    </wall-card>`;
  }

  private row(task: TaskRecord) {
    const at = receipts(task);
    return html`<li data-task=${task.id} data-state=${task.state} class=${isAwaited(task) ? "" : "done"}>
      <div class="line"><span class="text">${task.text}</span><span class="due">${this.due(task)}</span></div>
      <div class="line"><span class="unit">→ ${task.unitName}</span>${task.difficulty ? html`<span class="inverse">${t("有困难")}</span>` : nothing}
        <span class="receipts">${STEPS.map((step) => html`<span class=${at[step] === null ? "wait" : ""} data-receipt=${step}><i>${t(WORD[step])}</i><span class="num">${at[step] === null ? "—" : clockText(at[step])}</span></span>`)}</span></div>
    </li>`;
  }
  private due(task: TaskRecord) {
    if (task.state === "returned") return html`<span class="inverse">${t("已退回")}</span>`;
    if (task.state === "withdrawn") return t("已撤回");
    if (!isAwaited(task)) return nothing;
    const by = parseTime(task.deadline);
    // People's limits run on people's time, whatever the drill's speed.
    const now = this.here.peopleNow;
    if (by === null) return nothing;
    const left = by - now;
    return left >= 0 ? t("余 {d}", { d: durationText(left, language()) }) : html`<span class="inverse">${t("超时 {d}", { d: durationText(left, language()) })}</span>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-orders": OrdersPanel;
  }
}
definePanel<OrdersConfig>({ kind: "orders", tag: "wall-orders", title: { zh: "指令", en: "Orders" }, minU: [24, 5], example: { region: "44" } });
