import "./wall-map.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { BoundaryLevel, BoundarySet } from "../../../model/boundary.ts";
import type { StormRecord } from "../../../model/hazard.ts";
import { LEVELS, type Level } from "../../../model/region.ts";
import type { Rule } from "../../../model/rule.ts";
import type { Cell } from "../../../model/sample.ts";
import { MINUTE } from "../../../model/time.ts";
import type { Stroke } from "../../../model/wall.ts";
import { linkContext, readsContext, sessionContext, situationContext, type Link } from "../../kit/contexts.ts";
import { language, Speaks } from "../../kit/language.ts";
import { Names } from "../../kit/names.ts";
import type { IndicatorView, Reads, RegionView } from "../../kit/reads.ts";
import { Pointing } from "../../kit/pointing.ts";
import { Select } from "../../kit/select.ts";
import type { Session } from "../../kit/session.ts";
import type { MapSets } from "../../marks/map-data.ts";
import type { MapData } from "../../marks/map.ts";
import type { Run } from "../../marks/mark.ts";
import { colouredBy, isNone, roundUp } from "./breaks.ts";
import { gapWords } from "./gaps.ts";
import { placeFigures } from "./place-figures.ts";
import { foundLevels } from "../../marks/facts/found-levels.ts";
import { layerKey, layerPoints, readLayer, type PointLayer } from "../../marks/facts/point-layer.ts";
import type { MapPoints } from "../../marks/map-points.ts";
import type { LonLat } from "../../../model/geodesy.ts";
import { dictionary } from "../../kit/language.ts";
import { controls } from "../../kit/controls.ts";
import { Sites } from "../sites.ts";
import { VillagePoints } from "./village-points.ts";
import type { MapElement } from "./wall-map.ts";

const t = dictionary({ 放大: "Nearer", 缩小: "Further away", 全图: "Whole map", 地图缩放: "Map zoom", 村: "Villages" });
/** Where the buttons stand, px: nothing that the map says lies under them. */
const BUTTONS = { side: 56, gap: 12, edge: 8, top: 0.42 } as const;
/** A button's step. */
const STEP = 1.6;

/** Situation time between two drawn places of a storm: under 2 km of the fastest. */
const STORM_STEP_MS = 3 * MINUTE;

const NO_STROKES: readonly Stroke[] = [];

