import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { SeatMemory } from "../../model/interruption.ts";
import type { AlertGroupRecord, AlertRecord } from "../../model/records.ts";
import type { Clock, Stop } from "../../model/ports.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { SEVERITY_WORDS } from "../../model/words.ts";
import { calls, type Call } from "./calls.ts";
import { clockContext, linkContext, situationContext, soundContext } from "./contexts.ts";
import { controls } from "./controls.ts";
import { settled, sight, STANDS_MS, type Sight } from "./first-sight.ts";
import { clearSpot, keptFree, moveClear, type Ground } from "./kept-free.ts";
import { inWords, language, Speaks } from "./language.ts";
import { levelShape } from "./level-shape.ts";
import { Names } from "./names.ts";
import { Pulse } from "./pulse.ts";
import type { IndicatorView } from "./reads.ts";
import { keep, recall } from "./seat-memory.ts";
import { Select } from "./select.ts";
import { t } from "./sound-words.ts";
import { say } from "./voice.ts";

/** The voice waits for the tone to end. */
const SPEAKS_AFTER_MS = 1_300;
/** Room for what waits to be heard comes with time alone. */
const LOOKS_EVERY_MS = 5_000;
/** What is told is read in lines of so much at least. */
const LEAST_EM = 26;
/** Where a call leads: the regions that hold it, and its own. */
export type Called = Pick<AlertRecord, "within" | "place">;

/**
 * Calls whoever sits here for what is told of groups of alerts and for each red one by itself: by the tone of its level, red
 * also by a voice where this machine has a Chinese one, and always by words, which say why nothing was heard. As long as
 * alerts come in a flood it says so. Fires `look` with where it was found. Where somebody sits it stands in the grid that it
 * is put into, at the foot of `--told-area`, so that it covers nothing that is pressed. It gives way to what a page keeps
 * free: the legend explains the very map on which one looks for what was told. On a wall it is one line, in short where that alone finds room on `ground`,
 * and is not shown where nothing does: what was told stands in the alert panel too, and every number of a wall is read.
 */
