import { css } from "lit";

/** Phone sizes (VISUAL §11): body 18, orders 26, primary 104 px high. */
export const look = css`
  :host { --target: 64px; font-size: 18px; line-height: 1.45; }
  .order { font-size: 26px; line-height: 1.4; font-weight: 600; text-wrap: pretty; word-break: keep-all; overflow-wrap: anywhere; }
  button.main { min-height: 104px; width: 100%; font-size: 28px; border-radius: 12px; background: var(--t1); color: var(--bg); border-color: var(--t1); font-weight: 600; }
  button, select, input, textarea { border-radius: 12px; }
  select { padding-inline-end: 14px; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
  .pair > .primary { min-height: 104px; font-size: 22px; }
  .pair > :only-child { grid-column: 1 / -1; }
  .facts { display: grid; grid-template-columns: auto 1fr; }
  .facts dt, .facts dd { padding: 10px 0; border-bottom: 1px solid var(--hair); }
  .facts dt { color: var(--t3); padding-inline-end: 1.2em; }
  .facts dd { overflow-wrap: anywhere; }
  .stack { display: grid; gap: 14px; align-content: start; }
  .wrong { border-width: 2px; }
  /* What is asked stays in reach of the thumb; what goes on below it fades out under a word that says so. */
  .bottom { position: sticky; bottom: 0; z-index: 1; padding: 12px 0 16px; border-top: 1px solid var(--hair); background: var(--bg); }
  :host([more]) .bottom::before {
    content: "▾ " attr(data-more); position: absolute; inset: auto 0 100%; height: 56px; display: flex; align-items: flex-end; justify-content: center; padding-bottom: 4px; box-sizing: border-box;
    background: linear-gradient(transparent, var(--bg) 55%); color: var(--t2); font-size: 16px; pointer-events: none;
  }
  wall-slide { --slide-radius: 12px; --slide-ground: var(--c2); --slide-way: var(--c3); --slide-thumb: var(--t1); --slide-on-thumb: var(--bg); --slide-on: var(--t1); --slide-type: 26px; }
`;
