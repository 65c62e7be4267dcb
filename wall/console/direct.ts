import "../kit/sheet.ts";
import "../kit/slide.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { overlap } from "../../layouts/picture.ts";
import { SCENES } from "../../layouts/shelf.ts";
import { sceneName } from "../../model/scene.ts";
import { clockText, parseTime } from "../../model/time.ts";
import type { Area, Display, WallState } from "../../model/wall.ts";
import { THEME_IDS } from "../../themes/theme.ts";
import { THEMES } from "../../themes/themes.ts";
import { Act } from "../kit/act.ts";
import { readsContext, sessionContext, situationContext } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, language, Speaks } from "../kit/language.ts";
import { Pulse } from "../kit/pulse.ts";
import { Names } from "../kit/names.ts";
import type { Reads, TopicView, WallView } from "../kit/reads.ts";
import { refusal } from "../kit/refusal.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { hasPoints } from "../panels/map/point-choices.ts";
import { t } from "./direct-words.ts";

/** How the displays are is asked again while the sheet is open. */
const ASKED_EVERY_MS = 2_000;
const TURNS_S = [20, 60, 300] as const;
/** The drawing of a wall, px. */
const PLAN = { width: 640, height: 200 } as const;

/** The sheet from which a wall is directed: its displays, scenes, presets, rotation, mode, theme and lock. Fires `close`. */
@customElement("console-direct")
export class DirectElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; --target: 56px; }
    wall-sheet { inset: auto auto 8px 8px; width: calc(61vw - 16px); max-height: calc(100vh - 104px); }
    .sheet { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 20px 32px; }
    section { display: grid; gap: 10px; align-content: start; }
    .wide { grid-column: 1 / -1; }
    h3 { font-size: var(--type-body); font-weight: 600; display: flex; gap: 12px; align-items: baseline; }
    h3 small { font-size: var(--u); font-weight: 400; color: var(--t2); }
    .row { display: flex; flex-wrap: wrap; gap: 10px; }
    .plan { position: relative; }
    .plan button { position: absolute; min-height: 0; padding: 4px; display: grid; place-content: center; text-align: center; font-size: var(--u); line-height: 1.25; border-radius: 2px; }
    .plan button strong { font-size: var(--type-body); }
    .plan button.dark { border-style: dashed; color: var(--t3); }
    button.asked { border-color: var(--focus); border-width: 2px; }
    .plan button.taken { border-color: var(--focus); border-width: 2px; }
    wall-slide { --slide-height: 64px; --thumb: 64px; --slide-type: var(--type-body); }
    .note { font-size: var(--u); }
    .turns { display: flex; align-items: center; gap: 8px; }
  `];
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @property() wall = "";
  /** What the page looks at, for glass that is taken. */
  @property() region = "";
  @property() incident = "";
  /** The scene for which the sheet was opened: it has the focus, and nothing is done until somebody presses it. */
  @property() scene = "";
  @state() private topics: readonly TopicView[] = [];
  @state() private view: WallView | null = null;
  @state() private why = "";
  @state() private chosen: Area = [];
  /** What went back to the rest with the last piece that was taken. */
  @state() private gave: readonly Area[] = [];
  @state() private everyS: (typeof TURNS_S)[number] = 60;
  private readonly act = new Act(this);
  private readonly names = new Names(this);
  private readonly shown = new Select(this, (s) => (this.wall ? s.wall(this.wall) : undefined));
  private asked = Number.NEGATIVE_INFINITY;
  /** The scene that has been given the focus. */
  private pointed = "";

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
  }
  protected override firstUpdated(): void {
    this.reads.topics().then((topics) => (this.topics = topics), () => {});
  }
  protected override willUpdate(): void {
    const now = performance.now();
    if (now - this.asked < ASKED_EVERY_MS) return;
    this.asked = now;
    this.reads.wall(this.wall).then(
      (view) => {
        this.view = view;
        this.why = "";
      },
      (error: unknown) => (this.why = refusal(error)),
    );
  }

  protected override updated(): void {
    const asked = this.renderRoot.querySelector<HTMLElement>(`[data-scene="${CSS.escape(this.scene)}"]`);
    if (this.pointed === this.scene || !asked) return;
    this.pointed = this.scene;
    asked.focus();
  }

  override render() {
    const { view } = this;
    const now = this.shown.value;
    const heading = view ? `${t("大屏控制")} · ${inWords(view.title)}` : t("大屏控制");
    return html`<wall-sheet .heading=${heading} .note=${now?.show && now.show.since === null ? t("正在换屏") : ""} @close=${() => this.dispatchEvent(new CustomEvent("close"))}>
      ${view && now ? this.sheet(view, now) : html`<p class="second" role="status">${this.why ? t("未取到大屏：{what}", { what: this.why }) : t("正在取大屏")}</p>`}
    </wall-sheet>`;
  }
  private sheet(view: WallView, now: WallState) {
    const barred = this.act.busy !== null || (now.lock !== undefined && now.lock.by !== this.session.account);
    return html`<div class="sheet">
      ${this.act.failure ? html`<p role="alert" class="wrong wide">${this.act.failure}</p>` : nothing}
      ${this.displays(view, now, barred)}${this.scenes(view, now, barred)}${this.layers(now, barred)}${this.presets(view, now, barred)}${this.mode(now)}${this.lock(now)}${this.theme(now, barred)}
    </div>`;
  }

  private displays({ geometry, displays }: WallView, now: WallState, barred: boolean) {
    const gap = 48;
    const widths = geometry.surfaces.map(({ widthPx }) => widthPx);
    const width = widths.reduce((sum, w) => sum + w + gap, -gap);
    const scale = Math.min(PLAN.width / width, PLAN.height / Math.max(...geometry.surfaces.map(({ heightPx }) => heightPx)));
    const single = geometry.surfaces[0]!.displays.length === 1 && geometry.surfaces.length === 1;
    const height = Math.max(...geometry.surfaces.map(({ heightPx }) => heightPx)) * scale;
    const boxes = geometry.surfaces.flatMap((surface, i) => {
      const left = widths.slice(0, i).reduce((sum, w) => sum + w + gap, 0);
      return surface.displays.map((display) => ({ display, x: (left + display.xPx) * scale, y: display.yPx * scale, width: display.widthPx * scale, height: display.heightPx * scale }));
    });
    const glass = { surfaces: geometry.surfaces, displays: geometry.surfaces.flatMap((surface) => surface.displays) };
    const isTaken = (n: number) => now.parts.some(({ area }) => overlap(glass, area, [n]));
    const chosen = typeof this.chosen === "string" ? 1 : this.chosen.length;
    const gives = chosen === 0 ? [] : now.parts.map(({ area }) => area).filter((area) => overlap(glass, area, this.chosen));
    return html`<section class="wide" aria-label=${t("显示屏")}><h3>${t("显示屏")}<small>${t("点选显示屏，再占用或归还")}</small></h3>
      <div class="plan" .style=${`height:${height}px`}>${single
        ? (["left", "right"] as const).map((half, i) => this.box(half, half === "left" ? t("左半") : t("右半"), this.healthOf(boxes[0]!.display, displays), now.parts.some(({ area }) => area === half), { x: (boxes[0]!.width / 2) * i, y: 0, width: boxes[0]!.width / 2, height }))
        : boxes.map(({ display, ...box }) => this.box([display.n], String(display.n), this.healthOf(display, displays), isTaken(display.n), box))}</div>
      <div class="row">
        <button data-command="wall.take" ?disabled=${barred || chosen === 0} @click=${() => void this.take()}>${t("占用所选，看本页")}</button>
        <button data-command="wall.give" ?disabled=${barred || now.parts.length === 0} @click=${() => void this.act.do("wall.give", { wall: this.wall })}>${t("全部归还")}</button>
      </div>${this.returned(gives)}</section>`;
  }
  private box(area: Area, name: string, health: WallView["displays"][number] | undefined, taken: boolean, box: Readonly<Record<"x" | "y" | "width" | "height", number>>) {
    const pressed = typeof area === "string" ? this.chosen === area : typeof this.chosen !== "string" && this.chosen.includes(area[0]!);
    const state = health?.state ?? "unknown";
    const words = state === "unknown" ? t("未接入") : state === "dark" ? t("黑屏") : health!.skewMs === null ? t("正常") : t("帧偏差 {ms} ms", { ms: Math.round(health!.skewMs) });
    return html`<button class=${`${state === "connected" ? "" : "dark"} ${taken ? "taken" : ""}`} data-display=${typeof area === "string" ? area : area[0]!} aria-pressed=${String(pressed)} @click=${() => this.choose(area)}
      .style=${`left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px`}><strong>${name}</strong>${words}${taken ? html`<span>◆</span>` : nothing}</button>`;
  }
  /** What goes back to the rest with a piece that is taken: before it is, and after. */
  private returned(gives: readonly Area[]) {
    const what = (areas: readonly Area[]): string => areas.map((area) => (typeof area === "string" ? (area === "left" ? t("左半") : t("右半")) : t("{n} 屏", { n: area.join("、") }))).join(language() === "zh" ? "、" : ", ");
    if (gives.length > 0) return html`<p class="note" role="status" data-gives>${t("占用所选将归还已占用的 {what}", { what: what(gives) })}</p>`;
    return this.gave.length > 0 ? html`<p class="note" role="status" data-gave>${t("已归还 {what}", { what: what(this.gave) })}</p>` : nothing;
  }
  private healthOf(display: Display, displays: WallView["displays"]) {
    return displays.find(({ id }) => id === `${this.wall}/${display.n}`);
  }
  private choose(area: Area): void {
    this.gave = [];
    const { chosen } = this;
    if (typeof area === "string") this.chosen = chosen === area ? [] : area;
    else {
      const before = typeof chosen === "string" ? [] : chosen;
      this.chosen = before.includes(area[0]!) ? before.filter((n) => n !== area[0]) : [...before, area[0]!].sort((a, b) => a - b);
    }
  }
  private async take(): Promise<void> {
    const area = typeof this.chosen === "string" ? this.chosen : [...this.chosen];
    this.gave = [];
    const answer = await this.act.do("wall.take", { wall: this.wall, area, situation: this.situation, region: this.region, ...(this.incident && { incident: this.incident }) });
    if (!answer) return;
    this.chosen = [];
    this.gave = (answer.result["gives"] ?? []) as readonly Area[];
  }

  private scenes({ scenes, published = [] }: WallView, now: WallState, barred: boolean) {
    return html`<section aria-label=${t("场景")}><h3>${t("场景")}${this.scene && !scenes.includes(this.scene) ? html`<small role="status">${t("{what}不能放上此屏", { what: this.titleOf(this.scene, published) })}</small>` : nothing}</h3><div class="row">${scenes.map((id) => html`<button class=${id === this.scene ? "asked" : ""} data-command="wall.scene" data-scene=${id} ?disabled=${barred} aria-pressed=${String(sceneName(now.scene) === id)} @click=${() => void this.act.do("wall.scene", { wall: this.wall, scene: id })}>${this.titleOf(id, published)}</button>`)}</div></section>`;
  }
  private titleOf(id: string, published: NonNullable<WallView["published"]>): string {
    return inWords(SCENES.get(id)?.title ?? published.find((each) => each.id === id)?.title ?? { zh: id, en: id });
  }
  /** What lies over the map of whatever scene stands; a second touch takes it away. */
  private layers({ focus: { layer } }: WallState, barred: boolean) {
    const laid = this.topics.find(({ id }) => id === layer);
    return html`<section aria-label=${t("叠加图层")}><h3>${t("叠加图层")}<small role="status">${layer === undefined ? t("地图上未叠加点位") : t("已叠加：{what}", { what: laid ? inWords(laid.title) : layer })}</small></h3>
      <div class="row">${this.topics.filter(hasPoints).map(({ id, title }) => html`<button data-command="wall.layer" data-layer=${id} ?disabled=${barred} aria-pressed=${String(id === layer)} @click=${() => void this.act.do("wall.layer", { wall: this.wall, ...(id !== layer && { topic: id }) })}>${inWords(title)}</button>`)}</div></section>`;
  }
  private presets({ presets }: WallView, now: WallState, barred: boolean) {
    const rests = now.mode === "emergency";
    const ids = presets.map(({ id }) => id);
    return html`<section aria-label=${t("预设")}><h3>${t("预设")}<small>${presets.length === 0 ? t("此屏没有预设") : t("预设由大屏文件规定")}</small></h3>
      <div class="row">${presets.map(({ id, title }) => html`<button data-command="wall.preset" data-preset=${id} ?disabled=${barred} aria-pressed=${String(now.preset === id)} @click=${() => void this.act.do("wall.preset", { wall: this.wall, preset: id })}>${inWords(title)}</button>`)}</div>
      ${presets.length < 2 ? nothing : html`<div class="row">
        ${now.rotation
          ? html`<button class="primary" data-command="wall.rotate" ?disabled=${barred} @click=${() => void this.act.do("wall.rotate", { wall: this.wall, presets: [] })}>${t("停止轮播")}</button><span class="note second" role="status">${t("轮播中，每 {n} 秒", { n: now.rotation.everyS })}</span>`
          : html`<button data-command="wall.rotate" ?disabled=${barred || rests} @click=${() => void this.act.do("wall.rotate", { wall: this.wall, presets: ids, everyS: this.everyS })}>${t("开始轮播（{n} 个预设）", { n: ids.length })}</button>
            <label class="turns">${t("每屏秒数")}<select @change=${(e: Event) => (this.everyS = Number((e.target as HTMLSelectElement).value) as (typeof TURNS_S)[number])}>${TURNS_S.map((n) => html`<option value=${n} ?selected=${this.everyS === n}>${n}</option>`)}</select></label>`}
      </div>${rests ? html`<p class="note second">${t("战时不轮播")}</p>` : nothing}`}</section>`;
  }
  private mode({ mode }: WallState) {
    const isRoutine = mode === "routine";
    return html`<section aria-label=${t("平战")}><h3>${t("平战")}<small>${isRoutine ? t("平时") : t("战时")}</small></h3>
      <wall-slide data-command="wall.mode" .words=${isRoutine ? t("滑到底转入战时") : t("滑到底恢复平时")} .disabled=${this.act.busy !== null} @slide=${(e: Event) => void this.change(isRoutine ? "emergency" : "routine", e)}></wall-slide>
      <p class="note second">${isRoutine ? t("转入战时：大屏换成指挥场景，平时画面原样保留") : t("恢复平时：各屏回到转入前的画面")}</p></section>`;
  }
  private async change(mode: WallState["mode"], { currentTarget }: Event): Promise<void> {
    await this.act.do("wall.mode", { wall: this.wall, mode });
    (currentTarget as HTMLElementTagNameMap["wall-slide"] | null)?.arm();
  }
  private lock({ lock }: WallState) {
    const own = lock?.by === this.session.account;
    const until = lock && parseTime(lock.until);
    return html`<section aria-label=${t("锁定")}><h3>${t("锁定")}<small role="status">${lock ? t("由 {who} 锁定至 {at}", { who: this.names.post(lock.by), at: clockText(until!) }) : t("未锁定")}</small></h3>
      <div class="row"><button data-command="wall.lock" ?disabled=${this.act.busy !== null || (lock !== undefined && !own && this.session.role !== "commander")} @click=${() => void this.act.do("wall.lock", { wall: this.wall, locked: !own })}>${own ? t("解锁") : lock ? t("接管") : t("锁定 30 分钟")}</button></div></section>`;
  }
  private theme(now: WallState, barred: boolean) {
    return html`<section aria-label=${t("主题")}><h3>${t("主题")}</h3><div class="row">${THEME_IDS.map((id) => html`<button data-command="wall.theme" data-theme-id=${id} ?disabled=${barred} aria-pressed=${String(now.theme === id)} @click=${() => void this.act.do("wall.theme", { wall: this.wall, theme: id })}>${inWords(THEMES[id].title)}</button>`)}
      ${now.strokes.length > 0 ? html`<button data-command="wall.clear" ?disabled=${barred} @click=${() => void this.act.do("wall.clear", { wall: this.wall })}>${t("清除标绘")} · ${t("标绘 {n} 条", { n: now.strokes.length })}</button>` : nothing}</div></section>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-direct": DirectElement;
  }
}
