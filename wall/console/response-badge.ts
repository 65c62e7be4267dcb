import { css } from "lit";
import type { ResponseLevel } from "../../model/response.ts";

/** A response level as it is set beside words: filled, its numeral in it; hollow and dashed where the world is not the one now. */
export const responseBadge = css`
  .level { display: inline-grid; place-items: center; min-width: 2.2em; min-height: 1.6em; padding: 0 0.5em; font-weight: 600; font-family: var(--face-num, var(--face-sans)); white-space: nowrap; }
  .l1 { background: var(--red-fill); color: var(--red-on); } .l2 { background: var(--orange-fill); color: var(--orange-on); box-shadow: inset 0 0 0 var(--fill-edge); }
  .l3 { background: var(--yellow-fill); color: var(--yellow-on); box-shadow: inset 0 0 0 var(--fill-edge); } .l4 { background: var(--blue-fill); color: var(--blue-on); }
  .exercise { background: var(--bg); border: 2px dashed; box-shadow: none; }
  .exercise.l1 { color: var(--red-line); } .exercise.l2 { color: var(--orange-line); } .exercise.l3 { color: var(--yellow-line); } .exercise.l4 { color: var(--blue-line); }
`;
/** The classes of a level's badge; every situation but live is an exercise. */
export const badgeOf = (level: ResponseLevel, situation: string): string => `level l${level}${situation === "live" ? "" : " exercise"}`;
