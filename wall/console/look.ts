import { css } from "lit";
import { wholeRows } from "../kit/whole-rows.ts";

/** Rows of the console's queues: shape, what, when, acts. */
export const rows = css`
  :host { display: flex; flex-direction: column; min-height: 0; font-size: var(--type-body); --target: 64px; }
  wall-card { flex: 1; min-height: 0; }
  ul { overflow-y: auto; min-height: 0; flex: 1; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
  li { display: grid; grid-template-columns: auto 1fr auto auto; gap: 2px 16px; align-items: center; padding: 12px 0; border-bottom: 1px solid var(--hair); }
  ${wholeRows}
  li[data-state="acknowledged"] .head, li[data-state="closed"] .head { color: var(--t2); }
  li > .acts { grid-column: 4; }
  li > svg.level { align-self: start; }
  li > .time { align-self: start; }
  .head { font-weight: 500; overflow-wrap: anywhere; }
  .head strong { font-weight: 600; }
  .time { color: var(--t3); font-variant-numeric: tabular-nums; }
  .quiet { font-size: var(--u); overflow-wrap: anywhere; }
  svg.level { width: 2em; height: 2em; }
`;
/** Forms of the incident sheet. */
export const sheet = css`
  :host { --target: 64px; font-size: var(--type-body); }
  .stack { display: grid; gap: 14px; }
  .row { display: flex; gap: 12px; flex-wrap: wrap; }
  .row > button { flex: 1 1 auto; }
  .decision { min-height: 104px; font-size: 24px; font-weight: 600; }
  textarea { min-height: 3.4em; }
  h3 { font-size: var(--type-title); font-weight: 600; }
`;
