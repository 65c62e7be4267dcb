import { ContextConsumer } from "@lit/context";
import { customElement } from "lit/decorators.js";
import { sessionContext } from "../kit/contexts.ts";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type AlertsConfig } from "../marks/facts/alerts.ts";
import { marks, spec } from "../marks/alerts.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** What machines have found and people must look at: a count by level, then the ones that need somebody first. */
@customElement("wall-alerts")
export class AlertsPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: AlertsConfig = {};
  private readonly here = new Here(this, 10_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly session = new ContextConsumer(this, { context: sessionContext });

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words, isDisplay: this.session.value?.role === "device" };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-alerts": AlertsPanel;
  }
}
definePanel<AlertsConfig>({ ...spec, tag: "wall-alerts", title: { zh: "告警", en: "Alerts" }, example: { region: "44" } });
