import { consume } from "@lit/context";
import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Mode } from "../../model/wall.ts";
import { Canvas } from "../kit/canvas.ts";
import { modeContext } from "../kit/contexts.ts";
import { Ended } from "../kit/ended.ts";
import { language, Speaks } from "../kit/language.ts";
import { named } from "../kit/named.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { data, read, spoken, type HeadlineConfig } from "../marks/facts/headline.ts";
import { marks, spec } from "../marks/headline.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { panelStyle } from "./style.ts";

/** The one sentence of the wall (VISUAL §1, §9): what decides next, and what is most urgent. */
@customElement("wall-headline")
export class HeadlinePanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: HeadlineConfig = {};
  @consume({ context: modeContext, subscribe: true }) private mode: Mode = "routine";
  private readonly here = new Here(this, 5_000);
  private readonly ended = new Ended(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from), size));
  }
  override updated(): void {
    named(this, "status", spoken(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names, ...(this.ended.has && { ended: this.ended }), mode: this.mode };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-headline": HeadlinePanel;
  }
}
definePanel<HeadlineConfig>({ ...spec, tag: "wall-headline", title: { zh: "一句话", en: "Headline" }, example: { topics: ["met.rain.24h", "water.river.level"] } });
