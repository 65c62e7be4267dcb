import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { marks, spec } from "../marks/calendar.ts";
import { card, data, read, spoken, type CalendarConfig } from "../marks/facts/calendar.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** One number a day over weeks. */
@customElement("wall-calendar")
export class CalendarPanel extends cardPanel({ read, card, data, marks, spoken }) {
  private readonly here = new Here(this, 30_000);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, names: this.names, words: this.words };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-calendar": CalendarPanel;
  }
}
definePanel<CalendarConfig>({
  ...spec, tag: "wall-calendar", title: { zh: "日历热图", en: "Calendar" },
  example: { title: { zh: "每日确诊", en: "Cases by day" }, indicator: "hlth.covid.new", place: "44", breaks: [1, 3, 6, 10] },
});
