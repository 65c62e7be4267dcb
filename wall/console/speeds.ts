import { css, html, nothing } from "lit";
import { FASTEST, SLOWEST } from "../../model/situation-clock.ts";

/** Speeds that have a button of their own. */
export const SPEEDS = [1, 10, 60, 600, 3_600] as const;

/** A speed that somebody typed; null where it is none that a clock takes. */
export function speedIn(text: string): number | null {
  const speed = Number(text.trim().replace(/[×xX倍]$/, ""));
  return text.trim() !== "" && speed >= SLOWEST && speed <= FASTEST ? speed : null;
}

/** One button for each speed; the one that is chosen is pressed. */
export const speedButtons = (label: string, chosen: number, off: boolean, choose: (speed: number) => void, command?: string) =>
  html`<div class="speeds" role="group" aria-label=${label}>${SPEEDS.map((speed) => html`<button data-command=${command ?? nothing} data-speed=${speed} aria-pressed=${String(speed === chosen)} ?disabled=${off} @click=${() => choose(speed)}>${speed}×</button>`)}</div>`;
export const speedLook = css`
  .speeds { display: flex; gap: 10px; }
  .speeds button { min-width: 76px; padding: 0 10px; font-variant-numeric: tabular-nums; }
`;
