import type { IndicatorView } from "../kit/reads.ts";

/** What the rail offers first, by what the situation plays; everything else is one tap further. */
const FIRST: readonly (readonly [feed: RegExp, ids: readonly string[]])[] = [
  [/^storm:/, ["met.storm.circle", "met.storm.distance", "met.storm.arrival.r7", "met.storm.arrival.r10", "met.storm.exposed.r7", "met.storm.exposed.r10"]],
  [/^covid:/, ["hlth.covid.confirmed", "hlth.covid.new", "hlth.covid.cured", "hlth.covid.dead"]],
  [/^/, ["water.river.level", "water.reservoir.level", "ener.outage.users", "emg.people.moved", "emg.event.active", "hlth.bed.use", "grid.event.overdue"]],
];

/** The rail's indicators for a feed, those that the dictionary knows. */
export function railOf(feed: string, indicators: ReadonlyMap<string, IndicatorView>): readonly IndicatorView[] {
  const ids = FIRST.find(([pattern]) => pattern.test(feed))![1];
  const known = ids.flatMap((id) => indicators.get(id) ?? []);
  return known.length > 0 ? known : [...indicators.values()].slice(0, 6);
}
