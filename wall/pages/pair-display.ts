import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { systemClock } from "../../model/clock.ts";
import type { CommandData } from "../../model/command.ts";
import type { Stop } from "../../model/ports.ts";
import type { Words } from "../../model/words.ts";
import { controls } from "../kit/controls.ts";
import { textIn } from "../kit/form.ts";
import { browserIds } from "../kit/ids.ts";
import { dictionary, inWords, Speaks } from "../kit/language.ts";
import { ReadRefused, Reads } from "../kit/reads.ts";

const t = dictionary({
  配对显示屏: "Pair a display", "屏上的配对码": "Code on the display", "挂在": "Hangs at", 配对: "Pair", 解除配对: "Unpair", "正在取显示屏": "Loading the displays",
  "{wall} · 显示屏 {n}": "{wall} · display {n}", "已配对的显示屏": "Paired displays", "还没有配对的显示屏。": "No display is paired yet.", "没有空着的显示屏位置。": "No display is free.",
  "已配对：{glass}": "Paired: {glass}", "已解除：{glass}": "Unpaired: {glass}",
  "没有屏幕正显示这个码。请照屏上重新输入；码每十分钟换一次。": "No display shows this code. Read it again from the glass; it changes every ten minutes.",
  "这个位置或这台机器已经配对，请先解除。": "That place or that machine is paired already; unpair it first.",
  "没有办成：{why}": "Not done: {why}", "连不上平台，没有发出": "The platform cannot be reached; nothing was sent",
  在线: "connected", 黑屏: "dark", 尚未连接: "not connected yet",
});
/** Whether they are there changes while one stands before them. */
const LOOKED_AT_MS = 5_000;
const STATE_WORDS = { connected: () => t("在线"), dark: () => t("黑屏"), unknown: () => t("尚未连接") } as const;

/** One glass, as `GET /devices` lists it. */
interface GlassView {
  readonly id: string;
  readonly wall: string;
  readonly display: number;
  readonly wallTitle: Words;
  readonly state: keyof typeof STATE_WORDS;
  readonly device: { readonly id: string; readonly pairedAt: string; readonly pairedBy: string } | null;
}

/** For the security administrator: which machine hangs at which glass. */
@customElement("wall-pair-display")
export class PairDisplayElement extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: 16px; font-size: 18px; --target: 56px; }
    form { display: flex; flex-wrap: wrap; gap: 14px; align-items: end; }
    input { width: 12em; font-size: 24px; letter-spacing: 0.08em; }
    h2 { font-size: 20px; font-weight: 600; }
    h3 { font-size: 18px; font-weight: 600; }
    li { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-bottom: 10px; }
  `];
  @state() private glasses: readonly GlassView[] | null = null;
  @state() private busy = false;
  @state() private said = "";
  @state() private isWrong = false;
  private readonly reads = new Reads();

  constructor() {
    super();
    new Speaks(this);
  }
  private stop: Stop | undefined;
  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
    this.stop = systemClock.every(LOOKED_AT_MS, () => void this.look());
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }
  override render() {
    const { glasses } = this;
    const free = glasses?.filter(({ device }) => !device) ?? [];
    const paired = glasses?.filter(({ device }) => device) ?? [];
    return html`<h2>${t("配对显示屏")}</h2>
      ${glasses === null ? html`<p class="quiet">${t("正在取显示屏")}</p>` : free.length === 0 ? html`<p class="quiet">${t("没有空着的显示屏位置。")}</p>` : html`<form @submit=${(e: SubmitEvent) => void this.pair(e)}>
        <label>${t("屏上的配对码")}<input name="code" required inputmode="numeric" autocomplete="off" maxlength="16" placeholder="0000 0000" /></label>
        <label>${t("挂在")}<select name="glass">${free.map((g) => html`<option value=${g.id}>${nameOf(g)}</option>`)}</select></label>
        <button class="primary" data-command="admin.pair" ?disabled=${this.busy}>${t("配对")}</button>
      </form>`}
      ${this.said ? html`<p role=${this.isWrong ? "alert" : "status"} class=${this.isWrong ? "wrong" : "second"}>${this.said}</p>` : nothing}
      ${glasses === null ? nothing : html`<h3>${t("已配对的显示屏")}</h3>${paired.length === 0 ? html`<p class="quiet">${t("还没有配对的显示屏。")}</p>` : html`<ul>${paired.map((g) => html`<li><span>${nameOf(g)}</span><span class="second">${STATE_WORDS[g.state]()}</span>
        <button data-command="admin.unpair" data-device=${g.device!.id} ?disabled=${this.busy} @click=${() => void this.unpair(g)}>${t("解除配对")}</button></li>`)}</ul>`}`}`;
  }

  private async look(): Promise<void> {
    const items: GlassView[] = [];
    let after: string | undefined;
    try {
      do {
        const page: { items: readonly GlassView[]; next?: string } = await this.reads.get(`/devices${after === undefined ? "" : `?after=${encodeURIComponent(after)}`}`);
        items.push(...page.items);
        after = page.next;
      } while (after !== undefined);
      this.glasses = items;
    } catch (error) {
      this.fail(error instanceof ReadRefused ? t("没有办成：{why}", { why: error.message }) : t("连不上平台，没有发出"));
    }
  }
  private async pair(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const glass = this.glasses?.find(({ id }) => id === textIn(fields, "glass"));
    if (!glass) return;
    if (await this.send("admin.pair", { code: textIn(fields, "code"), wall: glass.wall, display: glass.display }, t("已配对：{glass}", { glass: nameOf(glass) }))) form.reset();
  }
  private async unpair(glass: GlassView): Promise<void> {
    await this.send("admin.unpair", { device: glass.device!.id }, t("已解除：{glass}", { glass: nameOf(glass) }));
  }
  /** True when it is done; what was typed stays otherwise. */
  private async send<K extends "admin.pair" | "admin.unpair">(kind: K, data: CommandData<K>, done: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.said = "";
    try {
      const response = await fetch("/api/v1/commands", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ id: browserIds.next("cmd"), kind, data }) });
      if (!response.ok) {
        const { code, message } = (await response.json()) as { code: string; message: string };
        this.fail(code === "guard" ? t("这个位置或这台机器已经配对，请先解除。") : code === "not_found" && kind === "admin.pair" ? t("没有屏幕正显示这个码。请照屏上重新输入；码每十分钟换一次。") : t("没有办成：{why}", { why: message }));
        return false;
      }
      this.said = done;
      this.isWrong = false;
      await this.look();
      return true;
    } catch {
      this.fail(t("连不上平台，没有发出"));
      return false;
    } finally {
      this.busy = false;
    }
  }
  private fail(words: string): void {
    this.said = words;
    this.isWrong = true;
  }
}
const nameOf = ({ wallTitle, display }: GlassView): string => t("{wall} · 显示屏 {n}", { wall: inWords(wallTitle), n: display });
