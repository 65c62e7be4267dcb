import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type PlanProgressConfig } from "../marks/facts/plan-progress.ts";
import { marks, spec } from "../marks/plan-progress.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** What is done of what is to be done, by place, against the time that has gone. */
@customElement("wall-plan-progress")
export class PlanProgressPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-plan-progress": PlanProgressPanel;
  }
}
definePanel<PlanProgressConfig>({ ...spec, tag: "wall-plan-progress", title: { zh: "进度对计划", en: "Progress against plan" }, example: { title: { zh: "渔船回港", en: "Boats in port" }, done: "emg.boat.return", region: "44" } });
