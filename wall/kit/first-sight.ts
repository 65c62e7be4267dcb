import type { AlertGroup } from "../../model/alert-group.ts";
import type { SeatMemory } from "../../model/interruption.ts";
import { SECOND, parseTime } from "../../model/time.ts";
import { ONCE } from "./calls.ts";

/** So long the words of what was told stand above the page, if nobody takes them away. */
export const STANDS_MS = 20 * SECOND;
/** The numbers of a world that was set to another time come one source after the other, and what is found in them is what held there before. */
export const SETTLES_MS = 10 * SECOND;

/** Since when what is told is news on a page that nobody touches. */
export interface Sight {
  readonly situation: string;
  /** Another one after a seek or a restart; null before any frame. */
  readonly world: number | null;
  /** Epoch ms of people's time. */
  readonly since: number;
}

/**
 * What a page sees first was told while it stood elsewhere: but for what would still stand above it had it been open, that is no news. A played world that was
 * set to another time is seen for the first time again; the live one goes on over a restart.
 * @param now epoch ms, people's time
 */
export function sight(before: Sight | null, { situation, world }: Pick<Sight, "situation" | "world">, now: number): Sight {
  if (before?.situation !== situation) return { situation, world, since: now - STANDS_MS };
  if (before.world === world) return before;
  return { situation, world, since: situation === "live" || before.world === null ? before.since : now + SETTLES_MS };
}

/**
 * A memory that has heard what was told before `since`. A red finding is as old as itself: its group changes with every other of its alerts.
 * @param raisedAt RFC 3339, people's time; undefined of one whose record has not come
 */
export function settled(groups: Iterable<AlertGroup>, memory: SeatMemory, since: number, raisedAt: (alert: string) => string | undefined): SeatMemory {
  const isOld = (at: string): boolean => (parseTime(at) ?? Number.NEGATIVE_INFINITY) < since;
  const heard: Record<string, number> = {};
  for (const { id, told, critical, newestAt } of groups) {
    if (told !== null && isOld(told.at)) heard[id] = told.seq;
    for (const alert of critical) if (isOld(raisedAt(alert) ?? newestAt)) heard[alert] = ONCE;
  }
  return { ...memory, heard: { ...memory.heard, ...heard } };
}
