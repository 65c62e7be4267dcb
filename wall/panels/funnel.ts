import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type FunnelConfig } from "../marks/facts/funnel.ts";
import { marks, spec } from "../marks/funnel.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { PlaceNames } from "./place-names.ts";

/** How many incidents stand at each stage, and for how long. */
@customElement("wall-funnel")
export class FunnelPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: FunnelConfig = {};
  private readonly here = new Here(this, 5_000);
  private readonly names = new PlaceNames(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-funnel": FunnelPanel;
  }
}
definePanel<FunnelConfig>({ ...spec, tag: "wall-funnel", title: { zh: "阶段", en: "Stages" }, example: { region: "44" } });
