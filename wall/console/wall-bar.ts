import "./direct.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Act } from "../kit/act.ts";
import { linkContext, readsContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import type { Reads, WallName } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { t } from "./words.ts";

/** Sends what the console looks at to a wall, and takes the wall back. */
@customElement("console-wall")
export class WallBarElement extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; font-size: var(--type-body); --target: 64px; }
    label { display: flex; align-items: center; gap: 8px; }
    select { min-height: 64px; }
    p { flex: 1 1 40%; font-size: var(--u); }
    p.wrong { flex-basis: 100%; }
  `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property() region = "";
  @property() incident = "";
  /** A scene that was asked for: the sheet opens with it. Fires `directed` when that sheet closes. */
  @property() scene = "";
  @state() private walls: readonly WallName[] = [];
  @state() private wall = "";
  @state() private directing = false;
  /** True while a hand draws on this wall. Fires `hand` with the wall to begin and to end. */
  @property({ attribute: false }) hand = false;
  private readonly act = new Act(this);
  private readonly names = new Names(this);
  private readonly shown = new Select(this, (s) => (this.wall ? s.wall(this.wall) : undefined));

  constructor() {
    super();
    new Speaks(this);
  }
  protected override firstUpdated(): void {
    if (!this.session.rights.includes("wall")) return;
    this.reads.walls().then(
      (walls) => {
        this.walls = walls;
        const ids = walls.map(({ id }) => id);
        // The wall that shows this situation first; the room's main wall else.
        this.wall = ids.find((id) => id === (this.situation === "live" ? "live" : "main")) ?? ids[0] ?? "";
      },
      () => {},
    );
  }
  override render() {
    if (!this.wall) return nothing;
    const state = this.shown.value;
    const busy = this.act.busy !== null;
    return html`<button class="primary" data-command="wall.focus" ?disabled=${busy} @click=${() => void this.send()}>${t("送上大屏")}</button>
      <button data-command="wall.back" data-repeats ?disabled=${busy || (state !== undefined && state.depth === 0)} @click=${() => void this.act.do("wall.back", { wall: this.wall })}>${t("大屏返回")}</button>
      <button data-opens="wall" aria-haspopup="dialog" aria-expanded=${String(this.directing)} @click=${() => (this.directing = !this.directing)}>${t("大屏控制")}</button>
      <button data-opens="hand" aria-pressed=${String(this.hand)} @click=${() => this.dispatchEvent(new CustomEvent("hand", { detail: this.wall }))}>${t("标绘")}</button>
      ${this.directing ? html`<console-direct .wall=${this.wall} .region=${this.region} .incident=${this.incident} .scene=${this.scene} @close=${() => this.directed()}></console-direct>` : nothing}
      ${this.walls.length > 1 ? html`<label>${t("大屏")}<select @change=${(e: Event) => (this.wall = (e.target as HTMLSelectElement).value)}>${this.walls.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.wall}>${inWords(title)}</option>`)}</select></label>` : nothing}
      ${this.act.failure ? html`<p role="alert" class="wrong">${this.act.failure}</p>` : html`<p class="quiet" role="status">${state ? t("大屏正看：{place}", { place: `${this.placeOf(state.focus.region)}${this.worldOf(state.focus.situation)}` }) : ""}</p>`}`;
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("scene") && this.scene) this.directing = true;
  }
  private directed(): void {
    this.directing = false;
    this.dispatchEvent(new CustomEvent("directed"));
  }
  /** A wall may look at what this seat may not; such a place has no name here. */
  private placeOf(code: string): string {
    const own = this.names.region(this.session.region);
    if (!own) return "··";
    if (own.path.includes(code)) return t("上级区域");
    const name = this.names.of(code);
    return name === code ? t("辖区以外") : name;
  }
  /** Which world the wall shows, where it is not this page's. */
  private worldOf(situation: string): string {
    const title = situation === this.situation ? undefined : this.link.situations.find(({ id }) => id === situation)?.title;
    return title ? ` · ${inWords(title)}` : "";
  }
  private async send(): Promise<void> {
    await this.act.do("wall.focus", { wall: this.wall, situation: this.situation, region: this.region, ...(this.incident && { incident: this.incident }) });
  }
}
