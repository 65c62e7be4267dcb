import { LitElement } from "lit";
import { property, query } from "lit/decorators.js";
import { Canvas } from "../kit/canvas.ts";
import { Speaks } from "../kit/language.ts";
import { PANEL_EMPTIES } from "../kit/panel.ts";
import { Select, type Reader } from "../kit/select.ts";
import { isNothing, type CardFacts } from "../marks/facts/card.ts";
import type { Mark, Size } from "../marks/mark.ts";
import { inCard } from "./in-card.ts";
import { panelStyle } from "./style.ts";

/** What a panel tells, from one reading of the store: its frame, its picture and its sentence. */
export interface Telling<Config, Seen, From, Data> {
  read(reader: Reader, config: Config): Seen;
  card(seen: Seen, config: Config, from: From): CardFacts;
  data(seen: Seen, config: Config, from: From, size: Size): Data;
  marks(data: Data, size: Size): Mark[];
  spoken(seen: Seen, config: Config, from: From): string;
}

/** The element of a panel that is a picture in a card. Each kind says what it tells, and from where it is looked at. */
export function cardPanel<Config, Seen, From, Data>({ read, card, data, marks, spoken }: Telling<Config, Seen, From, Data>) {
  abstract class CardPanel extends LitElement {
    static override styles = panelStyle;
    @property({ attribute: false }) config!: Config;
    @query(".plot") plot!: HTMLElement | null;
    readonly seen = new Select(this, (reader) => read(reader, this.config));
    abstract readonly from: From;

    constructor() {
      super();
      new Speaks(this);
      new Canvas(this, (size) => marks(data(this.seen.value, this.config, this.from, size), size), { within: () => this.plot });
    }
    get isSilent(): boolean {
      return this.hasUpdated && card(this.seen.value, this.config, this.from).isToldBeside === true;
    }
    isEmpty = false;
    saidEmpty = false;
    override updated(): void {
      if (this.isEmpty === this.saidEmpty) return;
      this.saidEmpty = this.isEmpty;
      this.dispatchEvent(new CustomEvent(PANEL_EMPTIES, { bubbles: true, composed: true }));
    }
    override render() {
      const facts = card(this.seen.value, this.config, this.from);
      this.isEmpty = isNothing(facts);
      return inCard(facts, spoken(this.seen.value, this.config, this.from));
    }
  }
  return CardPanel;
}
