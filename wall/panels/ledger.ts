import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type LedgerConfig } from "../marks/facts/ledger.ts";
import { marks, spec } from "../marks/ledger.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** One key number for each topic, with its last 24 hours, its time and coverage; what never reported says so. */
@customElement("wall-ledger")
export class LedgerPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: LedgerConfig = { rows: [] };
  private readonly here = new Here(this, 10_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-ledger": LedgerPanel;
  }
}
const KEY_INDICATORS = [
  { topic: "grassroots-governance", indicator: "grid.event.report" },
  { topic: "emergency-command", indicator: "emg.people.moved" },
  { topic: "health", indicator: "hlth.fever.visit" },
  { topic: "water", indicator: "water.river.level" },
  { topic: "meteorology", indicator: "met.rain.24h" },
  { topic: "energy-security", indicator: "ener.outage.users" },
] as const;
definePanel<LedgerConfig>({ ...spec, tag: "wall-ledger", title: { zh: "专题常态", en: "Topics ledger" }, example: { rows: KEY_INDICATORS } });
