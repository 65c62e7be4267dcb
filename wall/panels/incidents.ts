import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type IncidentsConfig } from "../marks/facts/incidents.ts";
import { marks, spec } from "../marks/incidents.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { PlaceNames } from "./place-names.ts";

/** What people are handling: how many stand at each stage, and the gravest first. */
@customElement("wall-incidents")
export class IncidentsPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: IncidentsConfig = {};
  private readonly here = new Here(this, 10_000);
  private readonly names = new PlaceNames(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-incidents": IncidentsPanel;
  }
}
definePanel<IncidentsConfig>({ ...spec, tag: "wall-incidents", title: { zh: "事件", en: "Incidents" }, example: { region: "44" } });
