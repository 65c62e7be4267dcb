import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "./controls.ts";
import { dictionary, Speaks } from "./language.ts";
import { isSaidBack } from "./said-back.ts";

const t = dictionary({ "复诵：{what}": "Read back: {what}", "与所令不符，不能发出": "Not what was said; nothing is sent", 复诵无误: "read back rightly", "照写 {said}": "write {said}" });

/**
 * What is about to be done is read back (复诵): chosen among others that it might be taken for, or typed. Fires `read` when it
 * becomes right or wrong; whoever shows it keeps its control barred until `isRight`.
 */
@customElement("wall-read-back")
export class ReadBackElement extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: 8px; --target: 64px; }
    .choices { display: flex; flex-wrap: wrap; gap: var(--gap, 12px); }
    .choices button { flex: 1 1 6em; }
    p { font-size: var(--u); min-height: 1.4em; }
    p.wrong { border: 0; padding: 0; font-weight: 600; }
  `];
  /** What is asked: 搁置哪一条？ */
  @property() question = "";
  /** What must be read back. */
  @property() said = "";
  /** What it is chosen from, `said` among them; empty = it is typed. */
  @property({ attribute: false }) choices: readonly string[] = [];
  @state() private answer = "";

  constructor() {
    super();
    new Speaks(this);
  }
  get isRight(): boolean {
    return isSaidBack(this.said, this.answer);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What was read back of something else counts for nothing.
    if (!changed.has("said") || changed.get("said") === undefined) return;
    this.take("");
  }
  private take(answer: string): void {
    const before = this.isRight;
    this.answer = answer;
    if (before !== this.isRight) this.dispatchEvent(new CustomEvent("read", { detail: this.isRight }));
  }
  override render() {
    const { answer, isRight, said } = this;
    const words = t("复诵：{what}", { what: this.question });
    return html`${this.choices.length > 0
      ? html`<span class="second">${words}</span><div class="choices" role="group" aria-label=${words}>${this.choices.map((choice) => html`<button type="button" data-choice=${choice} aria-pressed=${String(answer === choice)} @click=${() => this.take(choice)}>${choice}</button>`)}</div>`
      : html`<label>${words}<input name="read-back" autocomplete="off" placeholder=${t("照写 {said}", { said })} .value=${answer} @input=${(e: Event) => this.take((e.target as HTMLInputElement).value)} /></label>`}
      <p role="status" class=${answer !== "" && !isRight ? "wrong" : "second"}>${answer === "" ? nothing : isRight ? `✓ ${t("复诵无误")}` : t("与所令不符，不能发出")}</p>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-read-back": ReadBackElement;
  }
}
