import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type ResourceConfig } from "../marks/facts/resource.ts";
import { marks, spec } from "../marks/resource.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** Teams that can leave at once, and the units that are out. */
@customElement("wall-resource")
export class ResourcePanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-resource": ResourcePanel;
  }
}
definePanel<ResourceConfig>({ ...spec, tag: "wall-resource", title: { zh: "队伍物资", en: "Teams" }, example: { region: "44" } });
