import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type ProfileConfig } from "../marks/facts/profile.ts";
import { marks, spec } from "../marks/profile.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";

/** A river along its way, its gauges against their limits; or the four main rivers, each against its warning stages. */
@customElement("wall-profile")
export class ProfilePanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: ProfileConfig = {};
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
    "wall-profile": ProfilePanel;
  }
}
definePanel<ProfileConfig>({ ...spec, tag: "wall-profile", title: { zh: "纵剖面", en: "River profile" }, example: { river: "北江", peaks: ["rg-shijiao"] } });
