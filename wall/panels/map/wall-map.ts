import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Stroke } from "../../../model/wall.ts";
import { Canvas } from "../../kit/canvas.ts";
import { KeepsFree, type PageBox } from "../../kit/kept-free.ts";
import { dictionary, inWords } from "../../kit/language.ts";
import { CAMERAS, fitCamera, planeBox, type CameraName, type Inset } from "../../marks/camera.ts";
import { regionAt } from "../../marks/contains.ts";
import { nearer } from "../../marks/free-camera.ts";
import { handMarks } from "../../marks/hand.ts";
import { roomyGoal } from "../../marks/legend-room.ts";
import { keptBoxes, marks, sentence, type MapData } from "../../marks/map.ts";
import { regionGoal } from "../../marks/map-goal.ts";
import { holdsRegion, mapGround } from "../../marks/map-ground.ts";
import type { Hit, Mark, Size } from "../../marks/mark.ts";
import { unproject } from "../../marks/mercator.ts";
import { unapply, type Transform } from "../../marks/plane.ts";
import { clusterAt } from "../../marks/map-points.ts";
import { HandCamera } from "./hand-camera.ts";
import { MapCamera } from "./map-camera.ts";

/** A named view, the code of a region of the map's sets, or a free transform. */
export type MapView = CameraName | { readonly region: string } | { readonly transform: Transform };

const t = dictionary({ 地图: "Map" });
/** Half of a finger's target. */
const REACH_PX = 26;
/** A touch of a sign that counts comes so much nearer, and so does a button. */
const NEARER = 2;
const ALL_ROUND: Inset = { top: 24, right: 24, bottom: 24, left: 24 };

/**
 * The map of a display. Fires `map-back` when two fingers tap it, `region-activate` with `{code}` when a drillable region is touched or pressed, `point-activate` with `{id}` when a point is,
 * and `map-moved` when a hand takes its camera or gives it back.
 * Draws nothing itself: its marks go to the page's stage.
 */
@customElement("wall-map")
export class MapElement extends LitElement {
  @property({ attribute: false }) data: MapData | undefined;
  @property({ attribute: false }) view: MapView = "province";
  /** What it says aloud, where its owner knows more than stands on it. */
  @property() said = "";
  /** Room that other things take at the map's sides, px. */
  @property({ attribute: false }) inset: Inset = ALL_ROUND;
  /** Which world is looked at: the camera flies within one, and cuts to another, so that no name of the new stands on the old. */
  @property() world = "";
  /** What was drawn over it by hand, and where a hand points. */
  @property({ attribute: false }) strokes: readonly Stroke[] = [];
  @property({ attribute: false }) pointer: readonly [lon: number, lat: number] | null = null;
  /** Regions are touched by their shapes only: the page has a list of buttons for them already. */
  @property({ attribute: false }) tapOnly = false;

  /** A hand may push it and come nearer. */
  @property({ attribute: false }) free = false;

  private readonly camera = new MapCamera(this);
  private hand: HandCamera | undefined;
  /** The view that a hand took the camera from. */
  private left = "";
  /** What is told while a hand moves the map: numbers wait until it rests. */
  private held: MapData | undefined;
  private drawn: string | undefined;
  private readonly canvas = new Canvas(this, (size) => this.draw(size), { onHit: (hit) => this.touched(hit) });

