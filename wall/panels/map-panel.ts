import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Cell } from "../../model/sample.ts";
import type { Focus, Stroke } from "../../model/wall.ts";
import { HOUR } from "../../model/time.ts";
import { unitOf } from "../../model/units.ts";
import { shown, STATE_WORDS } from "../../model/wording.ts";
import { TYPE_U } from "../../themes/scale.ts";
import { dictionary, inWords, language, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import { definePanel } from "../kit/panel.ts";
import type { IndicatorView } from "../kit/reads.ts";
import { Pointing } from "../kit/pointing.ts";
import { Select } from "../kit/select.ts";
import { stormCamera, type CameraName } from "../marks/camera.ts";
import type { Breaks } from "../marks/choropleth.ts";
import type { MapData, MapSets } from "../marks/map-data.ts";
import { spec, stormTitle } from "../marks/map.ts";
import type { Run } from "../marks/mark.ts";
import { Here } from "./here.ts";
import { Lexicon } from "./lexicon.ts";
import { foundLevels } from "./map/found-levels.ts";
import "./map/wall-map.ts";
import { MapSetsSource } from "./map-sets.ts";
import { PlaceNames } from "./place-names.ts";
import { Room } from "./room.ts";
import { moment } from "./time-words.ts";

export interface MapConfig {
  readonly region?: string;
  /** What fills the counties: a rate or an intensity, never a count. */
  readonly fill?: { readonly indicator: string; readonly breaks: Breaks };
  /** What stands under the cities' names. */
  readonly figures?: string;
  /** Absent = the storm's while there is one, else the whole province; the storm's is a nearer one where the picture is low. */
  readonly camera?: CameraName;
  /** Where glass ends inside the map; given by the room. */
  readonly seams?: MapData["seams"];
  /** What the wall is looking at, and which wall it is; given by the page. */
  readonly focus?: Focus;
  readonly wall?: string;
}
const t = dictionary({ "底图未取到，正在重试": "no base map yet, trying again", 县级: "by county", "城市名下数字：{title} {unit}": "under names: {title}, {unit}", 城市名下数字: "under names", "城市名下时刻：7级风圈到达（外推）": "under names: force 7 arrives (extrap.)", "{at} 达到标准": "meets the standard {at}" });
const PROVINCE = "44";
const NO_STROKES: readonly Stroke[] = [];

/** The focal map of a wall: one thematic fill, levels found by machines, the storm, and what the wall looks at. */
@customElement("wall-map-panel")
export class MapPanel extends LitElement {
  static override styles = css`
    :host { display: block; position: relative; }
    wall-map { position: absolute; inset: 0; }
    p { color: var(--t2); font: 400 var(--type-body) / 1.4 var(--face-sans); padding: calc(var(--u) * 2); margin: 0; }
  `;
  @property({ attribute: false }) config: MapConfig = {};
  private readonly here = new Here(this, 30_000);
  private readonly room = new Room(this);
  private readonly words = new Lexicon(this);
  private readonly names = new PlaceNames(this);
  private readonly places = new Names(this);
  private readonly sets = new MapSetsSource(this);
  private readonly seen = new Select(this, (s) => {
    const { region = PROVINCE, fill, figures } = this.config;
    return {
      hazard: s.hazard(),
      alerts: s.alerts(region),
      fill: fill && s.cells(fill.indicator, region, "county"),
      figures: figures === undefined ? undefined : s.cells(figures, region, "city"),
    };
  });
  private readonly strokes = new Select(this, (s) => (this.config.wall === undefined ? undefined : s.wall(this.config.wall)?.strokes));
  private readonly pointing = new Pointing(this, () => this.config.wall ?? "");
  private kept: { readonly from: readonly unknown[]; readonly data: MapData } | undefined;

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    const looking = this.config.focus?.region ?? this.config.region ?? PROVINCE;
    const sets = this.sets.of(looking, this.config.region ?? PROVINCE);
    if (!sets) return this.sets.failed ? html`<p role="alert">✕ ${t("底图未取到，正在重试")}</p>` : nothing;
    if (this.room.heightU === 0) return nothing;
    const u = Number.parseFloat(getComputedStyle(this).getPropertyValue("--u")) || 16;
    const focus = this.sets.focus;
    const view = focus ? { region: focus.level === "village" ? focus.parents.at(-1)! : focus.code } : (this.config.camera ?? (this.seen.value.hazard?.kind === "storm" ? "storm" : "province"));
    const named = view === "storm" ? stormCamera(this.room.heightU) : view;
    return html`<wall-map .data=${this.data(sets, u)} .view=${named} .strokes=${this.strokes.value ?? NO_STROKES} .pointer=${this.pointing.at} .world=${`${this.config.camera ?? ""} ${this.config.fill?.indicator ?? ""} ${this.seen.value.hazard?.kind ?? ""}`} .inset=${{ top: 2 * u, right: 2 * u, bottom: 2 * u, left: 2 * u }}></wall-map>`;
  }

  /** The same facts give the same object: names are placed once, not with every tick. */
  private data(sets: MapSets, u: number): MapData {
    const { hazard, alerts, fill, figures } = this.seen.value;
    const levels = foundLevels(alerts.records.values(), sets, this.places);
    // Which region holds a place may be known only later than its finding.
    const standing = alerts.status + levels.map(({ region = "", severity }) => `${region} ${severity}`).join();
    const from = [sets, this.config.seams, hazard, standing, fill?.cells, figures?.cells, this.sets.focus, u, this.words.topics, language()];
    if (this.kept && from.every((f, i) => f === this.kept!.from[i])) return this.kept.data;
    const focus = this.sets.focus;
    const measured = this.config.fill && !this.stormAlone ? this.words.indicator(this.config.fill.indicator) : undefined;
    const storm = hazard?.kind === "storm" && hazard.now ? { storm: { id: hazard.id, name: hazard.name, nameZh: hazard.nameZh }, now: hazard.now, fixes: hazard.fixes } : undefined;
    const under = this.figures(u);
    const data: MapData = {
      sets,
      lang: language(),
      ...(storm && { storm }),
      ...(focus && { focus: focus.level === "village" ? focus.parents.at(-1)! : focus.code, ...(focus.level === "village" && { selected: focus.code }) }),
      ...(fill && measured && { fill: { values: valuesOf(fill.cells), breaks: this.config.fill!.breaks } }),
      ...(alerts.status !== "loading" && { alerts: levels }),
      figures: under,
      legend: this.legend(measured, under.size),
      ...(this.config.seams && { seams: this.config.seams }),
    } as MapData;
    this.kept = { from, data };
    return data;
  }
  /** A storm over an indicator that has told nothing: the map is the storm's, and what is empty neither hatches it nor names it. */
  private get stormAlone(): boolean {
    const { hazard, fill } = this.seen.value;
    return hazard?.kind === "storm" && fill !== undefined && [...fill.cells.values()].every(({ value }) => value === null);
  }
  private figures(u: number): ReadonlyMap<string, readonly Run[]> {
    const { figures } = this.seen.value;
    const measured = this.config.figures === undefined ? undefined : this.words.indicator(this.config.figures);
    if (!figures || !measured) return new Map();
    const arrives = measured.id.startsWith("met.storm.arrival.");
    return new Map([...figures.cells.values()].flatMap((cell) => {
      const runs = arrives ? this.arrivalRuns(cell, measured, u) : numberRuns(cell, measured, this.here.simNow, u);
      return runs ? [[cell.place, runs] as const] : [];
    }));
  }
  private arrivalRuns(cell: Cell, measured: IndicatorView, u: number): Run[] | undefined {
    // Who is inside is seen by the circle; only what is still to come needs its hour.
    if (cell.value === null || cell.value === 0 || cell.observedAt === null) return undefined;
    return [{ text: moment(cell.observedAt + cell.value * HOUR, this.here.simNow), sizePx: TYPE_U.figure * u, weight: 500, ink: "w1", family: "num", truth: { ...cell, indicator: measured.id, quality: "extrapolated" } }];
  }
  /** Only what stands on the map is explained; an indicator that has told nothing yet says so instead of showing its classes. */
  private legend(measured: IndicatorView | undefined, drawn: number): MapData["legend"] {
    const { fill, hazard } = this.seen.value;
    const under = this.config.figures === undefined ? undefined : this.words.indicator(this.config.figures);
    const arrives = under?.id.startsWith("met.storm.arrival.") ?? false;
    const named = under && drawn > 0 ? (arrives ? t("城市名下时刻：7级风圈到达（外推）") : t("城市名下数字：{title} {unit}", { title: inWords(under.title), unit: unitOf(under, language()) })) : "";
    const storm = hazard?.kind === "storm" ? hazard : undefined;
    if (!measured || !fill || !this.config.fill) {
      if (!under || !named) return undefined;
      return storm || arrives ? { title: storm ? stormTitle(storm, language()) : inWords(under.title), foot: named } : { title: inWords(under.title), note: unitOf(under, language()), foot: t("城市名下数字") };
    }
    const cells = [...fill.cells.values()];
    const unknown = cells.length > 0 && cells.every(({ value }) => value === null);
    const all = unknown && cells.every(({ state }) => state === "never") ? inWords(STATE_WORDS.never) : "";
    return {
      title: inWords(measured.title), note: unknown ? t("县级") : `${unitOf(measured, language())} ${t("县级")}`, ...(unknown ? {} : { breaks: this.config.fill.breaks }),
      noData: true, ...(all && { noDataSaid: all }), ...(named && { foot: named }),
    };
  }
}

