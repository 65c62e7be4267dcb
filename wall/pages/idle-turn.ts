import type { Stop } from "../../model/ports.ts";

/** On a page that is never idle small work gets its turn all the same, ms. */
const AT_THE_LATEST_MS = 500;

/** Runs a piece of work once when the page has nothing else to do. */
export function idleTurn(run: () => void): Stop {
  const turn = requestIdleCallback(run, { timeout: AT_THE_LATEST_MS });
  return () => cancelIdleCallback(turn);
}
