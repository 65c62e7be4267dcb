import { ContextProvider, consume } from "@lit/context";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { systemClock } from "../../model/clock.ts";
import type { Stop } from "../../model/ports.ts";
import { clockText, MINUTE } from "../../model/time.ts";
import { readsContext, situationContext } from "../kit/contexts.ts";
import { LongPress } from "../kit/long-press.ts";
import type { IndicatorView, Reads } from "../kit/reads.ts";
import "../kit/sheet.ts";

interface Asked {
  readonly indicator: string;
  readonly place: string;
  /** Of which world, as far as its piece of the picture says. */
  readonly situation: string;
  readonly text: string;
}
/** Nobody having touched it for so long, the wall is whole again. */
const LEAVES_AFTER_MS = 2 * MINUTE;

/**
 * On a wall that somebody can touch: any number, pressed for long, says what it is made of (一指拆数). The sheet lies over the whole page, at the
 * page's own size, so that it can be read where a wall is shown smaller than it is; what it needs is fetched when it is asked for first.
 */
@customElement("wall-taking-apart")
export class TakingApart extends LitElement {
  static override styles = css`
    wall-sheet { inset: auto 8px 8px auto; max-width: min(44em, 90vw); }
    p { margin: 0 0 0.6em; line-height: 1.45; }
  `;
  @consume({ context: readsContext, subscribe: true }) private reads: Reads | undefined;
  @property({ attribute: false }) root: HTMLElement;
  @state() private asked: Asked | null = null;
  @state() private indicators: ReadonlyMap<string, IndicatorView> = new Map();
  private readonly world: ContextProvider<typeof situationContext>;
  private leaves: Stop = () => {};

  constructor(root: HTMLElement) {
    super();
    this.root = root;
    this.world = new ContextProvider(this, { context: situationContext, initialValue: "" });
    new LongPress(this, (number) => void this.open(number), root);
    this.addEventListener("pointerdown", () => this.stay());
  }
  private async open(number: HTMLElement): Promise<void> {
    const place = number.getAttribute("place") ?? "";
    const indicator = number.getAttribute("indicator") ?? "";
    const situation = number.closest<HTMLElement>("[data-situation]")?.dataset.situation ?? document.documentElement.dataset.situation ?? "";
    const [topics] = await Promise.all([this.reads?.topics() ?? [], import("../console/lineage.ts")]);
    this.indicators = new Map(topics.flatMap((topic) => topic.indicators.map((known) => [known.id, known] as const)));
    this.world.setValue(situation);
    this.asked = { indicator, place, situation, text: number.textContent.trim() };
    this.stay();
  }
  private stay(): void {
    this.leaves();
    this.leaves = systemClock.after(LEAVES_AFTER_MS, () => this.close());
  }
  /** The wall is whole again: somebody has closed it, nobody has touched it for long, or another picture hangs there. */
  readonly close = (): void => {
    this.leaves();
    this.asked = null;
  };
  override disconnectedCallback(): void {
    this.leaves();
    super.disconnectedCallback();
  }
  override render() {
    if (!this.asked) return nothing;
    if (this.indicators.has(this.asked.indicator)) return html`<console-lineage .indicators=${this.indicators} .asked=${this.asked} @close=${this.close}></console-lineage>`;
    return this.counted(this.asked);
  }
  /** What a panel counts of its own list is no number of the dictionary: it is told how it came about. */
  private counted({ indicator, text }: Asked) {
    return html`<wall-sheet light .heading=${"一指拆数 · 本屏所数"} @close=${this.close}>
      <section data-lineage=${indicator}>
        <p><strong>${text}</strong></p>
        <p>此数由本屏从同一清单逐条数出（${clockText(systemClock.now())} 核），不经汇总，也不另存。</p>
        <p lang="en">Counted on this screen from the list that it shows; it is not rolled up and not stored.</p>
      </section>
    </wall-sheet>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-taking-apart": TakingApart;
  }
}
