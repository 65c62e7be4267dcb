import { freshness, worstState } from "./freshness.ts";
import type { Indicator } from "./indicator.ts";
import type { Cell } from "./sample.ts";
import type { FrameCell } from "./wire/frame.ts";

/** What time does to a number: the declared interval, and the level whose leaves coverage counts. */
export type Ageing = Pick<Indicator, "cadenceMs" | "leaf">;

/** A number as a frame carries it, as old as it is at `simNow`. Displays and the text twin age it alike. */
export function aged(raw: FrameCell & { readonly tick: number }, ageing: Ageing | undefined, simNow: number, live: boolean): Cell {
  let state = freshness(raw.observedAt, simNow, ageing?.cadenceMs ?? Number.MAX_SAFE_INTEGER, raw.state);
  // Without a declared interval nobody can say that a number is still good.
  if (!ageing) state = worstState(state, "stale");
  if (raw.tainted) state = worstState(state, "ageing");
  // What the server said before it fell silent is old, however young its sample was.
  if (!live) state = worstState(state, "stale");
  return {
    place: raw.place,
    value: raw.value,
    observedAt: raw.observedAt,
    state,
    quality: raw.quality,
    coverage: { have: raw.have, of: raw.of, level: ageing?.leaf ?? "site" },
    tick: raw.tick,
  };
}
