import type { Indicator } from "../model/indicator.ts";
import { isIncidentOver, type Incident } from "../model/incident.ts";
import type { Reading } from "../model/sample.ts";
import type { WorldIncidents } from "./world-incidents.ts";

interface Needs {
  indicator(id: string): Pick<Indicator, "counts"> | undefined;
  /** Incidents of the journal: what people reported, and what of the world they have acted on. */
  written(): Iterable<Incident>;
  readonly world: Pick<WorldIncidents, "isUnderWay"> | undefined;
}

/**
 * Numbers that count incidents, as people have changed what they count: a pack knows what happens in its world, and nothing of what people report, close
 * or have not closed yet. What was reported of more than one place of the count stands in none.
 */
export function createCounted({ indicator, written, world }: Needs): (readings: readonly Reading[]) => readonly Reading[] {
  if (!world) return (readings) => readings;
  return (readings) => {
    let open: readonly Incident[] | undefined;
    return readings.map((reading) => {
      if (indicator(reading.indicator)?.counts !== "incidents") return reading;
      open ??= [...written()];
      const more = open.filter(({ region }) => region === reading.place).reduce((sum, { id, state }) => sum + Number(!isIncidentOver(state)) - Number(world.isUnderWay(id, reading.observedAt)), 0);
      return more === 0 ? reading : { ...reading, value: reading.value + more };
    });
  };
}
