import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../kit/controls.ts";
import { Speaks } from "../kit/language.ts";
import { localChinese, say } from "../kit/voice.ts";
import { t } from "./aside-words.ts";

/** Reads an order aloud in a Chinese voice of this device; where it has none, nothing is offered that would be silent. */
@customElement("field-listen")
export class ListenElement extends LitElement {
  static override styles = [controls, css`
    :host { display: block; }
    button { border-radius: 12px; font-size: 18px; }
  `];
  @property() words = "";
  @state() private hasVoice = false;
  /** Voices come some time after the page. */
  private readonly look = (): void => {
    this.hasVoice = globalThis.speechSynthesis !== undefined && localChinese(speechSynthesis.getVoices()) !== undefined;
  };

  constructor() {
    super();
    new Speaks(this);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.look();
    globalThis.speechSynthesis?.addEventListener("voiceschanged", this.look);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.speechSynthesis?.removeEventListener("voiceschanged", this.look);
    // An order that is no longer on the screen is not read on.
    globalThis.speechSynthesis?.cancel();
  }
  override render() {
    return this.hasVoice ? html`<button data-listens @click=${() => say(this.words)}>▶ ${t("听任务")}</button>` : nothing;
  }
}
