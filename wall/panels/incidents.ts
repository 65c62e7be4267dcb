import { LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import { card, data, read, spoken, type IncidentsConfig } from "../marks/facts/incidents.ts";
import { marks, spec } from "../marks/incidents.ts";
import { Here } from "./here.ts";
import { inCard } from "./in-card.ts";
import { panelStyle } from "./style.ts";

/** What people are handling: how many stand at each stage, and the gravest first. */
@customElement("wall-incidents")
export class IncidentsPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: IncidentsConfig = {};
  @query(".plot") private plot!: HTMLElement | null;
  private readonly here = new Here(this, 10_000);
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
    return { lang: language(), here: this.here };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-incidents": IncidentsPanel;
  }
}
definePanel<IncidentsConfig>({ ...spec, tag: "wall-incidents", title: { zh: "事件", en: "Incidents" }, example: { region: "44" } });
