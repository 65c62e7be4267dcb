import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type SourcesConfig } from "../marks/facts/sources.ts";
import { marks, spec } from "../marks/sources.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** How far each source behind this wall can be believed now: how many in each state, then all of them by name, the worst first. */
@customElement("wall-sources")
export class SourcesPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: SourcesConfig = { sources: [] };
  private readonly here = new Here(this, 5_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-sources": SourcesPanel;
  }
}
definePanel<SourcesConfig>({
  ...spec, tag: "wall-sources", title: { zh: "数据可信（逐路）", en: "Data trust by source" },
  example: { sources: [{ hazard: "storm" }, { indicator: "met.storm.circle" }, { indicator: "met.rain.24h" }, { indicator: "met.wind.mean" }, { indicator: "water.river.level" }] },
});
