import { ContextConsumer } from "@lit/context";
import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { sessionContext } from "../kit/contexts.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type AlertsConfig } from "../marks/facts/alerts.ts";
import { marks, spec } from "../marks/alerts.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { Lexicon } from "./lexicon.ts";
import { panelStyle } from "./style.ts";

/** What machines have found and people must look at: a count by level, then the ones that need somebody first. */
@customElement("wall-alerts")
export class AlertsPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: AlertsConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 10_000);
  private readonly words = new Lexicon(this);
  private readonly session = new ContextConsumer(this, { context: sessionContext });
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
    return { lang: language(), here: this.here, words: this.words, isDisplay: this.session.value?.role === "device" };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-alerts": AlertsPanel;
  }
}
definePanel<AlertsConfig>({ ...spec, tag: "wall-alerts", title: { zh: "告警", en: "Alerts" }, example: { region: "44" } });
