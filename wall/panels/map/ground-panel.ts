import { css, html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Focus } from "../../../model/wall.ts";
import { dictionary, language, Speaks } from "../../kit/language.ts";
import { Select, type Reader } from "../../kit/select.ts";
import type { CameraName } from "../../marks/camera.ts";
import type { MapBase } from "../../marks/facts/map-sets.ts";
import type { Standpoint } from "../../marks/facts/standpoint.ts";
import type { MapData } from "../../marks/map-data.ts";
import { Here } from "../here.ts";
import { Lexicon } from "../lexicon.ts";
import { MapSetsSource } from "../map-sets.ts";
import { PlaceNames } from "../place-names.ts";
import { layerKey, layerOf, type PointLayer } from "../../marks/facts/point-layer.ts";
import type { SeenOver } from "../../marks/facts/laid-over.ts";
import { Room } from "../room.ts";
import { Sites } from "../sites.ts";
import "./wall-map.ts";

const t = dictionary({ "底图未取到，正在重试": "no base map yet, trying again" });
const PROVINCE = "44";
interface GroundConfig {
  readonly region?: string;
  readonly camera?: CameraName;
  readonly focus?: Focus;
  readonly wall?: string;
  readonly over?: PointLayer | undefined;
}
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "sites">;
/** What a kind tells on the ground of a map. */
interface GroundTelling<Config, Seen> {
  read(reader: Reader, config: Config): Seen;
  viewOf(config: Config, base: MapBase): CameraName | { readonly region: string };
  data(seen: Seen, config: Config, from: From, base: MapBase, u: number): MapData;
  spoken(seen: Seen, config: Config, from: From, base: MapBase): string;
  /** What of all that is seen the picture depends on: while it is the same, nothing is laid out again. */
  depends(seen: Seen): readonly unknown[];
}

/** The element of a panel whose picture stands on the ground of a map. */
export function groundPanel<Config extends GroundConfig, Seen extends { readonly over?: SeenOver | undefined }>({ read, viewOf, data, spoken, depends }: GroundTelling<Config, Seen>) {
  class GroundPanel extends LitElement {
    static override styles = css`
      :host { display: block; position: relative; }
      wall-map { position: absolute; inset: 0; }
      p { color: var(--t2); font: 400 var(--type-body) / 1.4 var(--face-sans); padding: calc(var(--u) * 2); margin: 0; }
    `;
    @property({ attribute: false }) config!: Config;
    readonly here = new Here(this, 30_000);
    readonly room = new Room(this);
    readonly words = new Lexicon(this);
    readonly names = new PlaceNames(this);
    readonly sites = new Sites(this);
    readonly sets = new MapSetsSource(this);
    readonly seen = new Select(this, (reader) => read(reader, this.told));
    kept: { readonly of: readonly unknown[]; readonly data: MapData } | undefined;

    constructor() {
      super();
      new Speaks(this);
    }
    /** What its scene tells it, and what people have laid over it. */
    get told(): Config {
      const topic = this.config.focus?.layer === undefined ? undefined : this.words.topic(this.config.focus.layer);
      return topic ? { ...this.config, over: layerOf(topic) } : this.config;
    }
    override render() {
      const { region = PROVINCE, focus } = this.config;
      const sets = this.sets.of(focus?.region ?? region, region);
      if (!sets) return this.sets.failed ? html`<p role="alert">✕ ${t("底图未取到，正在重试")}</p>` : nothing;
      if (this.room.heightU === 0) return nothing;
      const u = Number.parseFloat(getComputedStyle(this).getPropertyValue("--u")) || 16;
      const base: MapBase = { sets, focus: this.sets.focus };
      const { here, words, names, sites } = this;
      const from: From = { lang: language(), here, words, names, sites };
      return html`<wall-map .data=${this.dataOf(base, from, u)} .said=${spoken(this.seen.value, this.told, from, base)} .view=${viewOf(this.config, base)} .world=${here.situation} .inset=${{ top: 2 * u, right: 2 * u, bottom: 2 * u, left: 2 * u }}></wall-map>`;
    }
    /** The same facts give the same object: names are placed once, not with every tick. */
    dataOf(base: MapBase, from: From, u: number): MapData {
      const { over } = this.seen.value;
      const of = [this.config, base.sets, base.focus, u, this.words.topics, this.sites.ofKind(""), language(), this.here.linked, over && layerKey(over.slices, over.alerts.records.values()), ...depends(this.seen.value)];
      if (this.kept && this.kept.of.length === of.length && of.every((part, i) => part === this.kept!.of[i])) return this.kept.data;
      this.kept = { of, data: data(this.seen.value, this.told, from, base, u) };
      return this.kept.data;
    }
  }
  return GroundPanel;
}
