import { Problem } from "../../model/problem.ts";
import type { LonLat } from "../../model/geodesy.ts";
import { formatTime, HOUR, MINUTE } from "../../model/time.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitPosition } from "../../model/unit-position.ts";
import type { ToldPosition } from "../../model/world/units.ts";

export interface PositionsNeeds {
  /** People's clock: how old a position is counts in people's time, however fast a world runs. */
  now(): number;
  simNow(): number;
  /** Where a unit of a computed world says that it is; absent where none is computed. */
  simulated?(unit: Unit, at: number): ToldPosition | null;
}
/** Where units said that they are, of one situation: kept while it runs, and in no journal. */
export interface Positions {
  /**
   * Takes up what a unit reports of itself; one that is older than what is known says nothing new and is let go.
   * @param observedAt epoch ms of people's clock
   * @throws Problem bad_request where it lies in the future, or is older than a day
   */
  report(unit: string, point: LonLat, observedAt: number): void;
  /** What it said itself comes before what is computed of it. */
  of(unit: Unit): UnitPosition | undefined;
}

/** A phone's clock may run so far ahead. */
const AHEAD_MS = 2 * MINUTE;
const OLDEST_MS = 24 * HOUR;
/** Three decimals are a hundred metres, six are less than a hand. */
const DECIMALS = 1e5;

export function createPositions({ now: peopleNow, simNow, simulated }: PositionsNeeds): Positions {
  const reported = new Map<string, UnitPosition>();
  return {
    report(unit, [lon, lat], observedAt) {
      const now = peopleNow();
      if (observedAt > now + AHEAD_MS || observedAt < now - OLDEST_MS)
        throw new Problem("bad_request", `observedAt is ${formatTime(observedAt)}; expected a time between a day ago and ${formatTime(now)}. Set the phone's clock, or send where it is now.`);
      const known = reported.get(unit);
      if (known && known.observedAt >= observedAt) return;
      const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS;
      reported.set(unit, { unit, point: [rounded(lon), rounded(lat)], observedAt: Math.min(observedAt, now), receivedAt: now, quality: "good" });
    },
    of(unit) {
      const own = reported.get(unit.id);
      if (own) return own;
      const told = simulated?.(unit, simNow());
      const observedAt = told && peopleNow() - (simNow() - told.observedAt);
      return told && observedAt != null ? { unit: unit.id, point: told.point, observedAt, receivedAt: observedAt, quality: "modelled" } : undefined;
    },
  };
}
