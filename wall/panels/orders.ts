import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type OrdersConfig } from "../marks/facts/orders.ts";
import { marks, spec } from "../marks/orders.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { PlaceNames } from "./place-names.ts";

/** The orders that went out, each with its five receipts: sent, accepted, arrived, finished, checked. */
@customElement("wall-orders")
export class OrdersPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: OrdersConfig = {};
  private readonly here = new Here(this, 5_000);
  private readonly names = new PlaceNames(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-orders": OrdersPanel;
  }
}
definePanel<OrdersConfig>({ ...spec, tag: "wall-orders", title: { zh: "指令", en: "Orders" }, example: { region: "44" } });
