import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { CHINA_OFFSET, DAY } from "../../model/time.ts";
import type { Stroke } from "../../model/wall.ts";
import { language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Pointing } from "../kit/pointing.ts";
import { Select } from "../kit/select.ts";
import { stormCamera } from "../marks/camera.ts";
import { layerKey, layerOf } from "../marks/facts/point-layer.ts";
import { foundLevels } from "../marks/facts/found-levels.ts";
import { placeInTitle } from "../marks/facts/looked-at.ts";
import type { MapBase } from "../marks/facts/map-sets.ts";
import { data, latestFinding, read, spoken, viewOf, type MapConfig } from "../marks/facts/map.ts";
import type { MapData } from "../marks/map-data.ts";
import { spec } from "../marks/map.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import "./map/wall-map.ts";
import { noGround, noGroundStyles } from "./map/no-ground.ts";
import { MapSetsSource } from "./map-sets.ts";
import { PlaceNames } from "./place-names.ts";
import { Sites } from "./sites.ts";
import { Room } from "./room.ts";

const PROVINCE = "44";
const NO_STROKES: readonly Stroke[] = [];

/** The focal map of a wall: one thematic fill, levels found by machines, the storm, and what the wall looks at. */
@customElement("wall-map-panel")
export class MapPanel extends LitElement {
  static override styles = [noGroundStyles, css`
    :host { display: block; position: relative; }
    wall-map { position: absolute; inset: 0; }
  `];
  @property({ attribute: false }) config: MapConfig = {};
  private readonly here = new Here(this, 30_000);
  private readonly room = new Room(this);
  private readonly words = new Lexicon(this);
  private readonly names = new PlaceNames(this);
  private readonly sets = new MapSetsSource(this);
  private readonly sites = new Sites(this);
  private readonly seen = new Select(this, (reader) => read(reader, this.told));
  private readonly strokes = new Select(this, (s) => (this.config.wall === undefined ? undefined : s.strokesOn(this.config.wall)));
  private readonly pointing = new Pointing(this, () => this.config.wall ?? "");
  private kept: { readonly from: readonly unknown[]; readonly data: MapData } | undefined;

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const { region = PROVINCE, focus, camera } = this.config;
    const looked = focus?.region ?? region;
    const base = this.sets.of(looked, region, this.here.linked);
    if (!base.sets) return noGround(base.lack, looked === PROVINCE ? "" : placeInTitle(looked, this.names));
    if (this.room.heightU === 0) return nothing;
    const u = Number.parseFloat(getComputedStyle(this).getPropertyValue("--u")) || 16;
    const view = viewOf(this.seen.value, this.config, base);
    return html`<wall-map .data=${this.data(base, u)} .said=${spoken(this.seen.value, this.told, this.from, base)} .view=${view === "storm" ? stormCamera(this.room.heightU) : view}
      .strokes=${this.strokes.value ?? NO_STROKES} .pointer=${this.pointing.at} .world=${`${camera ?? ""} ${this.seen.value.shown.fill?.indicator ?? ""} ${this.seen.value.hazard?.kind ?? ""}`} .inset=${{ top: 2 * u, right: 2 * u, bottom: 2 * u, left: 2 * u }}></wall-map>`;
  }
  /** What its scene tells it, and what people have laid over it. */
  private get told(): MapConfig {
    const topic = this.config.focus?.layer === undefined ? undefined : this.words.topic(this.config.focus.layer);
    return topic ? { ...this.config, over: layerOf(topic) } : this.config;
  }
  private get from() {
    return { lang: language(), here: this.here, words: this.words, names: this.names, sites: this.sites };
  }

  /** The same facts give the same object: names are placed once, not with every tick. */
  private data(base: MapBase, u: number): MapData {
    const { hazard, alerts, fill, figures, over } = this.seen.value;
    const laid = over && [this.config.focus?.layer, layerKey(over.slices, over.alerts.records.values()), this.sites.ofKind("")];
    const standing = alerts.status + foundLevels(alerts.records.values(), base.sets).map(({ region = "", severity }) => `${region} ${severity}`).join();
    const when = [latestFinding(this.seen.value, this.from), Math.floor((this.here.simNow + CHINA_OFFSET) / DAY)];
    const from = [base.sets, this.config.seams, this.config.tags, this.config.findingsOf?.join(), hazard, standing, ...when, fill?.cells, fill?.status, figures?.cells, figures?.status, base.focus, u, ...(laid ?? []), this.words.topics, language(), this.here.linked];
    if (this.kept && from.length === this.kept.from.length && from.every((f, i) => f === this.kept!.from[i])) return this.kept.data;
    this.kept = { from, data: data(this.seen.value, this.told, this.from, base, u) };
    return this.kept.data;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-map-panel": MapPanel;
  }
}
definePanel<MapConfig>({ ...spec, tag: "wall-map-panel", title: { zh: "地图", en: "Map" }, example: { fill: { indicator: "emg.shelter.load", breaks: [20, 40, 60, 80] }, figures: "grid.event.report" } });
