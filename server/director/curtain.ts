import type { Clock, Stop } from "../../model/ports.ts";

/** How long displays have to set up what comes next before the others go on without them (DESIGN §3). */
export const PREPARE_MS = 500;
/** From the word to the instant at which all displays change: longer than the message takes. */
export const RAISE_MS = 150;

/** What every display of a wall is told: the picture that stands, and the one to set up behind the curtain. */
export interface Told<Picture> {
  readonly shown: Picture;
  readonly next?: { readonly revision: number; readonly picture: Picture };
  /** Server time at which `shown` began to stand. */
  readonly since: number;
}
export interface CurtainNeeds<Picture> {
  readonly clock: Clock;
  /** Displays of the wall that answer now. */
  alive(): readonly number[];
  /** Told to all displays, to be applied at that server time. */
  tell(told: Told<Picture>, applyAt: number): void;
}

/**
 * Changes a picture on all displays of a wall at one instant: set up unseen, then shown by all that are ready. A display that
 * does not get ready in time is dark and joins later; no display ever shows half, because each changes in one step or not at all.
 */
export interface Curtain<Picture> {
  /** What a display that comes now is told. */
  readonly told: Told<Picture>;
  /** Displays that did not get ready for the last change, and have not since. */
  readonly dark: ReadonlySet<number>;
  /** A new picture; one that is still being set up is given up for it. */
  change(picture: Picture): void;
  /** Display `n` has set up that revision, or already shows it. */
  ready(n: number, revision: number): void;
  /** Display `n` has gone; nobody waits for it any more. */
  gone(n: number): void;
  close(): void;
}

export function createCurtain<Picture>(first: Picture, { clock, alive, tell }: CurtainNeeds<Picture>): Curtain<Picture> {
  let told: Told<Picture> = { shown: first, since: clock.now() };
  let revision = 0;
  let waiting: { readonly for: Set<number>; readonly stop: Stop } | undefined;
  const dark = new Set<number>();

  const raise = (): void => {
    const { next } = told;
    if (!next || !waiting) return;
    waiting.stop();
    for (const n of waiting.for) dark.add(n);
    waiting = undefined;
    const since = clock.now() + RAISE_MS;
    told = { shown: next.picture, since };
    tell(told, since);
  };
  return {
    get told() {
      return told;
    },
    dark,
    change(picture) {
      waiting?.stop();
      revision++;
      told = { shown: told.shown, since: told.since, next: { revision, picture } };
      waiting = { for: new Set(alive()), stop: clock.after(PREPARE_MS, raise) };
      tell(told, clock.now());
      // Nobody watches: the picture is the next one at once, and whoever comes finds it.
      if (waiting.for.size === 0) raise();
    },
    ready(n, of) {
      if (of !== revision) return;
      dark.delete(n);
      if (!waiting?.for.delete(n)) return;
      if (waiting.for.size === 0) raise();
    },
    gone(n) {
      dark.delete(n);
      if (waiting?.for.delete(n) && waiting.for.size === 0) raise();
    },
    close: () => waiting?.stop(),
  };
}
