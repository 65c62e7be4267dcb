import "./sheet.ts";
import { css, html, LitElement, type ReactiveController, type ReactiveControllerHost } from "lit";
import { customElement, property } from "lit/decorators.js";
import { keyFor, type Key } from "./key-table.ts";
import { dictionary, Speaks } from "./language.ts";

const t = dictionary({ 键盘: "Keyboard", "不用鼠标也能做完": "everything can be done without a mouse" });
const isField = (node: EventTarget): boolean => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement;

/** The keys of a page, from its one table: on the whole page, for the button that was pressed may be gone, and the focus with it. */
export class Keys implements ReactiveController {
  private readonly table: () => readonly Key[];
  private readonly listener = (e: KeyboardEvent): void => this.press(e);

  constructor(host: ReactiveControllerHost, table: () => readonly Key[]) {
    this.table = table;
    host.addController(this);
  }
  hostConnected(): void {
    addEventListener("keydown", this.listener);
  }
  hostDisconnected(): void {
    removeEventListener("keydown", this.listener);
  }
  private press(e: KeyboardEvent): void {
    // While a word is being composed every key is about that word.
    if (e.isComposing || e.defaultPrevented) return;
    const found = keyFor(this.table(), e, e.composedPath().some(isField));
    if (!found) return;
    e.preventDefault();
    found.does!();
  }
}

/** The sheet of a page's keys. Fires `close`. */
@customElement("wall-keys")
export class KeysElement extends LitElement {
  static override styles = css`
    wall-sheet { inset: auto auto 8px 8px; width: min(calc(61vw - 16px), 760px); max-height: calc(100vh - 104px); }
    dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 10px 24px; margin: 0; align-items: baseline; }
    dd { margin: 0; }
    kbd { font: 600 1em var(--face-num); border: 1px solid var(--hair2); border-radius: 6px; padding: 0.1em 0.5em; white-space: nowrap; }
    kbd + kbd { margin-inline-start: 8px; }
  `;
  @property({ attribute: false }) table: readonly Key[] = [];

  constructor() {
    super();
    new Speaks(this);
  }
  override render() {
    return html`<wall-sheet light .heading=${t("键盘")} .note=${t("不用鼠标也能做完")} @close=${() => this.dispatchEvent(new CustomEvent("close"))}>
      <dl>${this.table.map(({ keys, words }) => html`<dt>${keys.map((key) => html`<kbd>${shown(key)}</kbd>`)}</dt><dd>${words}</dd>`)}</dl></wall-sheet>`;
  }
}
const ARROWS: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };
/** As it stands on the key. */
const shown = (key: string): string => ARROWS[key] ?? key.replace("Control+", "Ctrl + ").replace(/^Escape$/, "Esc").replace(/(^| )([a-z])$/, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`);
declare global {
  interface HTMLElementTagNameMap {
    "wall-keys": KeysElement;
  }
}
