import { css } from "lit";

/** A response level as it is set beside words: filled, its numeral in it. */
export const responseBadge = css`
  .level { display: inline-grid; place-items: center; min-width: 2.2em; min-height: 1.6em; padding: 0 0.5em; font-weight: 600; font-family: var(--face-num, var(--face-sans)); white-space: nowrap; }
  .l1 { background: var(--red-fill); color: var(--red-on); } .l2 { background: var(--orange-fill); color: var(--orange-on); }
  .l3 { background: var(--yellow-fill); color: var(--yellow-on); } .l4 { background: var(--blue-fill); color: var(--blue-on); }
`;
