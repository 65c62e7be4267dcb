import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { Ended } from "../kit/ended.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { data, read, type ResponseLineConfig } from "../marks/facts/response-line.ts";
import { marks, sentence, spec } from "../marks/response-line.ts";
import { Here } from "./here.ts";
import { panelStyle } from "./style.ts";

/** The response level, and a world that is not the one now, on a screen below the strip: both are seen from every one (VISUAL §9). */
@customElement("wall-response-line")
export class ResponseLinePanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: ResponseLineConfig = {};
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
    "wall-response-line": ResponseLinePanel;
  }
}
definePanel<ResponseLineConfig>({ ...spec, tag: "wall-response-line", title: { zh: "下排响应标签", en: "Response on a lower screen" }, example: {} });
