import { ContextConsumer } from "@lit/context";
import { customElement } from "lit/decorators.js";
import { sessionContext } from "../kit/contexts.ts";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/alert-tally.ts";
import { card, data, read, spoken, type AlertTallyConfig } from "../marks/facts/alert-tally.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** How many findings hold at each of the four levels, and in which topics. */
@customElement("wall-alert-tally")
export class AlertTallyPanel extends cardPanel({ read, card, data, marks, spoken }) {
  override config: AlertTallyConfig = {};
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly session = new ContextConsumer(this, { context: sessionContext });

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words, isDisplay: this.session.value?.role === "device" };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-alert-tally": AlertTallyPanel;
  }
}
definePanel<AlertTallyConfig>({ ...spec, tag: "wall-alert-tally", title: { zh: "预警计数", en: "Alert tally" }, example: { region: "44" } });
