import type { Clock, Stop } from "../../model/ports.ts";
import type { Showing } from "../../model/wall.ts";

/** How long displays have to set up what comes next before the others go on without them (DESIGN §3). */
export const PREPARE_MS = 500;
/** From the word to the instant at which all displays change: longer than the message takes to be there and applied. */
export const RAISE_MS = 200;

export interface CurtainNeeds {
  readonly clock: Clock;
  /** Displays of the wall that answer now. */
  alive(): readonly number[];
  /** What is told has changed. */
  tell(): void;
}

/**
 * Changes a picture on all displays of a wall at one instant: set up unseen, then shown by all that are ready. A display that
 * does not get ready in time is dark and joins later; no display ever shows half, because each changes in one step or not at all.
 */
export interface Curtain<Picture> {
  /** The newest picture, whether it stands already or is being set up. */
  readonly decided: Picture;
  /** What every display is told of it, one that comes now too. */
  readonly showing: Showing<Picture>;
  /** Displays that did not get ready for the last change, and have not since. */
  readonly dark: ReadonlySet<number>;
  /**
   * A new picture; one that is still being set up is given up for it.
   * @param notBefore server time, epoch ms: set up at once, shown then
   */
  change(picture: Picture, notBefore?: number): void;
  /** Display `n` has set up that picture, or already shows it. */
  ready(n: number, picture: number): void;
  /** Display `n` has gone; nobody waits for it any more. */
  gone(n: number): void;
  close(): void;
}

export function createCurtain<Picture>(first: Picture, { clock, alive, tell }: CurtainNeeds): Curtain<Picture> {
  let decided = first;
  let showing: Showing<Picture> = { picture: 0, since: clock.now() };
  /** The picture whose instant was told last: what stands, or will within a moment. */
  let raised = first;
  /** Monotonic ms of that instant: the server's clock may be set in between. */
  let standsAt = clock.monotonic();
  let waiting: { readonly for: Set<number>; readonly stop: Stop; readonly notBefore: number } | undefined;
  let queued: Stop | undefined;
  const dark = new Set<number>();

  const raise = (): void => {
    if (!waiting) return;
    waiting.stop();
    for (const n of waiting.for) dark.add(n);
    const since = Math.max(clock.now() + RAISE_MS, waiting.notBefore);
    waiting = undefined;
    standsAt = clock.monotonic() + since - clock.now();
    showing = { picture: showing.picture, since, before: raised };
    raised = decided;
    tell();
  };
  function change(picture: Picture, notBefore = 0): void {
    queued?.();
    queued = undefined;
    // Its instant has been told and cannot be taken back: some displays would show it and others not.
    const untilStands = showing.since === null ? 0 : standsAt - clock.monotonic();
    if (untilStands > 0) {
      queued = clock.after(untilStands, () => change(picture, notBefore));
      return;
    }
    waiting?.stop();
    decided = picture;
    showing = { picture: showing.picture + 1, since: null, before: raised };
    const longest = Math.max(PREPARE_MS, notBefore - clock.now() - RAISE_MS);
    waiting = { for: new Set(alive()), stop: clock.after(longest, raise), notBefore };
    // Nobody watches: the picture is the next one at once, and whoever comes finds it.
    if (waiting.for.size === 0) raise();
    else tell();
  }
  return {
    get decided() {
      return decided;
    },
    get showing() {
      return showing;
    },
    dark,
    change,
    ready(n, of) {
      if (of !== showing.picture) return;
      dark.delete(n);
      if (waiting?.for.delete(n) && waiting.for.size === 0) raise();
    },
    gone(n) {
      dark.delete(n);
      if (waiting?.for.delete(n) && waiting.for.size === 0) raise();
    },
    close() {
      waiting?.stop();
      queued?.();
    },
  };
}
