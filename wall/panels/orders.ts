import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { durationText } from "../../model/moments.ts";
import type { TaskRecord } from "../../model/records.ts";
import { isTaskDone } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { Canvas } from "../kit/canvas.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import "../kit/card.ts";
import { marks, sentence, spec, type OrderRow, type OrdersData } from "../marks/orders.ts";
import { byUrgency, isAwaited, receipts, STEPS, type Step } from "./order-steps.ts";
import { Here } from "./here.ts";
import { panelStyle } from "./style.ts";

export interface OrdersConfig {
  readonly region?: string;
}
const t = dictionary({
  指令: "Orders", "{n} 条 · 未办结 {m}": "{n} · {m} open", "{n} 条 · 未办结 {m} · 收发为现实时间": "{n} · {m} open · receipts in real time", "尚未下发指令（{at} 核）": "no order yet (checked {at})", "另 {n} 条": "{n} more",
  发: "sent", 收: "got", 到: "there", 办: "done", 核: "checked", "余 {d}": "{d} left", "超时 {d}": "{d} over", 已退回: "returned", 已撤回: "withdrawn",
  有困难: "difficulty",
});
const WORD: Readonly<Record<Step, Parameters<typeof t>[0]>> = { sent: "发", accepted: "收", arrived: "到", finished: "办", checked: "核" };

/** The orders that went out, each with its five receipts: sent, accepted, arrived, finished, checked. */
@customElement("wall-orders")
export class OrdersPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: OrdersConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly tasks = new Select(this, (s) => s.tasks(this.config.region ?? "44"));
  private readonly here = new Here(this, 5_000);

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size), { within: () => this.plot });
  }
  override render() {
    const view = this.tasks.value;
    const data = this.data();
    const { rows } = data;
    const note = rows.length === 0 ? "" : t(this.here.isOneTime ? "{n} 条 · 未办结 {m}" : "{n} 条 · 未办结 {m} · 收发为现实时间", { n: rows.length, m: rows.filter((row) => row.isOpen).length });
    return html`<wall-card heading=${t("指令")} note=${note} status=${view.status} code=${view.code}
        .observedAt=${view.status === "ready" ? this.here.checkedAt(view) : undefined} state=${this.here.linked ? "fresh" : "stale"}
        empty=${rows.length === 0 ? t("尚未下发指令（{at} 核）", { at: view.status === "ready" ? clockText(this.here.checkedAt(view)) : "··" }) : ""}>
      <div class="plot" role="img" aria-label=${sentence(data)}></div>
    </wall-card>`;
  }
  private data(): OrdersData {
    return { rows: byUrgency(this.tasks.value.records.values()).map((task) => this.row(task)), more: (n) => t("另 {n} 条", { n }) };
  }
  private row(task: TaskRecord): OrderRow {
    const at = receipts(task);
    const due = this.due(task);
    return {
      id: task.id, state: task.state, text: task.text, unit: task.unitName, isAwaited: isAwaited(task), isOpen: !isTaskDone(task.state),
      receipts: STEPS.map((step) => ({ word: t(WORD[step]), at: at[step] === null ? null : clockText(at[step]) })),
      ...(due && { due }),
      ...(task.difficulty && { difficulty: t("有困难") }),
    };
  }
  private due(task: TaskRecord): OrderRow["due"] {
    if (task.state === "returned") return { text: t("已退回"), isPressing: true };
    if (task.state === "withdrawn") return { text: t("已撤回"), isPressing: false };
    const by = parseTime(task.deadline);
    if (!isAwaited(task) || by === null) return undefined;
    // People's limits run on people's time, whatever the drill's speed.
    const left = by - this.here.peopleNow;
    return { text: t(left >= 0 ? "余 {d}" : "超时 {d}", { d: durationText(left, language()) }), isPressing: left < 0 };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-orders": OrdersPanel;
  }
}
definePanel<OrdersConfig>({ ...spec, tag: "wall-orders", title: { zh: "指令", en: "Orders" }, example: { region: "44" } });
