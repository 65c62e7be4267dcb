import "../kit/sound-button.ts";
import "./wall-bar.ts";
import { consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SituationInfo } from "../../model/situation.ts";
import { sessionContext } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { Speaks } from "../kit/language.ts";
import type { Session } from "../kit/session.ts";
import type { Sheet } from "./desk-view.ts";
import { t as responseWords } from "./response-words.ts";
import { t as searchWords } from "./search-words.ts";
import { kindWord } from "./situation-words.ts";
import { t } from "./words.ts";

/** The foot of the map: the wall is directed from here, and the sheets above the page are opened. Fires `sheet` with the one that was asked for, `directed` and `hand`. */
@customElement("console-foot")
export class FootElement extends LitElement {
  static override styles = [controls, css`
    :host { grid-area: 3 / 2 / 4 / 3; z-index: 1; padding-top: 12px; display: flex; align-items: start; justify-content: space-between; gap: 12px; font-size: var(--type-body); --target: 64px; }
    .opens { display: flex; gap: 12px; }
    /* The wall's buttons need a second row anyhow: beside them the map gives up none for these. */
    .opens.beside { display: grid; grid-template-columns: auto auto; }
    .opens button { background: var(--bg); white-space: nowrap; }
  `];
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @property() region = "";
  @property() incident = "";
  @property() scene = "";
  /** The menu that is open; empty = none of these. */
  @property() sheet = "";
  @property({ attribute: false }) info: SituationInfo | undefined;
  @property({ type: Boolean }) drawing = false;

  constructor() {
    super();
    new Speaks(this);
  }
  private tell(kind: "sheet" | "directed" | "hand", detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }
  private opens(sheet: Extract<Sheet, string>, words: unknown, keys: string | typeof nothing = nothing) {
    return html`<button data-opens=${sheet} aria-haspopup="dialog" aria-expanded=${String(this.sheet === sheet)} aria-keyshortcuts=${keys} @click=${() => this.tell("sheet", this.sheet === sheet ? null : sheet)}>${words}</button>`;
  }
  override render() {
    return html`<console-wall .region=${this.region} .incident=${this.incident} .scene=${this.scene} .hand=${this.drawing}
        @directed=${() => this.tell("directed")} @hand=${(e: CustomEvent<string>) => this.tell("hand", e.detail)}></console-wall>
      <div class=${this.session.rights.includes("wall") ? "opens beside" : "opens"}>${this.opens("responses", responseWords("响应"))}
        ${this.opens("situations", html`${t("态势")}${this.info ? html` · ${kindWord(this.info.kind)}` : nothing}`)}
        ${this.opens("search", searchWords("查找"), "/ Control+K")}<wall-sound></wall-sound></div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "console-foot": FootElement;
  }
}
