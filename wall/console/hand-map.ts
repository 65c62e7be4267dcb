import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { WallState } from "../../model/wall.ts";
import { Act } from "../kit/act.ts";
import { linkContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { Speaks } from "../kit/language.ts";
import { TAKES_TOUCHES } from "../kit/number-at.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { t } from "./direct-words.ts";

type Place = readonly [lon: number, lat: number];
/** The pointer is told ten times a second; a stroke keeps a point for every few px of the way. */
const TOLD_EVERY_MS = 100;
const STEP_PX = 4;
const MOST_POINTS = 500;

/**
 * The glass over the console's map on which a hand points and draws for a wall. While it lies there the map itself is not
 * touched. Holding the wall's lock is what lets a hand point; it is taken with the first touch. Fires `close`.
 */
@customElement("console-hand")
export class HandElement extends LitElement {
  static override styles = [controls, css`
    :host { position: absolute; inset: 0; z-index: 6; touch-action: none; user-select: none; cursor: crosshair; box-shadow: inset 0 0 0 2px var(--focus); }
    .tools { position: absolute; left: 12px; top: 12px; display: flex; flex-wrap: wrap; gap: 8px; cursor: default; --target: 56px; }
    .tools button { background: var(--raise); }
    .tools button[aria-pressed="true"] { background: var(--t1); }
    p { position: absolute; left: 12px; bottom: 12px; max-width: calc(100% - 24px); background: var(--raise); }
    svg { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
    polyline { fill: none; stroke: var(--focus); stroke-width: 4px; stroke-linecap: round; stroke-linejoin: round; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property() wall = "";
  /** Degrees under a point of the page; null beside the map. */
  @property({ attribute: false }) placeAt: (x: number, y: number) => Place | null = () => null;
  @state() private draws = true;
  @state() private path: readonly (readonly [number, number])[] = [];
  private readonly act = new Act(this);
  private readonly shown = new Select(this, (s) => (this.wall ? s.wall(this.wall) : undefined));
  private hand: number | null = null;
  /** What was sent last, and whatever waits behind it: a stroke is not lost because the lock that lets a hand draw has not been answered, or the stroke before. */
  private sent: Promise<unknown> = Promise.resolve();
  private places: Place[] = [];
  private toldAt = 0;

  constructor() {
    super();
    new Speaks(this);
    this.addEventListener("pointerdown", (e) => this.down(e));
    this.addEventListener("pointermove", (e) => this.move(e));
    this.addEventListener("pointerup", (e) => void this.up(e));
    this.addEventListener("pointercancel", (e) => this.lift(e));
  }
  override connectedCallback(): void {
    super.connectedCallback();
    // A hand that points and rests asks for nothing that lies under the glass: a sheet would open, and take the next touch to be closed.
    this.setAttribute(TAKES_TOUCHES, "");
  }
  override render() {
    const state = this.shown.value;
    const own = state?.strokes.filter(({ by }) => by === this.session.account) ?? [];
    return html`<svg aria-hidden="true"><polyline points=${this.path.map((p) => p.join(",")).join(" ")}></polyline></svg>
      <div class="tools" role="toolbar" aria-label=${t("标绘")} @pointerdown=${(e: Event) => e.stopPropagation()}>
        <button aria-pressed=${String(this.draws)} @click=${() => (this.draws = true)}>${t("标绘")}</button>
        <button aria-pressed=${String(!this.draws)} @click=${() => (this.draws = false)}>${t("指点")}</button>
        <button data-command="wall.clear" ?disabled=${own.length === 0 || this.act.busy !== null} @click=${() => void this.act.do("wall.clear", { wall: this.wall, stroke: own.at(-1)!.id })}>${t("撤销一笔")}</button>
        <button data-command="wall.clear" ?disabled=${!state || state.strokes.length === 0 || this.act.busy !== null} @click=${() => void this.act.do("wall.clear", { wall: this.wall })}>${t("清除标绘")}</button>
        <button @click=${() => this.dispatchEvent(new CustomEvent("close"))}>✕ ${t("收手")}</button>
      </div>
      ${this.act.failure ? html`<p role="alert" class="wrong">${this.act.failure}</p>` : nothing}`;
  }

  private holds(state: WallState | undefined): boolean {
    return state?.lock?.by === this.session.account;
  }
  private down(event: PointerEvent): void {
    // The first finger draws; a palm beside it does not.
    if (this.hand !== null || !event.isPrimary) return;
    this.hand = event.pointerId;
    this.setPointerCapture(event.pointerId);
    if (!this.holds(this.shown.value)) void this.inTurn(() => this.act.do("wall.lock", { wall: this.wall, locked: true }));
    this.places = [];
    this.path = [];
    this.follow(event);
  }
  private move(event: PointerEvent): void {
    if (event.pointerId === this.hand) this.follow(event);
  }
  private follow({ clientX, clientY }: PointerEvent): void {
    const place = this.placeAt(clientX, clientY);
    if (!place) return;
    const now = performance.now();
    if (now - this.toldAt >= TOLD_EVERY_MS) {
      this.toldAt = now;
      this.link.point({ wall: this.wall, x: place[0], y: place[1] });
    }
    if (!this.draws || this.places.length >= MOST_POINTS) return;
    const box = this.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    const last = this.path.at(-1);
    if (last && Math.hypot(last[0] - x, last[1] - y) < STEP_PX) return;
    this.path = [...this.path, [x, y]];
    this.places.push(place);
  }
  private async up(event: PointerEvent): Promise<void> {
    if (event.pointerId !== this.hand) return;
    const { places, path } = this;
    this.lift(event);
    if (places.length < 2) return;
    const points = places.map(([lon, lat]): [number, number] => [lon, lat]);
    await this.inTurn(() => this.act.do("wall.annotate", { wall: this.wall, situation: this.situation, points }));
    // Another may have been begun meanwhile.
    if (this.path === path) this.path = [];
  }
  private inTurn(send: () => Promise<unknown>): Promise<unknown> {
    return (this.sent = this.sent.then(send));
  }
  private lift({ pointerId }: PointerEvent): void {
    if (pointerId === this.hand) this.hand = null;
    this.places = [];
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-hand": HandElement;
  }
}
