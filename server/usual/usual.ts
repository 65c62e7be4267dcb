import type { Clock, Log, Pace, Stop } from "../../model/ports.ts";
import type { Cell, PlaceId } from "../../model/sample.ts";
import { DAY, HOUR, SECOND } from "../../model/time.ts";
import { FIRST_WEEKS, LEAST_WEEKS, WEEKS, type Band, type Normal, type Normals } from "../../model/usual.ts";
import { normalOf } from "./normal.ts";

export interface UsualNeeds {
  /**
   * The numbers of some indicators of one kin as they stood at an instant (epoch ms, situation's time); null where nobody knows of that time,
   * undefined where it could not be told just now and is to be asked for again.
   */
  worldAt(kin: string, indicators: readonly string[], at: number): Promise<((indicator: string, place: PlaceId) => Cell | undefined) | null | undefined>;
  /** Those that are told together: one question brings all of them. Null: nothing is known of its past. */
  kinOf(indicator: string): string | null;
  /** Where it may be usual: few places, not all villages. */
  placesOf(indicator: string): readonly PlaceId[];
  /** Indicators that somebody always asks for: rules are held against what is usual of them. */
  readonly always: readonly string[];
  simNow(): number;
  turns(): Pace;
  /** Something has become known, or an hour has passed. */
  onKnown(): void;
  readonly clock: Clock;
  readonly log: Log;
}

/** What is usual in one situation (常态基线), at the same weekday and hour of the eight weeks before. */
export interface Usual {
  /** At the hour that holds `at`; null while too little is known. */
  at(indicator: string, place: PlaceId, at: number): Normal | null;
  /** Of the latest day and the hour to come, as far as known, those of too few weeks for a rule too. Whoever asks is kept informed for a while. */
  bands(indicator: string, place: PlaceId): readonly Band[];
  start(): Stop;
}

const WEEK = 7 * DAY;
const LOOKED_AT_MS = SECOND;
/** What could not be told is asked for again after so long. */
const AGAIN_MS = 10 * SECOND;
/** Told of the last day, and of the hours to come, so that it is known before it is needed. */
const BACK_H = 24;
const AHEAD_H = 2;
/** Nobody having asked for so long (people's time), an indicator is let go. */
const WANTED_MS = 10 * 60 * SECOND;
/** After each question about an hour that is not the present one it rests so many times as long as that took: nobody waits for it yet, or any more. */
const RESTS_FOR = 2;
/** So many numbers are read between two looks whether others wait. */
const AT_ONCE = 500;

const hourOf = (at: number): number => Math.floor(at / HOUR) * HOUR;

export function createUsual(needs: UsualNeeds): Usual {
  const { clock } = needs;
  const always = new Set(needs.always);
  /** When each was asked for last, on the house's own clock. */
  const wantedAt = new Map<string, number>();
  const known = new Map<string, Map<number, Normals>>();
  let isBusy = false;
  let waitsUntil = Number.NEGATIVE_INFINITY;
  let shownHour = Number.NaN;

  const hoursOf = (indicator: string): Map<number, Normals> => {
    const hours = known.get(indicator) ?? new Map<number, Normals>();
    known.set(indicator, hours);
    return hours;
  };
  const wanted = (): string[] => [...new Set([...always, ...wantedAt.keys()])].filter((indicator) => needs.kinOf(indicator) !== null);

  /** The hour that is needed first, and of which indicators: now and what comes before what was. */
  function next(now: number): { readonly hour: number; readonly kin: string; readonly indicators: readonly string[] } | null {
    for (const ahead of [0, 1, AHEAD_H, ...Array.from({ length: BACK_H }, (_, i) => -1 - i)]) {
      const hour = hourOf(now) + ahead * HOUR;
      // Rules look at the present alone.
      const missing = wanted().filter((indicator) => !hoursOf(indicator).has(hour) && (ahead >= 0 || wantedAt.has(indicator)));
      const kin = missing[0] && needs.kinOf(missing[0]);
      if (kin) return { hour, kin, indicators: missing.filter((indicator) => needs.kinOf(indicator) === kin) };
    }
    return null;
  }
  async function learn({ hour, kin, indicators }: NonNullable<ReturnType<typeof next>>): Promise<void> {
    const stood = new Map(indicators.map((indicator) => [indicator, new Map<PlaceId, number[]>()]));
    const pace = needs.turns();
    for (let week = 1; week <= WEEKS; week++) {
      const at = hour - week * WEEK;
      const begun = clock.monotonic();
      const cellAt = await needs.worldAt(kin, indicators, at);
      if (cellAt === undefined) {
        waitsUntil = clock.monotonic() + AGAIN_MS;
        return;
      }
      await pace();
      if (cellAt === null) continue;
      let read = 0;
      for (const [indicator, byPlace] of stood)
        for (const place of needs.placesOf(indicator)) {
          const value = cellAt(indicator, place)?.value ?? null;
          if (value !== null) byPlace.set(place, [...(byPlace.get(place) ?? []), value]);
          if (++read % AT_ONCE === 0) await pace();
        }
      if (hour !== hourOf(needs.simNow())) await rest(RESTS_FOR * (clock.monotonic() - begun));
    }
    for (const [indicator, byPlace] of stood) {
      const normals = new Map<PlaceId, Normal>();
      for (const [place, values] of byPlace) {
        const normal = normalOf(values, FIRST_WEEKS);
        if (normal) normals.set(place, normal);
      }
      hoursOf(indicator).set(hour, normals);
    }
    needs.onKnown();
  }
  const rest = async (ms: number): Promise<void> => {
    if (ms > 0) await new Promise<void>((done) => void clock.after(ms, done));
  };
  function forget(now: number): void {
    for (const [indicator, asked] of wantedAt) if (clock.monotonic() - asked > WANTED_MS) wantedAt.delete(indicator);
    for (const [indicator, hours] of known) {
      if (!always.has(indicator) && !wantedAt.has(indicator)) known.delete(indicator);
      for (const hour of hours.keys()) if (hour < hourOf(now) - BACK_H * HOUR || hour > hourOf(now) + AHEAD_H * HOUR) hours.delete(hour);
    }
  }
  function look(): void {
    const now = needs.simNow();
    if (hourOf(now) !== shownHour) {
      shownHour = hourOf(now);
      needs.onKnown();
    }
    if (isBusy || clock.monotonic() < waitsUntil) return;
    forget(now);
    const due = next(now);
    if (!due) return;
    isBusy = true;
    void learn(due)
      .catch((error: unknown) => {
        waitsUntil = clock.monotonic() + AGAIN_MS;
        needs.log.warn("What is usual could not be worked out; it is tried again", { of: due.kin, error: String(error) });
      })
      .finally(() => (isBusy = false))
      // The next hour is not kept waiting for the next look.
      .then(() => {
        if (hasStarted) look();
      });
  }
  let hasStarted = false;

  return {
    at(indicator, place, at) {
      const normal = known.get(indicator)?.get(hourOf(at))?.get(place);
      return normal && normal.weeks >= LEAST_WEEKS ? normal : null;
    },
    bands(indicator, place) {
      wantedAt.set(indicator, clock.monotonic());
      const now = hourOf(needs.simNow());
      return Array.from({ length: BACK_H + 2 }, (_, i) => now + (i - BACK_H) * HOUR).flatMap((from) => {
        const normal = known.get(indicator)?.get(from)?.get(place);
        return normal ? [{ from, ...normal }] : [];
      });
    },
    start() {
      hasStarted = true;
      const stop = clock.every(LOOKED_AT_MS, look);
      return () => {
        hasStarted = false;
        stop();
      };
    },
  };
}
