import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type OrdersConfig } from "../marks/facts/orders.ts";
import { marks, spec } from "../marks/orders.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { panelStyle } from "./style.ts";

/** The orders that went out, each with its five receipts: sent, accepted, arrived, finished, checked. */
@customElement("wall-orders")
export class OrdersPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: OrdersConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 5_000);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from), size), { within: () => this.plot });
  }
  override render() {
    return inCard(card(this.seen.value, this.config, this.from), spoken(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-orders": OrdersPanel;
  }
}
definePanel<OrdersConfig>({ ...spec, tag: "wall-orders", title: { zh: "指令", en: "Orders" }, example: { region: "44" } });
