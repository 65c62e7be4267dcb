import type { Clock, Log } from "../model/ports.ts";
import type { PlaceId, Reading } from "../model/sample.ts";
import { SECOND } from "../model/time.ts";
import { latelyParts, pastParts, type PastOf, type PastPart } from "./past-parts.ts";
import type { PackWorld } from "./packs/index.ts";

interface Needs {
  packs(): ReturnType<PackWorld["packs"]>;
  indicator(id: string): PastOf | undefined;
  /** What one pack says of one instant, of some of its indicators; null where it was not told whole. */
  askWhole(topic: string, at: number, of: readonly string[]): Promise<readonly Reading[] | null>;
  readonly clock: Clock;
  readonly log: Log;
}
/** Whom the past of a played world is told. */
export interface HearsPast {
  /** What was said of one instant of the past: it is history, and no news. */
  takePast(readings: readonly Reading[]): void;
  /** The last half hour of these has been told, and at last all of their past. */
  pastTold(told: readonly { readonly indicator: string; readonly places: readonly PlaceId[] }[]): void;
}
/** Tells a world that stands what was before it began (`to`), as long as it is wanted. */
export type TellEarlier = (playing: HearsPast, to: number, isWanted: () => boolean) => Promise<void>;

/** Between two pieces of what was long before it rests so many times as long as the last one took: nobody waits for it. */
const RESTS_FOR = 2;
/** What was not told is asked for again after so long, by when a pack that was ended is tried again; so often in all. */
const AGAIN_MS = 70 * SECOND;
const TRIES = 4;

/** In pieces: the last half hour, two days, five weeks. What a pack could not tell, as while it was ended, it is asked for again later. */
export function createEarlier({ packs, indicator, askWhole, clock, log }: Needs): TellEarlier {
  const rest = async (ms: number): Promise<void> => {
    if (ms > 0) await new Promise<void>((done) => void clock.after(ms, done));
  };
  return async (playing, to, isWanted) => {
    const lately = latelyParts(packs(), indicator, to);
    let parts = [...lately, ...pastParts(packs(), indicator, to)];
    for (let tries = 1; parts.length > 0 && tries <= TRIES; tries++) {
      if (tries > 1) await rest(AGAIN_MS);
      const told = new Map<string, Set<PlaceId>>();
      const untold: PastPart[] = [];
      for (const [i, part] of parts.entries()) {
        if (!isWanted()) return;
        const begun = clock.monotonic();
        const readings = await askWhole(part.topic, part.at, part.indicators);
        if (!isWanted()) return;
        if (!readings) untold.push(part);
        else if (readings.length > 0) playing.takePast(readings);
        for (const { indicator: id, place } of readings ?? []) {
          const places = told.get(id);
          if (places) places.add(place);
          else told.set(id, new Set([place]));
        }
        // Most delays and windows of rules end here: what stands is judged by them before the rest is told.
        if (tries === 1 && i === lately.length - 1) playing.pastTold(changedOf(told));
        if (tries > 1 || i >= lately.length) await rest(RESTS_FOR * (clock.monotonic() - begun));
      }
      if (!isWanted()) return;
      if (told.size > 0) playing.pastTold(changedOf(told));
      parts = untold;
    }
    if (parts.length > 0) log.warn("Of what was before a played world began packs did not tell all", { pieces: parts.length, topics: [...new Set(parts.map(({ topic }) => topic))].join() });
  };
}
const changedOf = (told: ReadonlyMap<string, ReadonlySet<PlaceId>>) => [...told].map(([id, places]) => ({ indicator: id, places: [...places] }));