/** The map of a console: the children of one region, filled by one indicator, with its alerts, the storm and points. A hand moves it. Fires `region-activate` and `point-activate`. */
@customElement("wall-drill-map")
export class DrillMapElement extends LitElement {
  static override styles = [controls, css`
    :host, wall-map { display: block; position: absolute; inset: 0; }
    .zoom { position: absolute; right: 8px; top: 42%; display: grid; gap: 12px; --target: 56px; z-index: 2; }
    .zoom button { width: 56px; height: 56px; padding: 0; background: var(--raise); font-size: calc(var(--u) * 1.5); }
    .zoom .whole { font-size: var(--u); }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property({ attribute: false }) region: RegionView | undefined;
  @property() picked = "";
  @property({ attribute: false }) cells: ReadonlyMap<string, Cell> = new Map();
  @property({ attribute: false }) measured: IndicatorView | undefined;
  @property({ attribute: false }) rules: readonly Rule[] = [];
  /** The points that lie over it; null = none. */
  @property({ attribute: false }) layer: PointLayer | "village" | null = null;
  /** What somebody looked for: it bears a ring and its name. */
  @property({ attribute: false }) found: { readonly id: string; readonly name: string; readonly at: LonLat } | null = null;
  /** Whose strokes and pointer lie on it; absent = nobody's. */
  @property() wall = "";
  /** The minute to which arrivals are counted down, as in the list beside it; absent = what is shown is no arrival. */
  @property({ attribute: false }) now: number | undefined;
  /** Smallest type of the display, px. */
  @property({ attribute: false }) unitPx = 16;
  @state() private sets: { readonly of: string; readonly sets: MapSets } | null = null;
  @state() private isMoved = false;
  private drawn: StormRecord | undefined;
  private readonly sites = new Sites(this);
  private readonly villages = new VillagePoints(this);
  private laid: { readonly of: readonly unknown[]; readonly points: MapPoints } | undefined;
  private readonly layerSeen = new Select(this, (s) => (this.layer && this.layer !== "village" ? { slices: readLayer(s, this.layer, this.session.region), alerts: s.findings(this.session.region) } : undefined));
  private readonly names = new Names(this);
  private readonly alerts = new Select(this, (s) => (this.region ? s.findings(this.region.code) : undefined));
  private readonly hazard = new Select(this, (s) => s.hazard());
  private readonly strokes = new Select(this, (s) => (this.wall ? s.strokesOn(this.wall) : undefined));
  private readonly pointing = new Pointing(this, () => this.wall);

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("region") && this.region && (changed.get("region") as RegionView | undefined)?.code !== this.region.code) void this.fetch(this.region);
  }
  /** The ground stays until the next one is here: the map is never blank on the way. */
  private async fetch(region: RegionView): Promise<void> {
    const get = (level: BoundaryLevel, parent?: string): Promise<BoundarySet | undefined> => this.reads.boundaries(level, parent).catch(() => undefined);
    const child = region.children[0]?.level ?? region.level;
    // A post of a county or a town does not see what lies around it.
    const own = this.reads.regionNow(this.session.region)?.level ?? "province";
    const isWide = (level: Level): boolean => LEVELS.indexOf(own) <= LEVELS.indexOf(level);
    const [context, around, cities] = [get("context"), isWide("county") ? get("county") : undefined, isWide("city") ? get("city") : undefined];
    const main = child === "village" ? get("town", region.code === this.session.region ? region.code : (region.parent ?? undefined)) : get(child, region.parent === null ? undefined : region.code);
    const villages = child === "village" ? get("village", region.code) : undefined;
    const found = { main: await main, context: await context, around: await around, cities: await cities, villages: await villages };
    if (!found.main || this.region?.code !== region.code) return;
    const { main: ground, ...others } = found;
    this.sets = { of: region.code, sets: { main: ground, ...Object.fromEntries(Object.entries(others).filter(([, set]) => set !== undefined)) } };
  }
  override render() {
    const { region, sets } = this;
    if (!region || !sets) return nothing;
    // Between two grounds the old one stands, without the numbers of the new.
    const here = sets.of === region.code;
    const view = region.parent === null ? ("province" as const) : { region: region.code };
    const map = (): MapElement | null => this.renderRoot.querySelector("wall-map");
    return html`<wall-map .free=${true} @map-moved=${() => (this.isMoved = map()?.isMoved ?? false)} .tapOnly=${true} .strokes=${this.strokes.value ?? NO_STROKES} .pointer=${this.pointing.at} .data=${this.data(sets.sets, here, region)} .view=${here ? view : { region: sets.of }} .inset=${view === "province" ? this.provinceRoom : this.regionRoom}></wall-map>
      <div class="zoom" role="group" aria-label=${t("地图缩放")}><button data-map="nearer" aria-label=${t("放大")} @click=${() => map()?.step(STEP)}>+</button><button data-map="further" aria-label=${t("缩小")} @click=${() => map()?.step(1 / STEP)}>−</button>
        <button class="whole" data-map="whole" ?disabled=${!this.isMoved} @click=${() => map()?.whole()}>${t("全图")}</button></div>`;
  }
  /** Degrees under a point of the page; null before the map stands. */
  placeAt(clientX: number, clientY: number): readonly [lon: number, lat: number] | null {
    return this.renderRoot.querySelector("wall-map")?.placeAt(clientX, clientY) ?? null;
  }
  /** Its camera stands still until it is let go. */
  hold(): void {
    this.renderRoot.querySelector("wall-map")?.hold();
  }
  release(): void {
    this.renderRoot.querySelector("wall-map")?.release();
  }
  /** What the storm's lines mean stands at the lower left: the province's south-west, where storms land, must not lie under it. */
  private get provinceRoom() {
    return { top: this.unitPx, right: this.unitPx, bottom: 11 * this.unitPx, left: this.unitPx };
  }
  private get regionRoom() {
    return { top: 1.5 * this.unitPx, right: 1.5 * this.unitPx, bottom: 1.5 * this.unitPx, left: 1.5 * this.unitPx };
  }
  private data(sets: MapSets, here: boolean, region: RegionView): MapData {
    const { measured, unitPx: u } = this;
    const lang = language();
    const storm = this.storm();
    const alerts = this.alerts.value;
    const atVillages = sets.villages !== undefined;
    const cells = measured && here && !atVillages ? [...this.cells.values()].filter((cell) => !isNone(cell, measured)) : [];
    const coloured = measured && cells.length > 0 ? colouredBy(measured, this.rules, cells.map(({ value }) => value)) : undefined;
    const sign = coloured?.as === "fill" && coloured.classes.turned ? -1 : 1;
    const values = new Map(cells.map(({ place, value }) => [place, value === null ? null : sign * value]));
    const full = Math.max(0, ...cells.map(({ value }) => value ?? 0));
    const gaps = gapWords(cells, lang);
    return {
      sets,
      lang,
      drillable: true,
      tags: [{ x: this.clientWidth - BUTTONS.edge - BUTTONS.side, y: BUTTONS.top * this.clientHeight, width: BUTTONS.side, height: 3 * BUTTONS.side + 2 * BUTTONS.gap }],
      ...(here && { focus: region.code, figures: this.figures(u, atVillages) }),
      ...(coloured && { fill: { ...(coloured.as === "fill" ? { values, breaks: coloured.classes.breaks } : { values: unknownOf(values), breaks: [] }), ...(gaps && { gaps }) } }),
      ...(coloured?.as === "amount" && full > 0 && { amounts: { values, full: roundUp(full) } }),
      ...(atVillages && { selected: region.code }),
      ...(this.picked && { selected: this.picked }),
      ...(here && alerts && (alerts.status === "ready" ? { alerts: foundLevels(alerts.records.values(), sets) } : { unheard: alerts.status === "refused" ? ("refused" as const) : ("awaited" as const) })),
      ...(this.layer && { points: this.points(this.layer) }),
      ...(this.found && { sites: [{ id: this.found.id, at: this.found.at, name: this.found.name, wanted: true, found: true }] }),
      ...(storm?.now && { storm: { storm: { id: storm.id, name: storm.name, nameZh: storm.nameZh }, now: storm.now, fixes: storm.fixes } }),
    };
  }
  /** The same facts give the same points: what is drawn of them is kept with them. */
  private points(layer: PointLayer | "village"): MapPoints {
    const lang = language();
    // Of an indicator that is counted in villages each tells by itself, near by; from here nobody knows.
    if (layer === "village") return this.villages.of(this.session.region, this.region?.code ?? "", t("村"), this.measured?.leaf === "village" ? null : false);
    const { slices = [], alerts } = this.layerSeen.value ?? {};
    const of = [JSON.stringify(layer), layerKey(slices, alerts?.records.values() ?? []), this.sites.ofKind(""), lang];
    if (this.laid && of.every((part, i) => part === this.laid!.of[i])) return this.laid.points;
    this.laid = { of, points: layerPoints(layer, slices, alerts?.records.values() ?? [], this.sites, lang) };
    return this.laid.points;
  }
  /** A drill moves its storm with every tick; the picture follows in steps that can be seen, not in every one. */
  private storm(): StormRecord | undefined {
    const record = this.hazard.value;
    if (record?.kind !== "storm") return (this.drawn = undefined);
    const before = this.drawn;
    if (before?.id === record.id && record.at >= before.at && record.at - before.at < STORM_STEP_MS) return before;
    return (this.drawn = record);
  }
  private figures(u: number, close: boolean): ReadonlyMap<string, readonly Run[]> {
    return this.measured ? placeFigures(this.cells, this.measured, { u, now: this.now ?? this.link.simNow(this.situation), lang: language(), close, info: this.link.situations.find(({ id }) => id === this.situation) }) : new Map();
  }
}
/** Without classes only the gaps are drawn on the land: a hatch where nothing is known. */
const unknownOf = (values: ReadonlyMap<string, number | null>): ReadonlyMap<string, null> => new Map([...values].flatMap(([code, value]) => (value === null ? [[code, null] as const] : [])));
declare global {
  interface HTMLElementTagNameMap {
    "wall-drill-map": DrillMapElement;
  }
}
