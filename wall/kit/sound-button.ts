import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { durationText } from "../../model/moments.ts";
import { soundContext } from "./contexts.ts";
import { controls } from "./controls.ts";
import { language, Speaks } from "./language.ts";
import { Listening } from "./listening.ts";
import { Pulse } from "./pulse.ts";
import { MUTE_MS, type Sound } from "./sound.ts";
import { t } from "./sound-words.ts";

/** Whether this page sounds: opens it, mutes it for a while, and shows what is left of that. */
@customElement("wall-sound")
export class SoundButton extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; font-size: var(--type-body); }
    button { background: var(--bg); white-space: nowrap; font-variant-numeric: tabular-nums; }
    :host([state="muted"]) button, :host([state="unopened"]) button { border: 2px solid var(--t1); font-weight: 600; }
  `];
  @consume({ context: soundContext }) private sound?: Sound;

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
    new Listening(this, () => this.sound?.onChange(() => this.requestUpdate()));
  }
  private press(): void {
    const { sound } = this;
    if (!sound) return;
    if (sound.state === "muted") sound.unmute();
    else if (sound.state === "open") sound.mute();
    else void sound.open();
  }
  protected override updated(): void {
    const state = this.sound?.state ?? "none";
    this.setAttribute("state", state);
    document.documentElement.dataset.sound = state;
  }
  override render() {
    const { sound } = this;
    if (!sound) return nothing;
    const { state } = sound;
    const words = state === "none" ? t("本机无声音") : state === "unopened" ? t("声音未开") : state === "muted" ? t("静音 余 {d}", { d: durationText(sound.muteLeftMs, language()) }) : t("静音 {n} 分", { n: MUTE_MS / 60_000 });
    const how = state === "unopened" ? t("触屏即开") : state === "muted" ? t("点此取消") : state === "open" ? t("声音已开") : "";
    return html`<button data-sound=${state} aria-keyshortcuts="m" title=${how} ?disabled=${state === "none"} @click=${() => this.press()}>${words}</button>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-sound": SoundButton;
  }
}
