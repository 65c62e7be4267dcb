import type { Clock, Store } from "../model/ports.ts";
import { createSituationClock, type SituationClock } from "../model/situation-clock.ts";
import type { Stretch } from "../model/stretch.ts";
import { parseTime } from "../model/time.ts";
import { createCourse, type Course, type Run } from "./clock-course.ts";
import { createJudged, type Judged } from "./judged.ts";
import type { Played } from "./played.ts";

/** Where the clock of a world stood and what it had passed through, as its document `clock:{situation}` keeps it. */
interface SavedClock {
  /** The order by which it was last set; a later one in the journal was not carried out when the program ended. */
  readonly followed?: number;
  /** The same of the last order to pause, go on or change its speed: those do not wait for a setting. */
  readonly steered?: number;
  readonly simAt: number;
  /** People's time at which it stood there, epoch ms; absent from a document of before that was kept. */
  readonly at?: number;
  readonly speed: number;
  readonly paused: boolean;
  /** What its rules had judged. */
  readonly judged?: readonly Stretch[];
  /** How it had gone beside people's time; absent from a document of before that was kept. */
  readonly runs?: readonly Run[];
}
/** A clock and what has been judged by it. */
interface Resumed {
  readonly clock: SituationClock;
  readonly judged: Judged;
  readonly course: Course;
  /** An order that was not carried out when the program ended has set it: it does not go on where it stood. */
  readonly isSought: boolean;
}
/** A clock is set to an instant by an entry in the chain of `live`. */
export interface Sought {
  readonly to: number;
  readonly seq: number;
}
/** The last orders in the chain of `live` by which a clock was paused or went on, and by which its speed was set. */
export interface Steered {
  readonly halt?: { readonly paused: boolean; readonly simAt: number; readonly seq: number };
  readonly speed?: { readonly speed: number; readonly seq: number };
}
interface Kept {
  readonly id: string;
  readonly speed?: number;
  readonly sought?: Sought;
  readonly steered?: Steered;
}
const keyOf = (situation: string): string => `clock:${situation}`;

/**
 * A drill goes on where it stood when the program ended, not where it would be had it run. What was ordered after the document
 * was written, and acknowledged, holds: it stands in the journal.
 */
export async function resumedClock({ store, clock }: { readonly store: Store; readonly clock: Clock }, { id, speed, sought, steered }: Kept, feed: Played): Promise<Resumed> {
  const { span } = feed;
  const saved = (await store.document(keyOf(id))) as SavedClock | null | undefined;
  // A document that does not say what it has followed was written when everything had been.
  const isLater = (order: { readonly seq: number } | undefined, followed: number | undefined): boolean => order !== undefined && order.seq > (saved ? (followed ?? Number.POSITIVE_INFINITY) : 0);
  const inSpan = saved && saved.simAt >= span.from && saved.simAt <= span.to ? saved : undefined;
  const [set, halt, pace] = [isLater(sought, saved?.followed) ? sought : undefined, isLater(steered?.halt, saved?.steered) ? steered!.halt : undefined, isLater(steered?.speed, saved?.steered) ? steered!.speed : undefined];
  const goesOn = set ? saved : inSpan;
  const came = set || halt || !inSpan ? undefined : await cameTo(store, id, inSpan);
  const resumed = createSituationClock({
    clock, span,
    // Where it stood when it was paused was still told by the clock of before when it was not yet set.
    start: set?.to ?? halt?.simAt ?? came ?? feed.start,
    speed: pace?.speed ?? goesOn?.speed ?? speed ?? feed.speed,
    paused: halt?.paused ?? goesOn?.paused ?? false,
  });
  const judged = createJudged(goesOn?.judged, resumed.now());
  if (set && goesOn) judged.set(goesOn.simAt, set.to);
  const course = createCourse({ clock: resumed, people: clock, end: span.to }, goesOn?.runs, set !== undefined);
  return { clock: resumed, judged, course, isSought: set !== undefined };
}

/**
 * Where the clock had come to, as far as anything tells: it is saved every few seconds, and what was found and written since then was found
 * later. Begun before that, a world would find it a second time, and what had returned would stand once more.
 */
async function cameTo(store: Store, situation: string, saved: SavedClock): Promise<number> {
  const head = await store.head(situation);
  const [last] = head && saved.at !== undefined ? await store.entries(situation, head.seq - 1, 1) : [];
  const [at, simAt] = last ? [parseTime(last.at), parseTime(last.simAt)] : [null, null];
  return at !== null && simAt !== null && at > saved.at! ? Math.max(saved.simAt, simAt) : saved.simAt;
}

export interface ClockKeeper {
  /** Resolves when it is durable where the clock stands. */
  save(): Promise<void>;
  /** It is set by this order from now on. */
  follow(seq: number): void;
  /** It is paused, goes on or has its speed by this order from now on. */
  steer(seq: number): void;
  /** Resolves when nothing is being written any more. */
  settled(): Promise<void>;
  forget(): Promise<void>;
}
/** Keeps where the clock of a played world stands: one writing after the other, so that none comes when the clock has been forgotten. */
export function createClockKeeper({ store, clock: people }: { readonly store: Store; readonly clock: Clock }, { id, sought, steered }: Kept, { clock, judged, course }: Omit<Resumed, "isSought">): ClockKeeper {
  const key = keyOf(id);
  let savedText = "";
  let followed = sought?.seq ?? 0;
  let lastSteered = Math.max(steered?.halt?.seq ?? 0, steered?.speed?.seq ?? 0);
  let saving: Promise<void> = Promise.resolve();
  async function write(): Promise<void> {
    const { speed, paused } = clock.state();
    const body: SavedClock = { simAt: clock.now(), speed, paused: paused && !clock.ended(), followed, steered: lastSteered, judged: judged.stretches(), runs: course.runs() };
    const text = JSON.stringify(body);
    // A clock that stands still is written once.
    if (text === savedText) return;
    await store.commit({ documents: [{ key, body: { ...body, at: people.now() } satisfies SavedClock }] });
    savedText = text;
  }
  return {
    save() {
      const next = saving.then(write);
      saving = next.catch(() => {});
      return next;
    },
    follow: (seq) => void (followed = seq),
    steer: (seq) => void (lastSteered = seq),
    settled: () => saving,
    forget: () => store.commit({ dropDocuments: [key] }),
  };
}
