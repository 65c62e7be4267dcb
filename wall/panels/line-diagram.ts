import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type LineDiagramConfig } from "../marks/facts/line-diagram.ts";
import { marks, spec } from "../marks/line-diagram.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";

/** Roads as lines of places, with how it moves between each two. */
@customElement("wall-line-diagram")
export class LineDiagramPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly sites = new Sites(this);

  get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names, sites: this.sites };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-line-diagram": LineDiagramPanel;
  }
}
definePanel<LineDiagramConfig>({ ...spec, tag: "wall-line-diagram", title: { zh: "线路图", en: "Line diagram" }, example: { roads: ["G4", "G15", "G80"], bridges: true } });