  constructor() {
    super();
    new KeepsFree(this, () => this.kept());
    this.addEventListener("click", (event) => this.tapped(event));
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "group");
    if (!this.style.display) this.style.display = "block";
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hand?.stop();
    this.hand = undefined;
    this.held = undefined;
  }
  protected override willUpdate(): void {
    if (this.free && !this.hand && this.isConnected)
      this.hand = new HandCamera({ element: this, at: () => this.camera.at, size: () => this.canvas.size, moved: (to) => this.follow(to), settled: () => this.rest(), backed: () => this.dispatchEvent(new CustomEvent("map-back", { bubbles: true, composed: true })) });
    if (this.camera.byHand && this.left !== this.viewKey) this.whole();
  }
  private get viewKey(): string {
    return JSON.stringify([this.view, this.world]);
  }
  /** Everything stands on the stage; the element itself is only a place and a name. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
  override updated(): void {
    if (this.data) this.setAttribute("aria-label", this.said || sentence(this.data, typeof this.view === "string" ? inWords(CAMERAS[this.view].title) : t("地图")));
  }

  /** What of it explains the rest: on the page, where it stands now. */
  private kept(): readonly PageBox[] {
    const { data, canvas: { size }, camera: { goal } } = this;
    if (!data || !size || !goal) return [];
    const at = this.getBoundingClientRect();
    return keptBoxes(data, size, goal).map(({ x, y, width, height }) => ({ left: at.left + x, top: at.top + y, right: at.left + x + width, bottom: at.top + y + height }));
  }
  /** Degrees under a point of the page; null before the map stands. */
  placeAt(clientX: number, clientY: number): readonly [lon: number, lat: number] | null {
    if (!this.camera.at) return null;
    const box = this.getBoundingClientRect();
    const [lon, lat] = unproject(unapply(this.camera.at, [clientX - box.left, clientY - box.top]));
    return [lon, lat];
  }

  /** A hand has moved its camera away from its view. */
  get isMoved(): boolean {
    return this.camera.byHand;
  }
  /** Back to the view, from wherever a hand has it. */
  whole(): void {
    this.hand?.drop();
    this.held = undefined;
    this.camera.letGo();
    this.tellMoved();
  }
  /** Comes nearer, or goes further away, around the middle of the picture. */
  step(by: number): void {
    const { size } = this.canvas;
    const { at } = this.camera;
    if (!size || !at) return;
    this.follow(nearer(at, by, [size.width / 2, size.height / 2], size));
    this.rest();
  }
  private follow(to: Transform): void {
    this.held ??= this.data;
    const wasByHand = this.camera.byHand;
    this.left = this.viewKey;
    this.camera.follow(to);
    if (!wasByHand) this.tellMoved();
  }
  private rest(): void {
    this.held = undefined;
    this.camera.rest();
    this.requestUpdate();
  }
  private tellMoved(): void {
    this.dispatchEvent(new CustomEvent("map-moved"));
  }

  /** Its camera stands still until it is let go: what has to be painted first gets the frame. */
  hold(): void {
    this.camera.hold();
  }
  release(): void {
    this.camera.release();
  }

  private draw(size: Size): Mark[] {
    const data = this.held ?? this.data;
    if (!data) return [];
    if (!this.camera.byHand) this.camera.look(this.goal(data, size), size, this.drawn !== undefined && this.drawn !== this.world);
    this.drawn = this.world;
    if (this.camera.at !== this.camera.goal) this.canvas.soften();
    const hands = handMarks(this.strokes, this.pointer, this.camera.at!, size.u);
    const all = marks(data, size, this.camera.goal!, this.camera.at, hands);
    return this.tapOnly ? all.filter(({ kind }) => kind !== "hit") : all;
  }
  private goal(data: MapData, size: Size): Transform {
    const { view } = this;
    // What a hand may move needs no room for its legend; the console's stands beside the map.
    if (typeof view === "string") return this.free ? fitCamera(CAMERAS[view], size, this.inset) : roomyGoal(data, planeBox(CAMERAS[view].box), size, this.inset);
    if ("transform" in view) return view.transform;
    return holdsRegion(data.sets, view.region) ? regionGoal(data, view.region, size, this.inset) : fitCamera(CAMERAS.province, size, this.inset);
  }
  private touched(hit: Hit): void {
    if (hit.kind === "region") this.activate(hit.code);
  }
  /** A tap between the names still finds its region by its shape. */
  private tapped(event: MouseEvent): void {
    const { data, camera, canvas: { size } } = this;
    if (!data || !camera.at || !size || this.hand?.hasDragged) return;
    const box = this.getBoundingClientRect();
    const at = [event.clientX - box.left, event.clientY - box.top] as const;
    const touched = this.free && data.points ? clusterAt(data.points, camera.at, size, at, REACH_PX) : undefined;
    if (touched?.points.length === 1) {
      this.dispatchEvent(new CustomEvent("point-activate", { detail: { id: touched.points[0]!.id }, bubbles: true, composed: true }));
      return;
    }
    if (touched) {
      this.follow(nearer(camera.at, NEARER, at, size));
      this.rest();
      return;
    }
    if (!data.drillable) return;
    const region = regionAt(mapGround(data.sets.main).ground, unapply(camera.at, at));
    if (region && (data.drillable === true || data.drillable.includes(region.code))) this.activate(region.code);
  }
  private activate(code: string): void {
    this.dispatchEvent(new CustomEvent("region-activate", { detail: { code }, bubbles: true, composed: true }));
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-map": MapElement;
  }
  interface HTMLElementEventMap {
    "region-activate": CustomEvent<{ readonly code: string }>;
    "point-activate": CustomEvent<{ readonly id: string }>;
  }
}
