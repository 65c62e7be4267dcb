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
import { data, read, spoken, type BannerConfig } from "../marks/facts/banner.ts";
import { marks, spec } from "../marks/banner.ts";
import { Here } from "./here.ts";
import { panelStyle } from "./style.ts";

/** Top left of a wall: which response is in force, which world this is, and in which mode it is run (VISUAL §9). */
@customElement("wall-banner")
export class BannerPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: BannerConfig = {};
  @consume({ context: modeContext, subscribe: true }) private mode: Mode = "routine";
  private readonly here = new Here(this);
  private readonly ended = new Ended(this);
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
    return { lang: language(), here: this.here, ...(this.ended.has && { ended: this.ended }), mode: this.mode };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-banner": BannerPanel;
  }
}
definePanel<BannerConfig>({ ...spec, tag: "wall-banner", title: { zh: "响应条", en: "Banner" }, example: {} });
