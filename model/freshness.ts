/** The six states of a number (DESIGN §3), all visible. */
export const STATES = ["fresh", "ageing", "stale", "down", "never", "withheld"] as const;
export type Freshness = (typeof STATES)[number];

/** Cadences shorter than this are judged as if they were this long. */
export const MIN_CADENCE_MS = 5_000;
/** Below this share of expected leaves a mean, weighted mean or ratio is withheld. */
export const MIN_COVERAGE = 0.8;
/** Counts of people under this are withheld below town level. */
export const MIN_PEOPLE = 5;

/** Fixed facts that only the server knows; null when only time decides. */
export type FixedState = Extract<Freshness, "down" | "never" | "withheld"> | null;

/**
 * The one function that decides how fresh a number is.
 * @param observedAt epoch ms of the observation, or null when there never was one
 * @param now epoch ms on the situation's clock
 * @param cadenceMs the declared interval T of the indicator
 * @param fixed what the server has said of it: source lost, never reported, withheld
 */
export function freshness(observedAt: number | null, now: number, cadenceMs: number, fixed: FixedState = null): Freshness {
  if (fixed !== null) return fixed;
  if (observedAt === null) return "never";
  const age = now - observedAt;
  const interval = Math.max(cadenceMs, MIN_CADENCE_MS);
  if (age <= 1.5 * interval) return "fresh";
  return age <= 3 * interval ? "ageing" : "stale";
}

const RANK: Readonly<Record<Freshness, number>> = { fresh: 0, ageing: 1, stale: 2, down: 3, never: 4, withheld: 5 };
/** The worse of two states; a roll-up with a child that is not fresh never looks plain fresh. */
export const worstState = (a: Freshness, b: Freshness): Freshness => (RANK[a] >= RANK[b] ? a : b);

/** How a number with its fixed facts looks now: one with a lost child among others never looks plain fresh. */
export function shownState(cell: { readonly observedAt: number | null; readonly state: FixedState; readonly tainted: boolean }, now: number, cadenceMs: number): Freshness {
  const state = freshness(cell.observedAt, now, cadenceMs, cell.state);
  return cell.tainted ? worstState(state, "ageing") : state;
}
