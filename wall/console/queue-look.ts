import { css } from "lit";

/** The queue of alerts: rows of alerts and of groups. */
export const queue = css`
  .acts { display: flex; gap: calc(3 * var(--mm, 4px)); }
  .acts button { padding: 0 0.9em; }
  /* Three or four beside each other, the time above them: so the words keep their line. */
  .acts:has(> :nth-child(3)) button { padding: 0 0.45em; min-width: 64px; }
  li[data-alert] { grid-template-columns: auto minmax(0, 1fr) auto; grid-template-rows: auto 1fr; }
  li[data-alert] > svg.level, li[data-alert] > .what { grid-row: 1 / span 2; }
  li[data-alert] > .time { grid-column: 3; justify-self: end; }
  li[data-alert] > .acts { grid-column: 3; justify-self: end; align-self: start; }
  .found { white-space: nowrap; border: 1px solid var(--hair2); padding: 0 0.4em; font-size: var(--u); color: var(--t2); }
  .tag { border: 1px dashed currentColor; padding: 0 0.25em; font-size: var(--u); color: var(--w1); }
  li[data-heading]:not([data-group]) { display: flex; gap: 0.6em; padding: 14px 0 6px; color: var(--t2); font-size: var(--type-title); }
  li[data-heading] strong { color: var(--t1); font-weight: 600; }
  li[data-above] { padding-inline-start: 16px; border-inline-start: 2px solid var(--hair2); }
  li > console-decide { grid-column: 1 / -1; margin-top: 8px; }
  li.own { display: block; }
  li:focus-visible { outline-offset: -3px; }
  /* Of hundreds those out of sight cost nothing; a page of them is laid out whole, for whoever reads it otherwise than by eye. */
  .many li[data-alert], .many li[data-group] { content-visibility: auto; contain-intrinsic-size: auto 5.5em; }
  li.own button { width: 100%; }
  li { padding-block: 8px; }
  .facts > span { display: inline-block; max-width: 100%; }
  .said { overflow-wrap: anywhere; }
  .listing { margin-inline-start: auto; align-self: center; display: flex; gap: calc(3 * var(--mm, 4px)); }
  .listing button, button.listing { min-height: 52px; padding: 0 0.9em; }
  li[data-group][data-heading] { border-bottom: 2px solid var(--hair2); }
  li[data-group] > .what { display: grid; justify-content: stretch; justify-items: start; align-content: center; text-align: start; width: 100%; min-height: 64px; border: 0; }
  li[data-group] > button.what:hover { background: var(--raise); }
  li[data-group] .many { font-size: 1.1em; font-weight: 600; font-variant-numeric: tabular-nums; margin-inline-start: 0.4em; white-space: nowrap; }
  li[data-group] .facts { font-size: var(--u); font-weight: 400; font-variant-numeric: tabular-nums; }
  li[data-group] > span.level { width: 2em; }
  li[data-group] > .time:last-child { grid-column: 3 / -1; justify-self: end; }
`;
