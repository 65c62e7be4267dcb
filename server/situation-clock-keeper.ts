import type { Clock, Store } from "../model/ports.ts";
import { createSituationClock, type SituationClock } from "../model/situation-clock.ts";
import type { Played } from "./played.ts";

/** Where the clock of a world stood, as its document `clock:{situation}` keeps it. */
interface SavedClock {
  /** The order by which it was last set; a later one in the journal was not carried out when the program ended. */
  readonly followed?: number;
  readonly simAt: number;
  readonly speed: number;
  readonly paused: boolean;
}
/** A clock is set to an instant by an entry in the chain of `live`. */
export interface Sought {
  readonly to: number;
  readonly seq: number;
}
interface Kept {
  readonly id: string;
  readonly speed?: number;
  readonly sought?: Sought;
}
const keyOf = (situation: string): string => `clock:${situation}`;

/** A drill goes on where it stood when the program ended, not where it would be had it run. */
export async function resumedClock({ store, clock }: { readonly store: Store; readonly clock: Clock }, plan: Kept, feed: Played): Promise<SituationClock> {
  const saved = (await store.document(keyOf(plan.id))) as SavedClock | null | undefined;
  const { sought } = plan;
  if (sought && sought.seq > (saved ? (saved.followed ?? Number.POSITIVE_INFINITY) : 0))
    return createSituationClock({ clock, start: sought.to, speed: saved?.speed ?? plan.speed ?? feed.speed, paused: saved?.paused ?? false, span: feed.span });
  const inSpan = saved && saved.simAt >= feed.span.from && saved.simAt <= feed.span.to;
  return createSituationClock({
    clock,
    start: inSpan ? saved.simAt : feed.start,
    speed: inSpan ? saved.speed : (plan.speed ?? feed.speed),
    paused: inSpan ? saved.paused : false,
    span: feed.span,
  });
}

export interface ClockKeeper {
  /** Resolves when it is durable where the clock stands. */
  save(): Promise<void>;
  /** It is set by this order from now on. */
  follow(seq: number): void;
  /** Resolves when nothing is being written any more. */
  settled(): Promise<void>;
  forget(): Promise<void>;
}
/** Keeps where the clock of a played world stands: one writing after the other, so that none comes when the clock has been forgotten. */
export function createClockKeeper(store: Store, { id, sought }: Kept, clock: SituationClock): ClockKeeper {
  const key = keyOf(id);
  let savedText = "";
  let followed = sought?.seq ?? 0;
  let saving: Promise<void> = Promise.resolve();
  async function write(): Promise<void> {
    const { speed, paused } = clock.state();
    const body: SavedClock = { simAt: clock.now(), speed, paused: paused && !clock.ended(), followed };
    const text = JSON.stringify(body);
    // A clock that stands still is written once.
    if (text === savedText) return;
    await store.commit({ documents: [{ key, body }] });
    savedText = text;
  }
  return {
    save() {
      const next = saving.then(write);
      saving = next.catch(() => {});
      return next;
    },
    follow: (seq) => void (followed = seq),
    settled: () => saving,
    forget: () => store.commit({ dropDocuments: [key] }),
  };
}
