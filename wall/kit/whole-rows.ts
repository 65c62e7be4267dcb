import { css } from "lit";
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** What a list of whole rows needs of its page's style; `.below` is the line under it that counts what follows. */
export const wholeRows = css`
  ul.whole { scroll-snap-type: y proximity; } ul.whole > li { scroll-snap-align: start; } ul.whole > [data-cut] { opacity: 0; }
  .below { color: var(--t2); font-size: var(--u); line-height: 1.6; min-height: 1.6em; font-variant-numeric: tabular-nums; }
`;
/**
 * Lets a scrolling list show whole rows only: one that its edge would cut is not drawn until it has room (VISUAL: fewer
 * rows, never half a row). It keeps its place, its focus and its name for those who do not look; how many follow is counted.
 */
export class WholeRows implements ReactiveController {
  private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  private list: HTMLElement | null = null;
  private watch: IntersectionObserver | undefined;
  private readonly scrolled = () => this.count();
  /** Rows that follow the last one that stands whole. */
  below = 0;

  private readonly which: string;

  /**
   * @param host renders the rows as `<li>` of a `<ul class="whole">`, and what follows in a line that is always there
   * @param which of the host's lists, where it has several; a row with `data-heading` counts for none
   */
  constructor(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, which = "ul.whole") {
    this.host = host;
    this.which = which;
    host.addController(this);
  }
  /** Something else is listed now: it is read from its beginning. */
  toTop(): void {
    this.list?.scrollTo(0, 0);
  }
  hostUpdated(): void {
    const list = this.host.renderRoot.querySelector<HTMLElement>(this.which);
    if (list !== this.list) {
      this.hostDisconnected();
      this.list = list;
      list?.addEventListener("scroll", this.scrolled, { passive: true });
    }
    if (!list) return this.tell(0);
    this.watch ??= new IntersectionObserver((rows) => (rows.forEach(cut), this.count()), { root: list, threshold: [0, ...NEARLY_WHOLE] });
    for (const row of list.children) this.watch.observe(row);
  }
  hostDisconnected(): void {
    this.watch?.disconnect();
    this.watch = undefined;
    this.list?.removeEventListener("scroll", this.scrolled);
    this.list = null;
  }
  private count(): void {
    if (!this.list) return;
    const end = this.list.getBoundingClientRect().bottom + 2;
    const rows = [...this.list.children];
    const first = rows.findIndex((row) => row.getBoundingClientRect().bottom > end);
    this.tell(first < 0 ? 0 : rows.slice(first).filter((row) => !row.hasAttribute("data-heading")).length);
  }
  private tell(below: number): void {
    if (below === this.below) return;
    this.below = below;
    this.host.requestUpdate();
  }
}
/** Parts of a pixel do not make half a row. */
const NEARLY_WHOLE = [0.97, 1];

/** A row that is higher than its list is shown as far as it goes: it would never be seen else. */
function cut({ target, intersectionRatio, boundingClientRect, rootBounds }: IntersectionObserverEntry): void {
  target.toggleAttribute("data-cut", intersectionRatio < NEARLY_WHOLE[0]! && boundingClientRect.height <= (rootBounds?.height ?? 0));
}
