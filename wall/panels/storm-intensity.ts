import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type StormIntensityConfig } from "../marks/facts/storm-intensity.ts";
import { marks, spec } from "../marks/storm-intensity.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";

/** Maximum wind and central pressure of the storm, fix by fix, up to now. */
@customElement("wall-storm-intensity")
export class StormIntensityPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: StormIntensityConfig = {};
  private readonly here = new Here(this);

  get from() {
    return { lang: language(), here: this.here };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-intensity": StormIntensityPanel;
  }
}
definePanel<StormIntensityConfig>({ ...spec, tag: "wall-storm-intensity", title: { zh: "强度与气压", en: "Intensity and pressure" }, example: { hours: 60 } });
