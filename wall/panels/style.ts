import { css } from "lit";

/** What all panels share: the type that their cards inherit, and a picture that fills its card. */
export const panelStyle = css`
  :host {
    display: block; height: 100%; min-height: 0; min-width: 0; box-sizing: border-box; overflow: hidden;
    color: var(--t1); font-family: var(--face-sans); font-size: var(--type-body); line-height: 1.25;
    font-variant-numeric: tabular-nums; text-autospace: normal;
  }
  wall-card { height: 100%; }
  .plot { flex: 1; min-height: 0; }
`;
