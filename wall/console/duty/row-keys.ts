import type { ReactiveController, ReactiveControllerHost } from "lit";

const ROWS = "li[data-alert], li[data-group]";
const idOf = (row: HTMLElement): string => row.dataset.alert ?? row.dataset.group ?? "";

/**
 * The row of a queue that the keys are about: the one that has the focus. A list that is drawn anew may move it, and a row that is moved loses its
 * focus: it is given back, so that the next key is about the same alert and never about the one that came in its place.
 */
export class RowKeys implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };
  private chosen = "";
  private isDrawing = false;

  constructor(host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    this.host = host;
    host.addController(this);
    host.addEventListener("focusin", () => (this.chosen = this.row ? idOf(this.row) : ""));
    host.addEventListener("focusout", () => {
      if (!this.isDrawing) this.chosen = "";
    });
  }
  hostUpdate(): void {
    this.isDrawing = true;
  }
  hostUpdated(): void {
    this.isDrawing = false;
    if (this.chosen === "" || this.row) return;
    const again = document.activeElement === document.body ? this.rows.find((row) => idOf(row) === this.chosen) : undefined;
    if (again) again.focus({ preventScroll: true });
    else this.chosen = "";
  }
  private get rows(): HTMLElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>(ROWS)];
  }
  private get focused(): Element | null {
    return this.host.shadowRoot?.activeElement ?? null;
  }
  /** The row that has the focus, itself or a control in it. */
  get row(): HTMLElement | null {
    return this.focused?.closest<HTMLElement>(ROWS) ?? null;
  }
  /** Whether the row itself has the focus: a control in it answers its own keys. */
  get isWhole(): boolean {
    return this.focused !== null && this.focused === this.row;
  }
  /** To the next row, or the one before; from elsewhere to the first. */
  move(by: 1 | -1): void {
    const rows = this.rows;
    const at = this.row ? rows.indexOf(this.row) : by === 1 ? -1 : 1;
    const to = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: "nearest" });
  }
  /** What Enter does on a whole row: opens a group, goes to the first control of an alert. */
  enter(): void {
    const opens = this.row?.querySelector<HTMLElement>('[data-opens="group"]');
    if (opens) opens.click();
    else this.row?.querySelector<HTMLElement>(".acts button")?.focus();
  }
  /** Presses the first of these controls that the row has, if it can be pressed. */
  press(...controls: readonly string[]): void {
    this.row?.querySelector<HTMLElement>(controls.map((each) => `${each}:not([disabled])`).join(", "))?.click();
  }
}
