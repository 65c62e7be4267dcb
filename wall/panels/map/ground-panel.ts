import { css, html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Focus } from "../../../model/wall.ts";
import { language, Speaks } from "../../kit/language.ts";
import { Select, type Reader } from "../../kit/select.ts";
import type { CameraName } from "../../marks/camera.ts";
import { placeInTitle } from "../../marks/facts/looked-at.ts";
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
import { noGround, noGroundStyles } from "./no-ground.ts";
import "./wall-map.ts";

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
    static override styles = [noGroundStyles, css`
      :host { display: block; position: relative; }
      wall-map { position: absolute; inset: 0; }
    `];
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
      const looked = focus?.region ?? region;
      const base = this.sets.of(looked, region, this.here.linked);
      if (!base.sets) return noGround(base.lack, looked === PROVINCE ? "" : placeInTitle(looked, this.names));
      if (this.room.heightU === 0) return nothing;
      const u = Number.parseFloat(getComputedStyle(this).getPropertyValue("--u")) || 16;
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