const valuesOf = (cells: ReadonlyMap<string, Cell>): ReadonlyMap<string, number | null> => new Map([...cells].map(([code, cell]) => [code, cell.state === "down" ? null : cell.value]));

/** A number under a name; what never reported stays unsaid there, the legend and the lists say it. */
function numberRuns(cell: Cell, measured: IndicatorView, now: number, u: number): Run[] | undefined {
  const { prefix, text, unit, isNumber } = shown(cell, { ...measured, cadenceMs: measured.cadence }, now, { lang: language() });
  if (!isNumber) return undefined;
  const old = cell.state === "stale" || cell.state === "down";
  // The unit stands once, in the legend; an order of magnitude (万) belongs to the number, and where it is part of the unit (亿kW) all of it.
  const own = unitOf(measured, language());
  const order = unit.endsWith(own) ? unit.slice(0, unit.length - own.length).trimEnd() : unit;
  return [
    ...(prefix ? [{ text: prefix, sizePx: u, ink: "t2" as const }] : []),
    { text: `${text}${order}`, sizePx: TYPE_U.figure * u, weight: 600, ink: old ? "t3" : "t1", family: "num", truth: { ...cell, indicator: measured.id } },
  ];
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-map-panel": MapPanel;
  }
}
definePanel<MapConfig>({ ...spec, tag: "wall-map-panel", title: { zh: "地图", en: "Map" }, example: { fill: { indicator: "emg.shelter.load", breaks: [20, 40, 60, 80] }, figures: "grid.event.report" } });
