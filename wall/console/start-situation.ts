import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { MOST_BESIDE_LIVE } from "../../model/situation.ts";
import { HOUR, MINUTE, formatTime } from "../../model/time.ts";
import { Act } from "../kit/act.ts";
import { linkContext, readsContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, language, Speaks } from "../kit/language.ts";
import type { FeedView, Reads } from "../kit/reads.ts";
import { speedButtons, speedIn, speedLook } from "./speeds.ts";
import { t } from "./situation-words.ts";

/** How far back a replay of live begins, hours. */
const HOURS_BACK = [1, 3, 6, 12, 24] as const;
const REPLAY_SPEED = 60;
/** A record to drill with, or the latest hours of live to see again. */
type Choice = { readonly feed: FeedView } | { readonly hours: number };

/** Chooses a record or a stretch of live's past and a speed, and starts a drill or a replay of it. Fires `started` with the new situation's id. */
@customElement("console-start")
export class StartSituationElement extends LitElement {
  static override styles = [controls, speedLook, css`
    :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; gap: 16px; min-height: 0; font-size: var(--type-body); --target: 64px; }
    .records { overflow-y: auto; min-height: 0; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; display: grid; gap: 4px; align-content: start; }
    section { display: grid; grid-template-columns: 4.2em minmax(0, 1fr); gap: 0 12px; border-top: 1px solid var(--hair); padding: 8px 2px; }
    h3 { font-size: var(--type-body); font-weight: 500; color: var(--t2); line-height: 64px; font-variant-numeric: tabular-nums; }
    section > div { display: flex; flex-wrap: wrap; gap: 10px; }
    section button { display: inline-grid; justify-content: start; justify-items: start; align-content: center; gap: 0; min-width: 112px; padding: 4px 14px; line-height: 1.25; }
    section small { font-size: var(--u); font-weight: 400; opacity: 0.85; }
    footer { display: grid; gap: 12px; border-top: 1px solid var(--hair2); padding-top: 14px; }
    .pace { display: flex; flex-wrap: wrap; align-items: end; gap: 12px 20px; }
    .pace input { width: 8em; }
    .pace button.primary { flex: 1 1 380px; font-size: calc(var(--u) * 1.2); }
      `];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  /** Feeds that play already, and how many situations stand beside live. */
  @property({ attribute: false }) playing: readonly string[] = [];
  @property({ attribute: false }) beside = 0;
  @property() barred = "";
  @state() private feeds: readonly FeedView[] | null = null;
  @state() private chosen: Choice | null = null;
  @state() private speed = "60";
  @state() private failure = "";
  private readonly act = new Act(this);

  constructor() {
    super();
    new Speaks(this);
  }
  protected override firstUpdated(): void {
    this.reads.feeds().then(
      (feeds) => (this.feeds = feeds),
      (error: unknown) => (this.failure = error instanceof Error ? error.message : String(error)),
    );
  }
  private choose(chosen: Choice, speed: number): void {
    this.chosen = chosen;
    this.speed = String(speed);
  }
  private async start(): Promise<void> {
    const speed = speedIn(this.speed);
    const { chosen } = this;
    if (!chosen || speed === null) return;
    const answer = await this.act.do("situation.start", "feed" in chosen ? { kind: "drill", feed: chosen.feed.id, speed } : { kind: "replay", ...this.stretch(chosen.hours), speed });
    if (answer) this.dispatchEvent(new CustomEvent("started", { detail: answer.result.situation, bubbles: true, composed: true }));
  }
  /** Whole minutes that have passed for the server as well. */
  private stretch(hours: number): { from: string; to: string } {
    const to = Math.floor(this.link.serverNow() / MINUTE) * MINUTE;
    return { from: formatTime(to - hours * HOUR), to: formatTime(to) };
  }
  private get words(): string {
    const { chosen, speed } = this;
    const n = speedIn(speed) ?? "··";
    if (!chosen) return t("先选一个实录");
    return "feed" in chosen ? t("开始演练：{what}，{n} 倍速", { what: inWords(chosen.feed.title), n }) : t("开始回放：实况最近 {h} 小时，{n} 倍速", { h: chosen.hours, n });
  }

  override render() {
    const { feeds, chosen, barred } = this;
    const speed = speedIn(this.speed);
    const full = this.beside >= MOST_BESIDE_LIVE;
    const off = barred !== "" || full || this.act.busy !== null;
    const why = barred || (full ? t("已有 {most} 个，先停掉一个再开", { most: MOST_BESIDE_LIVE }) : "");
    return html`<div class="records">
      <section aria-label=${t("回放实况")}><h3>${t("实况")}</h3><div>${HOURS_BACK.map((hours) => html`<button data-hours=${hours} aria-pressed=${String(chosen !== null && "hours" in chosen && chosen.hours === hours)} @click=${() => this.choose({ hours }, REPLAY_SPEED)}>${t("最近 {h} 小时", { h: hours })}<small>${t("回放，只读")}</small></button>`)}</div></section>
      ${this.failure ? html`<p class="wrong" role="alert">${t("未取到实录清单：{what}", { what: this.failure })}</p>` : feeds === null ? html`<p class="second">··</p>` : byYear(feeds).map(({ title, of }) => html`<section aria-label=${title}><h3>${title}</h3>
        <div>${of.map((feed) => this.record(feed))}</div></section>`)}</div>
      <footer>
        <div class="pace">${speedButtons(t("倍速"), speed ?? 0, barred !== "", (each) => (this.speed = String(each)))}
          <label>${t("其他倍速（1–3600）")}<input name="speed" inputmode="decimal" autocomplete="off" .value=${this.speed} ?disabled=${barred !== ""} @input=${(e: Event) => (this.speed = (e.target as HTMLInputElement).value)} /></label>
  <button class="primary" data-command="situation.start" ?disabled=${off || !chosen || speed === null} @click=${() => void this.start()}>${
            this.act.busy ? t("正在开始") : this.words}</button></div>
        ${speed === null ? html`<p class="wrong" role="alert">${t("倍速须是 1 到 3600 的数")}</p>` : nothing}
        ${why ? html`<p class="second" role="status">${why}</p>` : nothing}
        <p role="alert" class=${this.act.failure ? "wrong" : "unseen"}>${this.act.failure}</p>
      </footer>`;
  }
  private record(feed: FeedView) {
    const { storm } = feed;
    const running = this.playing.includes(feed.id) ? ` · ${t("运行中")}` : "";
    const name = storm ? (language() === "en" ? storm.name : storm.nameZh) : inWords(feed.title);
    return html`<button data-feed=${feed.id} aria-pressed=${String(this.chosen !== null && "feed" in this.chosen && this.chosen.feed === feed)} @click=${() => this.choose({ feed }, feed.speed)}>${name}<small>${storm ? t("第 {n} 号", { n: storm.number }) : ""}${running}</small></button>`;
  }
}

/** What is no storm first: an ordinary time, and epidemics; then the storms, the latest year first. */
function byYear(feeds: readonly FeedView[]): readonly { readonly title: string; readonly of: readonly FeedView[] }[] {
  const ordinary = feeds.filter(({ id }) => id === "peace");
  const others = feeds.filter(({ id, storm }) => !storm && id !== "peace");
  const years = [...new Set(feeds.flatMap(({ storm }) => storm?.year ?? []))].sort((a, b) => b - a);
  return [...(ordinary.length > 0 ? [{ title: t("日常"), of: ordinary }] : []), ...(others.length > 0 ? [{ title: t("疫情"), of: others }] : []), ...years.map((year) => ({ title: String(year), of: feeds.filter(({ storm }) => storm?.year === year) }))];
}
