import { ContextConsumer } from "@lit/context";
import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { Mode } from "../../model/wall.ts";
import { Canvas } from "../kit/canvas.ts";
import { modeContext } from "../kit/contexts.ts";
import { Ended } from "../kit/ended.ts";
import { language, Speaks } from "../kit/language.ts";
import { named } from "../kit/named.ts";
import { Select, type Reader } from "../kit/select.ts";
import type { Mark, Size } from "../marks/mark.ts";
import { Here } from "./here.ts";
import { panelStyle } from "./style.ts";

/** What a tag tells, from one reading of the store. */
interface Telling<Config, Seen, Data> {
  read(reader: Reader, config: Config): Seen;
  data(seen: Seen, config: Config, from: ReturnType<typeof fromHere>): Data;
  marks(data: Data, size: Size): Mark[];
  sentence(data: Data): string;
}
const fromHere = (here: Here, ended: Ended, mode: Mode) => ({ lang: language(), here, ...(ended.has && { ended }), mode });

/** The element of a panel that is a few words without a card, which are said aloud whenever they change. */
export function tagPanel<Config extends object, Seen, Data>({ read, data, marks, sentence }: Telling<Config, Seen, Data>) {
  class TagPanel extends LitElement {
    static override styles = panelStyle;
    @property({ attribute: false }) config = {} as Config;
    readonly here = new Here(this, 5_000);
    readonly ended = new Ended(this);
    readonly mode = new ContextConsumer(this, { context: modeContext, subscribe: true });
    readonly seen = new Select(this, (reader) => read(reader, this.config));

    constructor() {
      super();
      new Speaks(this);
      new Canvas(this, (size) => marks(this.told, size));
    }
    override updated(): void {
      named(this, "status", sentence(this.told));
    }
    get told(): Data {
      return data(this.seen.value, this.config, fromHere(this.here, this.ended, this.mode.value ?? "routine"));
    }
  }
  return TagPanel;
}
