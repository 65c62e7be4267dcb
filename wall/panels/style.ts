import { css } from "lit";

/** What all panels share: type by the unit of the display, rows on hairlines, tabular figures. */
export const panelStyle = css`
  :host {
    display: block; height: 100%; min-height: 0; min-width: 0; box-sizing: border-box; overflow: hidden;
    color: var(--t1); font-family: var(--face-sans); font-size: var(--type-body); line-height: 1.25;
    font-variant-numeric: tabular-nums; text-autospace: normal;
  }
  wall-card { height: 100%; }
  .plot { flex: 1; min-height: 0; }
  .rows { display: flex; flex-direction: column; margin: 0; padding: 0; list-style: none; }
  .row {
    display: grid; align-items: center; column-gap: calc(var(--u) * 0.9); height: calc(var(--u) * 2.3); box-sizing: border-box;
    border-bottom: max(1px, calc(var(--u) / 24)) solid var(--hair); white-space: nowrap;
  }
  .row > * { overflow: hidden; text-overflow: ellipsis; }
  .caption { font-size: var(--u); color: var(--t3); }
  .second { color: var(--t2); }
  .third { color: var(--t3); }
  .strong { font-weight: 500; }
  .end { text-align: end; }
  .num { font-family: var(--face-num); }
  .expected { color: var(--w1); }
  .inverse { background: var(--t1); color: var(--bg); padding: 0 0.35em; font-weight: 600; }
  .boxed { border: max(1px, calc(var(--u) / 24)) solid var(--hair2); padding: 0.1em 0.4em; font-size: var(--u); color: var(--t2); white-space: nowrap; }
  .boxed.expected { border-style: dashed; border-color: var(--w2); color: var(--w1); }
  .none wall-value, .takes wall-value:not([state="stale"], [state="down"]) { color: inherit; }
  .more { padding-top: 0.15em; font-size: var(--u); color: var(--t3); }
  svg.level { display: block; width: calc(var(--u) * 1.4); height: calc(var(--u) * 1.4); overflow: visible; }
`;
