import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type LedgerConfig } from "../marks/facts/ledger.ts";
import { marks, spec } from "../marks/ledger.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { Lexicon } from "./lexicon.ts";
import { panelStyle } from "./style.ts";

/** One key number for each topic, with its last 24 hours, its time and coverage; what never reported says so. */
@customElement("wall-ledger")
export class LedgerPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: LedgerConfig = { rows: [] };
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 10_000);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from), size), { within: () => this.plot });
  }
  override render() {
    return inCard(card(this.seen.value, this.config, this.from), spoken(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here, words: this.words };
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
