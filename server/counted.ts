import type { Indicator } from "../model/indicator.ts";
import { isIncidentOver, type Incident } from "../model/incident.ts";
import type { Reading } from "../model/sample.ts";
import { isMajor } from "../model/words.ts";
import { isMajorAt, type WorldIncident } from "../model/world/incidents.ts";
import type { WorldIncidents } from "./world-incidents.ts";

interface Needs {
  indicator(id: string): Pick<Indicator, "counts"> | undefined;
  /** Incidents of the journal: what people reported, and what of the world they have acted on. */
  written(): Iterable<Incident>;
  readonly world: Pick<WorldIncidents, "underWay"> | undefined;
}

/** What each kind of count has of what people know, and what a pack has told of its world's. */
const COUNTS: Readonly<Record<NonNullable<Indicator["counts"]>, { isOpen(one: Incident): boolean; wasCounted(one: WorldIncident, at: number): boolean }>> = {
  incidents: { isOpen: ({ state }) => !isIncidentOver(state), wasCounted: () => true },
  majorIncidents: { isOpen: ({ state, grade }) => !isIncidentOver(state) && isMajor(grade), wasCounted: isMajorAt },
};

/**
 * Numbers that count incidents, as people have changed what they count: a pack knows what happens in its world, and nothing of what people report, close
 * or have not closed yet. What was reported of more than one place of the count stands in none.
 */
export function createCounted({ indicator, written, world }: Needs): (readings: readonly Reading[]) => readonly Reading[] {
  if (!world) return (readings) => readings;
  return (readings) => {
    let open: readonly Incident[] | undefined;
    return readings.map((reading) => {
      const counts = indicator(reading.indicator)?.counts;
      if (!counts) return reading;
      const { isOpen, wasCounted } = COUNTS[counts];
      open ??= [...written()];
      const more = open.filter(({ region }) => region === reading.place).reduce((sum, one) => {
        const told = world.underWay(one.id, reading.observedAt);
        return sum + Number(isOpen(one)) - Number(told !== undefined && wasCounted(told, reading.observedAt));
      }, 0);
      return more === 0 ? reading : { ...reading, value: reading.value + more };
    });
  };
}
