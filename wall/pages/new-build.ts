import type { Clock } from "../../model/ports.ts";

/** Displays of a wall do not all go at once. */
const WITHIN_MS = 5_000;
/** A page that came back as it was stands so long before it tries again. */
const AGAIN_AFTER_MS = 300_000;
const KEY = "guanlan.reloaded-for";

export interface NewBuildNeeds {
  readonly clock: Clock;
  readonly jitter: () => number;
  /** Which build this page is of; empty when it does not say. */
  readonly own: string;
  /** Outlives the page: for which build it was loaded anew last, and when. */
  readonly kept: Pick<Storage, "getItem" | "setItem">;
  /** Which build the server gives out at this page's address right now; null when it does not answer. */
  ask(): Promise<string | null>;
  reload(): void;
}

/**
 * Loads a display anew when the server gives out another build than the one it is of. It asks for the page first: a server that is
 * too busy to give it would leave the display with the old one out of some cache. One that comes back as it was tries again after
 * five minutes, so that it neither goes round nor stays behind.
 * @returns what takes the server's word of its build, as often as it is said
 */
export function followBuild({ clock, jitter, own, kept, ask, reload }: NewBuildNeeds): (told: string) => void {
  let going = false;
  const triedFor = (told: string): boolean => {
    const [build, at] = (kept.getItem(KEY) ?? "").split(" ");
    const age = clock.now() - Number(at);
    return build === told && age >= 0 && age < AGAIN_AFTER_MS;
  };
  async function go(told: string): Promise<void> {
    const given = await ask().catch(() => null);
    if (given !== told) {
      going = false;
      return;
    }
    kept.setItem(KEY, `${told} ${clock.now()}`);
    reload();
  }
  return (told) => {
    if (going || own === "" || told === "" || told === own || triedFor(told)) return;
    going = true;
    clock.after(jitter() * WITHIN_MS, () => void go(told));
  };
}
