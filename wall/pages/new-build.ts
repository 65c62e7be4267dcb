import type { Clock } from "../../model/ports.ts";

/** Displays of a wall do not all go at once. */
const WITHIN_MS = 5_000;
const KEY = "guanlan.reloaded-for";

export interface NewBuildNeeds {
  readonly clock: Clock;
  readonly jitter: () => number;
  /** Which build this page is of; empty when it does not say. */
  readonly own: string;
  /** Outlives the page: for which build it was loaded anew last. */
  readonly kept: Pick<Storage, "getItem" | "setItem">;
  reload(): void;
}

/**
 * Loads a display anew when the server gives out another build than the one it is of: once for each build, so that a page that
 * comes out of some cache again stands as it is instead of going round.
 * @returns what takes the server's word of its build
 */
export function followBuild({ clock, jitter, own, kept, reload }: NewBuildNeeds): (told: string) => void {
  let going = false;
  return (told) => {
    if (going || own === "" || told === "" || told === own || kept.getItem(KEY) === told) return;
    going = true;
    clock.after(jitter() * WITHIN_MS, () => {
      kept.setItem(KEY, told);
      reload();
    });
  };
}
