import { ContextConsumer } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { linkContext } from "./contexts.ts";
import { houseWords } from "./house-words.ts";
import { Speaks } from "./language.ts";
import { Listening } from "./listening.ts";

/** A strip above a page while the house is read-only; it takes its room from the page and covers nothing. Gone by itself when the house writes again. */
@customElement("wall-house-notice")
export class HouseNoticeElement extends LitElement {
  static override styles = css`
    :host { display: none; }
    :host([said]) { display: block; position: sticky; top: 0; z-index: 60; background: var(--t1); color: var(--bg); font: 600 var(--type-body, 16px) / 1.35 var(--face-sans); font-variant-numeric: tabular-nums; }
    p { margin: 0; padding: 0.45em 20px; text-align: center; text-wrap: balance; }
  `;
  private readonly link = new ContextConsumer(this, { context: linkContext });

  constructor() {
    super();
    new Speaks(this);
    new Listening(this, () => this.link.value?.onHouse(() => this.requestUpdate()));
    // A page that is cut off knows nothing of the house.
    new Listening(this, () => this.link.value?.onState(() => this.requestUpdate()));
  }
  override render() {
    const words = this.link.value ? houseWords(this.link.value) : null;
    this.toggleAttribute("said", words !== null);
    return words === null ? nothing : html`<p role="alert">${words}</p>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-house-notice": HouseNoticeElement;
  }
}
