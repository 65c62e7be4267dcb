import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { Ended } from "../kit/ended.ts";
import { language, Speaks } from "../kit/language.ts";
import { named } from "../kit/named.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { data, knowsNoTime, read, spoken, type SpineConfig } from "../marks/facts/spine.ts";
import { marks, spec } from "../marks/spine.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { panelStyle } from "./style.ts";

/** One line of time across the wall: what has been, what is ordered, what is expected. */
@customElement("wall-spine")
export class SpinePanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: SpineConfig = { fromH: -24, toH: 24 };
  private readonly here = new Here(this);
  private readonly ended = new Ended(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => (knowsNoTime(this.from) ? [] : marks(data(this.seen.value, this.config, this.from), size)));
  }
  override updated(): void {
    named(this, "img", spoken(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names, ...(this.ended.has && { ended: this.ended }) };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-spine": SpinePanel;
  }
}
definePanel<SpineConfig>({ ...spec, tag: "wall-spine", title: { zh: "时间脊", en: "Spine of time" }, example: { fromH: -24, toH: 24 } });
