import { freshness, worstState, type FixedState } from "../../model/freshness.ts";
import type { Cell } from "../../model/sample.ts";
import type { FrameCell } from "../../model/wire/frame.ts";

/** A cell for the wire: states that time alone explains are left to the page's own clock. */
export function frameCell(cell: Cell, simNow: number, cadenceMs: number): FrameCell {
  const { place, value, observedAt, state, quality, coverage } = cell;
  const fixed: FixedState = state === "down" || state === "never" || state === "withheld" ? state : null;
  const byTime = freshness(observedAt, simNow, cadenceMs);
  const tainted = fixed === null && state !== byTime && worstState(state, byTime) === state;
  return { place, value, observedAt, state: fixed, tainted, quality, have: coverage.have, of: coverage.of };
}
