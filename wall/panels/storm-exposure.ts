import { customElement } from "lit/decorators.js";
import { language } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { card, data, read, spoken, type StormExposureConfig } from "../marks/facts/storm-exposure.ts";
import type { Size } from "../marks/mark.ts";
import { marks, rowsOf, spec } from "../marks/storm-exposure.ts";
import { cardPanel } from "./card-panel.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";

/** As many cities as have a row. */
const fitted = (seen: Parameters<typeof data>[0], config: StormExposureConfig, from: Parameters<typeof data>[2], size: Size) => data(seen, config, from, rowsOf(size));

/** Who is inside a wind circle now, and in which order the cities follow. */
@customElement("wall-storm-exposure")
export class StormExposurePanel extends cardPanel({ read, card, data: fitted, marks, spoken }) {
  override config: StormExposureConfig = {};
  private readonly here = new Here(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);

  get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-exposure": StormExposurePanel;
  }
}
definePanel<StormExposureConfig>({ ...spec, tag: "wall-storm-exposure", title: { zh: "风圈与到达次序", en: "Inside the wind, and who is next" }, example: { region: "44" } });
