import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type ShareBarConfig } from "../marks/facts/share-bar.ts";
import { marks, spec } from "../marks/share-bar.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";

/** What a whole is made of. */
@customElement("wall-share-bar")
export class ShareBarPanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-share-bar": ShareBarPanel;
  }
}
definePanel<ShareBarConfig>({ ...spec, tag: "wall-share-bar", title: { zh: "构成条", en: "Shares" }, example: { title: { zh: "病例转归", en: "Outcomes" }, parts: [{ indicator: "hlth.covid.cured", title: { zh: "治愈", en: "cured" } }, { indicator: "hlth.covid.dead", title: { zh: "死亡", en: "died" } }] } });