@customElement("wall-alarm")
export class AlarmElement extends LitElement {
  static override styles = [controls, css`
    :host { display: contents; font-family: var(--face-sans); font-size: var(--type-body); --target: 56px; }
    .stack { grid-area: var(--told-area); align-self: end; position: relative; z-index: 30; margin: 0 16px 16px; display: grid; gap: 8px; pointer-events: none; }
    .stack > * { pointer-events: auto; }
    .told { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 8px 16px; align-items: center; background: var(--raise); border: 2px solid var(--t1); border-radius: 8px; padding: 12px 16px; color: var(--t1); }
    :host([untouched]) .stack { position: fixed; margin: 0; left: 0; top: 0; width: max-content; }
    :host([untouched]) .told { padding: calc(var(--u) * 0.3) var(--u); gap: calc(var(--u) * 0.6); }
    :host([untouched]) .words { margin: 0; white-space: nowrap; overflow-wrap: normal; }
    :host([untouched]) .words small { display: inline; margin-inline-start: var(--u); }
    :host([untouched]) .brief small { display: none; }
    :host([untouched]) svg.level { width: calc(var(--u) * 1.8); height: calc(var(--u) * 1.8); }
    .played { color: var(--w1); margin-inline-end: calc(var(--u) * 0.6); }
    .words { font-size: calc(var(--u) * 1.3); font-weight: 600; overflow-wrap: anywhere; }
    .words small { display: block; font-size: var(--u); font-weight: 400; color: var(--t2); font-variant-numeric: tabular-nums; }
    .flood { background: var(--t1); color: var(--bg); padding: 4px 10px; font-weight: 600; border-radius: 8px; justify-self: start; }
    .acts { display: flex; gap: 12px; }
    svg.level { width: 2.4em; height: 2.4em; }
  `];
  @property() region = "";
  @property({ attribute: false }) indicators: ReadonlyMap<string, IndicatorView> = new Map();
  /** Nobody stands by to touch it: a wall. */
  @property({ type: Boolean, reflect: true }) untouched = false;
  /** Where on a wall it may lie; boxes in client px. */
  @property({ attribute: false }) ground: () => Ground = () => ({ rooms: [], taken: [] });
  @state() private told: { readonly call: Call<AlertGroupRecord>; readonly more: number; readonly heard: boolean } | null = null;
  private memory: SeatMemory | null = null;
  private of = "";
  private seen: Sight | null = null;
  private going: Stop | undefined;
  private readonly clock = new ContextConsumer(this, { context: clockContext });
  private readonly link = new ContextConsumer(this, { context: linkContext });
  private readonly situation = new ContextConsumer(this, { context: situationContext, subscribe: true });
  private readonly sound = new ContextConsumer(this, { context: soundContext });
  private readonly names = new Names(this);
  private readonly alerts = new Select(this, (s) => ({ groups: s.alertGroups(this.region), red: s.alerts(this.region, { severity: 1 }) }));

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this, LOOKS_EVERY_MS);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.going?.();
  }
  protected override willUpdate(): void {
    const situation = this.situation.value ?? "live";
    if (this.memory === null || this.of !== situation) [this.of, this.memory] = [situation, recall(sessionStorage, situation)];
    const { status, records } = this.alerts.value.groups;
    const clock = this.clock.value;
    if (status !== "ready" || !clock) return;
    const before = this.memory;
    const now = this.link.value?.serverNow() ?? clock.now();
    if (this.untouched && !this.sees(situation, now)) return;
    const { sound, memory } = calls(records.values(), this.seen ? settled(records.values(), before, this.seen.since, (id) => this.alerts.value.red.records.get(id)?.raisedAt) : before, now);
    this.memory = memory;
    if (sound.length > 0 || JSON.stringify(memory) !== JSON.stringify(before)) keep(sessionStorage, situation, memory);
    if (sound.length > 0) this.call(sound, clock);
  }
  protected override updated(): void {
    const stack = this.renderRoot.querySelector<HTMLElement>(".stack");
    if (!stack) return;
    if (this.untouched) return this.lay(stack);
    stack.style.marginInlineStart = stack.style.marginBlockEnd = "";
    const { left, top, right, bottom } = stack.getBoundingClientRect();
    const own = getComputedStyle(stack);
    // It is as wide as its area, and may be narrower.
    const wide = Math.min(right - left, LEAST_EM * parseFloat(own.fontSize));
    const move = moveClear({ left, top, right: left + wide, bottom }, keptFree(), { left, top: 0, right, bottom });
    if (move.right > 0) stack.style.marginInlineStart = `${parseFloat(own.marginInlineStart) + move.right}px`;
    if (move.up > 0) stack.style.marginBlockEnd = `${parseFloat(own.marginBlockEnd) + move.up}px`;
  }
  /** Whole, else in short, where it covers no word. */
  private lay(stack: HTMLElement): void {
    const ground = this.ground();
    for (const isBrief of [false, true]) {
      stack.classList.toggle("brief", isBrief);
      const spot = clearSpot(stack.getBoundingClientRect(), ground);
      stack.style.visibility = spot ? "" : "hidden";
      if (!spot) continue;
      [stack.style.left, stack.style.top] = [`${spot.left}px`, `${spot.top}px`];
      return;
    }
  }
  /** Where nobody sits only what is new is told: once it is known how old it is. */
  private sees(situation: string, now: number): boolean {
    const link = this.link.value;
    if (link?.state !== "live" || this.alerts.value.red.status === "loading") return false;
    const seen = sight(this.seen, { situation, world: link.world(situation) }, now);
    if (seen.situation !== this.seen?.situation || seen.since !== this.seen.since) this.leave();
    this.seen = seen;
    return true;
  }
  private call([call, ...more]: readonly Call<AlertGroupRecord>[], clock: Clock): void {
    if (!call) return;
    const heard = this.sound.value?.play(call) ?? false;
    if (heard && call.severity === 1) clock.after(SPEAKS_AFTER_MS, () => say(this.spoken(call)));
    this.told = { call, more: more.length, heard };
    this.going?.();
    this.going = clock.after(STANDS_MS, () => this.leave());
  }
  /** The alert that a call is about, once its record has come. */
  private alertOf({ alert }: Call<AlertGroupRecord>): AlertRecord | undefined {
    return alert === null ? undefined : this.alerts.value.red.records.get(alert);
  }
  /** Spoken only in Chinese. */
  private spoken(call: Call<AlertGroupRecord>): string {
    const alert = this.alertOf(call);
    const level = SEVERITY_WORDS[call.severity].zh;
    return alert ? `${level}研判，${alert.areaName} ${alert.placeName}，${alert.indicatorTitle}` : `${level}告警组，${call.group.areaName}，${call.group.indicatorTitle}`;
  }
  private what(call: Call<AlertGroupRecord>): string {
    const { group } = call;
    const alert = this.alertOf(call);
    const indicator = this.indicators.get(group.indicator);
    const zh = alert ? [...new Set([...alert.areaName.split(" "), alert.placeName])].join(" ") : group.areaName;
    const title = language() !== "en" && alert?.says ? alert.says : indicator ? inWords(indicator.title) : group.indicatorTitle;
    const place = language() === "en" ? this.names.of(alert?.place ?? group.area) : zh;
    // Hours until something comes: what is expected is not said as if it had come.
    return indicator?.unit === "h" && indicator.zero !== undefined ? t("{what}（预计）", { what: `${place} ${title}` }) : `${place} ${title}`;
  }
  /** On a wall a drill is no alarm of the house: that is said before all else. */
  private played() {
    const kind = this.untouched ? this.link.value?.situations.find(({ id }) => id === this.of)?.kind : undefined;
    return kind === "drill" || kind === "replay" ? html`<b class="played">${t(kind === "drill" ? "演练" : "回放")}</b>` : nothing;
  }
  /** Why a group is told again. */
  private why({ group: { told }, alert }: Call<AlertGroupRecord>): string {
    if (alert !== null || told === null) return "";
    if (told.why === "again") return t("已确认，尚无人处置");
    if (told.why === "graver") return t("加重，共 {n} 条", { n: told.size });
    return told.why === "grown" ? t("增至 {n} 条", { n: told.size }) : t("共 {n} 条", { n: told.size });
  }
  private leave(): void {
    this.going?.();
    this.told = null;
  }
  private look(call: Call<AlertGroupRecord>): void {
    this.leave();
    const { within, place }: Called = this.alertOf(call) ?? { within: [], place: call.group.area };
    this.dispatchEvent(new CustomEvent<Called>("look", { detail: { within, place }, bubbles: true, composed: true }));
  }
  override render() {
    const flood = this.memory?.flood ?? false;
    // For half an hour it would stand on a wall.
    if (!this.told && (!flood || this.untouched)) return nothing;
    return html`<section class="stack" aria-label=${t("告警播报")}>${flood && !this.untouched ? html`<p class="flood" role="status" data-flood>${t("告警潮：只响红、橙，其余归组列出")}</p>` : nothing}${this.told ? this.box(this.told) : nothing}</section>`;
  }
  private box({ call, more, heard }: NonNullable<AlarmElement["told"]>) {
    const state = this.sound.value?.state;
    const why = heard ? "" : state === "muted" ? t("静音中，未响") : state === "open" ? "" : t("声音未开，未响");
    const alert = this.alertOf(call);
    // A group was told a moment ago, and in people's time: which the page's clock need not be.
    const at = alert ? parseTime(alert.simAt) : null;
    const facts = [this.why(call), at === null ? "" : clockText(at), more > 0 ? t("另 {n} 条", { n: more }) : "", this.untouched && this.memory?.flood ? t("告警潮") : "", why].filter(Boolean);
    const said = { level: inWords(SEVERITY_WORDS[call.severity]), what: this.what(call) };
    return html`<div class="told" data-told=${call.alert ?? call.group.id} data-severity=${call.severity}>${levelShape(call.severity, "hollow")}
      <p class="words">${this.played()}${call.alert === null ? t("{level}告警组：{what}", said) : t("{level}研判：{what}", said)}<small>${facts.join(" · ")}</small></p>
      ${this.untouched ? nothing : html`<div class="acts"><button @click=${() => this.look(call)}>${t("看告警")}</button><button @click=${() => this.leave()}>✕ ${t("知道了")}</button></div>`}</div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-alarm": AlarmElement;
  }
}
