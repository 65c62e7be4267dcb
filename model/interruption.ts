import type { AlertGroup, Told } from "./alert-group.ts";
import { MINUTE, parseTime } from "./time.ts";

/** An operator is interrupted so often at most, whatever comes (RELIABILITY P7). */
export const MOST_INTERRUPTIONS = 10;
export const WITHIN_MS = 10 * MINUTE;
/** Of these so many are kept for what is red. */
const KEPT_FOR_RED = 4;
/** ISA-18.2: a flood begins with so many in ten minutes, and ends below the other number. */
export const FLOOD_FROM = 10;
export const FLOOD_BELOW = 5;

/** What may sound: a group as it was told last. */
export type Telling = Pick<AlertGroup, "id"> & { readonly told: Told };
/** What a seat remembers, over a reload too. Times in epoch ms. */
export interface SeatMemory {
  /** Of each group the last telling that was taken notice of, by its seq. */
  readonly heard: Readonly<Record<string, number>>;
  /** When it was interrupted, within the last ten minutes. */
  readonly interruptedAt: readonly number[];
  /** When groups were told, the newest: as many as begin a flood. */
  readonly toldAt: readonly number[];
  readonly flood: boolean;
}
export const NEW_SEAT: SeatMemory = { heard: {}, interruptedAt: [], toldAt: [], flood: false };

export interface Interruptions {
  /** One interruption: all of these sound as one, the gravest first. Empty = silence. */
  readonly sound: readonly Telling[];
  /** How many were told without a sound; they are painted like all others. */
  readonly quiet: number;
  readonly flood: boolean;
  readonly memory: SeatMemory;
}

/**
 * What of all that was told interrupts a seat now: ten times in any ten minutes at most, in a flood red and orange alone. What is red and found no room
 * sounds as soon as there is some; it is painted by itself in any case.
 */
export function interruptions(groups: Iterable<{ readonly id: string; readonly told: Told | null }>, memory: SeatMemory, now: number): Interruptions {
  const interruptedAt = memory.interruptedAt.filter((at) => at > now - WITHIN_MS);
  const heard: Record<string, number> = {};
  const news: Telling[] = [];
  const times = [...memory.toldAt];
  for (const { id, told } of groups) {
    if (told === null) continue;
    const last = memory.heard[id];
    if (last !== undefined) heard[id] = last;
    if (last !== undefined && last >= told.seq) continue;
    news.push({ id, told });
  }
  const unheard = (each: Telling): boolean => isWaiting(each, memory) || !isOld(each, now);
  for (const each of news) if (!isWaiting(each, memory) && !isOld(each, now)) times.push(parseTime(each.told.at)!);
  const toldAt = times.filter((at) => at > now - WITHIN_MS).toSorted((a, b) => a - b).slice(-FLOOD_FROM);
  const flood = memory.flood ? toldAt.length >= FLOOD_BELOW : toldAt.length >= FLOOD_FROM;

  const room = MOST_INTERRUPTIONS - interruptedAt.length;
  const mayRed = room > 0;
  const mayOther = room > KEPT_FOR_RED;
  const sounds = ({ told }: Telling): boolean => (told.severity === 1 ? mayRed : mayOther && (!flood || told.severity === 2));
  const sound: Telling[] = [];
  let quiet = 0;
  for (const each of news) {
    // A red one that finds no room is not heard yet: it waits, told once.
    if (unheard(each) && sounds(each)) sound.push(each);
    else quiet++;
    heard[each.id] = !unheard(each) || sounds(each) || each.told.severity !== 1 ? each.told.seq : waiting(each.told.seq);
  }
  sound.sort((a, b) => a.told.severity - b.told.severity || a.told.seq - b.told.seq);
  if (sound.length > 0) interruptedAt.push(now);
  return { sound, quiet, flood, memory: { heard, interruptedAt, toldAt, flood } };
}

/** Whoever sits down hears nothing of what was told long before. */
const isOld = ({ told }: Telling, now: number): boolean => (parseTime(told.at) ?? Number.NEGATIVE_INFINITY) <= now - WITHIN_MS;
/** Half a seq before: taken notice of, and not heard. */
const waiting = (seq: number): number => seq - 0.5;
const isWaiting = ({ id, told }: Telling, { heard }: SeatMemory): boolean => heard[id] === waiting(told.seq);
