import "../kit/stage-ground.ts";
import "../panels/map/drill-map.ts";
import "./foot.ts";
import "./hand-map.ts";
import "./regions.ts";
import { consume } from "@lit/context";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Level } from "../../model/region.ts";
import type { Cell } from "../../model/sample.ts";
import { linkContext, readsContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import type { Reads, RegionView } from "../kit/reads.ts";
import { Select, type Reader } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { runsDown } from "../kit/still-to-come.ts";
import { NO_POINTS, pointsShown } from "../panels/map/point-choices.ts";
import type { DeskView } from "./desk-view.ts";
import type { Drill } from "./drill.ts";
import { coverageLine, timeLine, timeLook } from "./figures-line.ts";
import { cellsWithin, figuresFor, reaches, type PlacedFigure } from "./figures.ts";
import { legend, legendLook } from "./legend.ts";
import { mapLook } from "./map-look.ts";
import { levelWord, t } from "./words.ts";

const SHOWN_FIGURES = 4;
const LEVEL_BELOW: Readonly<Partial<Record<Level, Level>>> = { city: "county", county: "town", town: "village" };
/** Smallest type of this display, px, as the page wears it. */
const unit = (): number => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--u")) || 16;

/**
 * Where the seat looks: figures of the place, its map with what is laid over it, and the places below. Fires `followed`
 * once the map and what stands beside it may follow, `layer`, `points`, `point` and `apart`. What is put into it lies on the map.
 */
@customElement("console-map")
export class MapSide extends LitElement {
  static override styles = [controls, mapLook, legendLook, timeLook];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property({ attribute: false }) view!: DeskView;
  /** The wall on which a hand draws; empty = none does. */
  @state() private hand = "";
  private followed: RegionView | undefined;
  private restWaits = false;
  private readonly names = new Names(this);
  private readonly numbers = new Select(this, (s) => this.read(s));

  constructor() {
    super();
    new Speaks(this);
  }
  private tell(kind: "followed" | "layer" | "points" | "point" | "apart", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }
  /**
   * Numbers of the region, of its children, and of the level below them: what a tap will ask for is here already. Until
   * a region's own slice has come, the one above it shows the same numbers.
   */
  private read(s: Reader): { children: ReadonlyMap<string, Cell>; figures: readonly PlacedFigure[] } {
    const { drill, measured, rail } = this.view;
    if (!measured) return { children: new Map(), figures: [] };
    const { current, focus } = drill;
    const root = this.session.region;
    const level = current.children[0]?.level;
    const children = level && reaches(measured, level) ? cellsWithin(s, measured.id, current, level, root) : new Map<string, Cell>();
    const below = level && LEVEL_BELOW[level];
    if (below && reaches(measured, below)) s.cells(measured.id, current.code, below);
    const shown = rail.slice(0, SHOWN_FIGURES);
    for (const each of shown) if (level && reaches(each, level)) s.cells(each.id, current.code, level);
    const above = [current, ...focus.path.flatMap((code) => this.reads.regionNow(code) ?? [])].filter(({ code }) => focus.path.includes(code));
    return { children, figures: figuresFor(s, shown, [focus, ...above], root) };
  }
  /** The same layer is the same object, so that its points are built once. */
  private get pointLayer() {
    const { measured, points, topics, sites, choices } = this.view;
    const of = [measured, points, topics, sites];
    if (!this.keptLayer || !of.every((part, i) => part === this.keptLayer!.of[i])) this.keptLayer = { of, layer: pointsShown(points, choices, measured) };
    return this.keptLayer.layer;
  }
  private keptLayer: { readonly of: readonly unknown[]; readonly layer: ReturnType<typeof pointsShown> } | undefined;

  override render() {
    const { drill, measured, found, opened, scene, sheet, info, minute } = this.view;
    const level = drill.current.children[0]?.level;
    const now = measured && runsDown(measured) ? minute : undefined;
    const { figures, children } = this.numbers.value;
    return html`<section class="map" aria-label=${this.names.of(drill.focus.code)}>
      <div class="figures">${figures.map((figure, i) => this.figure(figure, figures[i - 1], drill))}${timeLine(figures, this.link.simNow(this.situation), this.link.state === "live")}</div>
      <wall-stage class="ground" .unitPx=${unit()}><wall-drill-map .unitPx=${unit()} .now=${now} .wall=${this.hand} .found=${found} .layer=${this.pointLayer} @point-activate=${(e: CustomEvent<{ id: string }>) => this.tell("point", e.detail.id)} @map-back=${() => void drill.up()} @region-activate=${(e: CustomEvent<{ code: string }>) => void drill.to(e.detail.code)}></wall-drill-map>${this.hand ? html`<console-hand .wall=${this.hand} .placeAt=${(x: number, y: number) => this.renderRoot.querySelector("wall-drill-map")?.placeAt(x, y) ?? null} @close=${() => (this.hand = "")}></console-hand>` : nothing}</wall-stage>
      <console-regions .region=${drill.current} .cells=${children} .measured=${measured} .reaches=${level !== undefined && measured !== undefined && reaches(measured, level)} .picked=${drill.picked?.code ?? ""} .now=${now}
        @drill=${(e: CustomEvent<string>) => void drill.to(e.detail)}></console-regions>
      <nav class="rail" aria-label=${t("图层")}>${this.layers()}</nav>
      <console-foot .region=${drill.focus.code} .incident=${opened?.id ?? ""} .scene=${scene} .sheet=${typeof sheet === "string" ? sheet : ""} .info=${info} .drawing=${this.hand !== ""} @hand=${(e: CustomEvent<string>) => (this.hand = this.hand === "" ? e.detail : "")}></console-foot>
      <slot></slot>
    </section>`;
  }
  /** A number of the place; one of the place above it stands behind that place's name, which is told once. */
  private figure({ measured, cell, of }: PlacedFigure, before: PlacedFigure | undefined, { focus }: Drill) {
    const stops = () => t("统计到{level}级", { level: levelWord(measured.leaf as Level) });
    const told = before && before.of === of && (of !== undefined || before.measured.leaf === measured.leaf);
    const above = of?.code === focus.code || told ? nothing : html`<div class="figure of"><h2>${stops()}</h2>${of ? html`<p class="short">${t("所在{level}", { level: levelWord(of.level) })} ${inWords({ zh: of.name, en: of.nameEn ?? "" })}</p>` : nothing}</div>`;
    return html`${above}<div class="figure"><h2>${inWords(measured.title)}${coverageLine({ measured, cell })}</h2>
      ${of ? html`<button class="plain" aria-haspopup="dialog" @click=${() => this.tell("apart", { indicator: measured.id, place: of.code })}><wall-value .measured=${measured} .cell=${cell} .of=${of.code} .now=${this.view.minute}></wall-value><span class="unseen"> ${inWords(measured.title)} ${t("一指拆数")}</span></button>` : nothing}</div>`;
  }
  private layers() {
    const { measured, rail, topics, choices, points, rules, drill } = this.view;
    const others = topics.filter((topic) => topic.indicators.length > 0);
    const valueOf = (e: Event): string => (e.target as HTMLSelectElement).value;
    return html`${measured ? legend({ measured, rules, cells: [...this.numbers.value.children.values()], below: drill.current.children[0]?.level, isPicked: drill.picked !== null, simNow: this.link.simNow(this.situation) }) : nothing}${rail.map((each) => html`<button data-layer=${each.id} aria-pressed=${String(each.id === measured?.id)} @click=${() => this.tell("layer", each.id)}>${inWords(each.title)}</button>`)}
      <label><span class="unseen">${t("更多指标")}</span><select @change=${(e: Event) => this.tell("layer", valueOf(e))}>
        <option value="" ?selected=${rail.some((each) => each.id === measured?.id)}>${t("更多指标")}</option>
        ${others.map((topic) => html`<optgroup label=${inWords(topic.title)}>${topic.indicators.map((i) => html`<option value=${i.id} ?selected=${i.id === measured?.id && !rail.includes(i)}>${inWords(i.title)}</option>`)}</optgroup>`)}
      </select></label>
      <label><span class="unseen">${t("图上点位")}</span><select data-map="points" @change=${(e: Event) => this.tell("points", valueOf(e))}>
        <option value="" ?selected=${points === ""}>${t("点位：随指标")}</option><option value=${NO_POINTS} ?selected=${points === NO_POINTS}>${t("点位：不显示")}</option>
        ${choices.map(({ id, title }) => html`<option value=${id} ?selected=${points === id}>${t("点位：{what}", { what: inWords(title) })}</option>`)}
      </select></label>`;
  }

  protected override updated(): void {
    this.restLater();
  }
  /** Names and numbers of a place are painted first; its map, its queues and the names of the level below follow in the frame after. */
  private restLater(): void {
    const map = () => this.renderRoot.querySelector("wall-drill-map");
    if (this.view.drill.focus !== this.followed) map()?.hold();
    if (this.restWaits) return;
    this.restWaits = true;
    requestAnimationFrame(() => {
      const painted = this.view.drill.focus;
      setTimeout(() => {
        this.restWaits = false;
        const { drill, measured, rules, settled } = this.view;
        // Where a tap came in between, its names are not painted yet.
        if (drill.focus !== painted) return this.restLater();
        const there = map();
        // Before the address was followed the map would show the seat's own region and then fly away from it.
        if (!there || !settled) return;
        Object.assign(there, { region: drill.current, picked: drill.picked?.code ?? "", cells: this.numbers.value.children, measured, rules });
        there.release();
        if (this.followed === drill.focus) return;
        this.followed = drill.focus;
        this.tell("followed", drill.focus);
        drill.lookAhead();
      });
    });
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-map": MapSide;
  }
}
