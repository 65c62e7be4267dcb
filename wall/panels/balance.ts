import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type BalanceConfig } from "../marks/facts/balance.ts";
import { marks, spec } from "../marks/balance.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";

/** What comes in and what goes out, as wide as it is much. */
@customElement("wall-balance")
export class BalancePanel extends cardPanel({ read, card, data, marks, spoken }) {
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
    "wall-balance": BalancePanel;
  }
}
definePanel<BalanceConfig>({ ...spec, tag: "wall-balance", title: { zh: "平衡流", en: "Balance" }, example: { title: { zh: "病例去向", en: "Cases in and out" }, supply: { zh: "确诊", en: "confirmed" }, use: { zh: "转归", en: "closed" }, sources: [{ indicator: "hlth.covid.confirmed", title: { zh: "累计确诊", en: "confirmed" } }], sinks: [{ indicator: "hlth.covid.cured", title: { zh: "治愈", en: "cured" } }, { indicator: "hlth.covid.dead", title: { zh: "死亡", en: "died" } }] } });
