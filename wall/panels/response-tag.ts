import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { Ended } from "../kit/ended.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { data, read, type ResponseTagConfig } from "../marks/facts/response-tag.ts";
import { marks, sentence, spec } from "../marks/response-tag.ts";
import { Here } from "./here.ts";
import { panelStyle } from "./style.ts";

/** The response level on a display that has neither banner nor headline: it is seen from every one (VISUAL §9). */
@customElement("wall-response-tag")
export class ResponseTagPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: ResponseTagConfig = {};
  private readonly here = new Here(this, 5_000);
  private readonly ended = new Ended(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.config));

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from), size));
  }
  override updated(): void {
    this.role = "status";
    this.ariaLabel = sentence(data(this.seen.value, this.config, this.from));
  }
  private get from() {
    return { lang: language(), here: this.here, ...(this.ended.has && { ended: this.ended }) };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-response-tag": ResponseTagPanel;
  }
}
definePanel<ResponseTagConfig>({ ...spec, tag: "wall-response-tag", title: { zh: "响应级别", en: "Response level" }, example: {} });
