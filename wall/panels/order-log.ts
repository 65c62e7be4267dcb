import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type OrderLogConfig } from "../marks/facts/order-log.ts";
import { marks, spec } from "../marks/order-log.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { PlaceNames } from "./place-names.ts";

/** Every order as it went out, the overdue first, then the newest, with what came back. */
@customElement("wall-order-log")
export class OrderLogPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: OrderLogConfig = {};
  private readonly here = new Here(this, 5_000);
  private readonly names = new PlaceNames(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-order-log": OrderLogPanel;
  }
}
definePanel<OrderLogConfig>({ ...spec, tag: "wall-order-log", title: { zh: "指令流", en: "Order log" }, example: { region: "44" } });
