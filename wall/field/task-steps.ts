import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Task } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { controls } from "../kit/controls.ts";
import type { Fact } from "../kit/fact.ts";
import { Speaks } from "../kit/language.ts";
import { phrases } from "./phrases.ts";
import { t } from "./queue-words.ts";

/** The steps of an order, ticked off one by one; fires `ticked` with those that are ticked and not yet told. */
@customElement("field-steps")
export class TaskSteps extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; gap: 8px; font-size: 18px; }
      ol { display: grid; gap: 8px; }
      button { width: 100%; min-height: 64px; padding: 8px 14px; display: grid; grid-template-columns: auto 1fr; gap: 14px; justify-content: start; text-align: start; border-radius: 12px; font-size: 20px; line-height: 1.35; font-weight: 400; }
      button:disabled { opacity: 1; color: var(--t2); }
      .words { word-break: keep-all; overflow-wrap: anywhere; }
      .words small { display: block; color: var(--t2); font-size: 16px; }
      svg { width: 36px; height: 36px; }
      p { color: var(--t2); }
    `,
  ];
  @property({ attribute: false }) steps!: NonNullable<Task["steps"]>;
  @property({ attribute: false }) waiting: readonly Fact[] = [];
  @property({ attribute: false }) ticked: ReadonlySet<number> = new Set();
  @property({ type: Boolean }) readOnly = false;

  constructor() {
    super();
    new Speaks(this);
  }
  private toggle(n: number): void {
    const next = new Set(this.ticked);
    if (!next.delete(n)) next.add(n);
    this.dispatchEvent(new CustomEvent("ticked", { detail: next }));
  }
  override render() {
    const underWay = new Set(this.waiting.flatMap(({ data }) => data.steps ?? []));
    return html`<p>${t("步骤")}${this.readOnly ? nothing : html` · ${t("勾过的随下一次报告发出")}`}</p>
      <ol>${this.steps.map(({ text, doneAt }, n) => {
        const at = doneAt === undefined ? null : parseTime(doneAt);
        const isTold = doneAt !== undefined || underWay.has(n);
        const isTicked = isTold || this.ticked.has(n);
        return html`<li><button role="checkbox" aria-checked=${isTicked} data-step=${n} ?disabled=${isTold || this.readOnly} @click=${() => this.toggle(n)}>
          <svg viewBox="0 0 36 36" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3"><rect x="3" y="3" width="30" height="30" rx="4"></rect>${isTicked ? SIGN : nothing}</svg>
          <span class="words">${phrases(text)}${at === null ? nothing : html`<small>${clockText(at)}</small>`}</span></button></li>`;
      })}</ol>`;
  }
}
const SIGN = svg`<path d="M9 19 l6 7 L28 10" stroke-width="4"></path>`;
