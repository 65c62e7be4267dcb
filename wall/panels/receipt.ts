import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type ReceiptConfig } from "../marks/facts/receipt.ts";
import { marks, spec } from "../marks/receipt.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { PlaceNames } from "./place-names.ts";

/** Of all orders that went out, how many came how far, and who owes what. */
@customElement("wall-receipt")
export class ReceiptPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: ReceiptConfig = {};
  private readonly here = new Here(this, 5_000);
  private readonly names = new PlaceNames(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-receipt": ReceiptPanel;
  }
}
definePanel<ReceiptConfig>({ ...spec, tag: "wall-receipt", title: { zh: "收应办", en: "Receipts" }, example: { region: "44" } });
