import { css } from "lit";
import { wholeRows } from "../../kit/whole-rows.ts";

/** The orders that are being written: whom on top, what below, the slide at the bottom, where the thumb is. */
export const dispatchLook = css`
  :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; min-height: 0; gap: 8px; }
  .choice { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; min-height: 0; }
  .card { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; min-height: 40px; }
  .card p:first-child { flex: 1; }
  .card button { min-height: 52px; }
  .card .old { font-weight: 600; }
  .units { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 10px; align-content: start; overflow-y: auto; min-height: 0; padding: 3px; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
  .units li { display: grid; }
  .units .title { grid-column: 1 / -1; display: flex; align-items: center; justify-content: space-between; gap: 12px; border-top: 1px solid var(--hair); padding-top: 6px; }
  .units .fold { min-height: 52px; white-space: nowrap; }
  ${wholeRows}
  .units [data-unit] { display: grid; grid-template-columns: 1fr auto; gap: 0 8px; text-align: start; padding: 8px 14px; min-height: 72px; background: none; color: var(--t1); font-weight: 500; align-content: start; }
  .units [data-unit][aria-pressed="true"] { border: 2px solid var(--t1); background: var(--raise); }
  .units .tick { font-weight: 600; }
  .units .of, .units .why, .units .way { grid-column: 1 / -1; font-weight: 400; }
  .units .why { color: var(--t2); font-size: var(--u); }
  .units .way strong { font-size: calc(var(--u) * 1.4); font-weight: 600; font-variant-numeric: tabular-nums; }
  .units .way .second { font-size: var(--u); }
  .model { color: var(--w1); border: 1px dashed var(--w1); border-radius: 2px; padding: 0 0.2em; font-size: var(--u); }
  .effect { border-top: 1px solid var(--hair2); gap: 8px; padding: 8px 4px 0; }
  .effect strong { font-size: calc(var(--u) * 1.3); font-weight: 600; overflow-wrap: anywhere; }
  textarea { min-height: 2.6em; }
  .lines { max-height: 4.5em; overflow-y: auto; line-height: 1.5; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
  .lines li { overflow-wrap: anywhere; }
  .limits, .chosen { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; }
  .limits button { min-height: 52px; padding: 0 0.6em; flex: 1; white-space: nowrap; }
  .chosen { flex-wrap: nowrap; overflow-x: auto; padding: 3px; scrollbar-width: thin; scrollbar-color: var(--hair2) transparent; }
  .chosen button { min-height: 52px; padding: 0 0.8em; white-space: nowrap; flex: none; }
  .chosen [aria-selected="true"] { border: 2px solid var(--t1); background: var(--raise); font-weight: 600; }
  .chosen [data-lacks]::after { content: "!"; background: var(--t1); color: var(--bg); padding: 0 0.3em; font-weight: 600; }
  .foot { display: flex; justify-content: space-between; color: var(--t3); font-size: var(--u); }
  /* On a desk of 1080 lines whom to send keeps its room: the words of each order stand behind its own tab. */
  @media (max-height: 1200px) {
    .effect { gap: 5px; }
    textarea { min-height: 56px; height: 56px; }
    .lines { max-height: 3em; }
    .foot span:first-child { display: none; }
    .foot { justify-content: end; margin-top: -2px; }
  }
`;
