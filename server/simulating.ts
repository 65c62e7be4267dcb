import type { PackReading } from "../model/pack-feed.ts";
import { packFact } from "../model/pack-fact.ts";
import type { Clock, Log } from "../model/ports.ts";
import type { PlaceId } from "../model/sample.ts";
import { seedOf } from "../model/seeded.ts";
import { formatTime } from "../model/time.ts";
import { kindsOf, type Town } from "../model/world/incidents.ts";
import { positionAt } from "../model/world/units.ts";
import { createWorld, type WorldPlan } from "../model/world/world.ts";
import type { PastOf } from "./past-parts.ts";
import type { Played } from "./played.ts";
import type { Catalog } from "./catalog/index.ts";
import { decodeSample, type Dictionary, type SampleSource } from "./ingest/index.ts";
import type { PackHost } from "./packs/index.ts";
import { measuredAt } from "./measured-at.ts";
import { createSimulated, type Simulated } from "./simulated.ts";
import type { SituationPlan } from "./situation.ts";
import { createWorldIncidents } from "./world-incidents.ts";

interface Needs {
  readonly packs: Pick<PackHost, "open">;
  readonly catalog: Pick<Catalog, "reaches" | "topics" | "regions" | "sitesOf" | "point" | "population" | "incidentType" | "indicator">;
  readonly dictionary: Dictionary;
  readonly root: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** A pack as a source of samples. */
export const packSource = (topic: string, root: string): SampleSource => ({ id: packFact(topic), region: root, mayAbout: () => true });

/** What a pack says at `at` as a sample: computed and not observed, at best, and never of later. */
export function modelled(reading: PackReading & { readonly place: PlaceId }, at: number): object {
  return { ...reading, observedAt: formatTime(Math.min(reading.observedAt ?? at, at)), quality: reading.quality ?? "modelled" };
}

/** What a record's world is made of: the same for every run of it. */
export function worldPlanOf({ id, simulates }: Pick<Played, "id" | "simulates">, { reaches, topics }: Pick<Catalog, "reaches" | "topics">): WorldPlan {
  return { seed: seedOf(id), ...(simulates?.storm && { storm: simulates.storm }), reaches, kinds: kindsOf(topics.flatMap(({ incidentTypes }) => incidentTypes)), hasFaults: true };
}
/** Where its incidents happen: towns of which it is known where they lie and how many live there. */
export const townsOf = (catalog: Parameters<typeof measuredAt>[0]): Town[] =>
  measuredAt(catalog, { leaf: "town" }).flatMap(({ id, point, residents }) => (point && residents !== null ? [{ id, point, residents }] : []));

/** A plan with the numbers that packs compute beside its record; `drop` lets their world go where the situation was not opened. */
export function withSimulated(plan: SituationPlan, { packs, catalog, dictionary, root, clock, log }: Needs): { readonly plan: SituationPlan; drop(): void } {
  const { feed } = plan;
  if (!feed?.simulates) return { plan, drop() {} };
  const { observed } = feed.simulates;
  const worldPlan = worldPlanOf(feed, catalog);
  const world = packs.open(plan.id, worldPlan);
  const asked = new Map<string, PastOf | undefined>();
  function pastOf(id: string): PastOf | undefined {
    const indicator = catalog.indicator(id);
    if (!asked.has(id)) asked.set(id, indicator && { ...indicator, places: measuredAt(catalog, indicator).length });
    return asked.get(id);
  }
  const numbers = createSimulated({
    world,
    indicator: pastOf,
    decode(topic, item, at) {
      const decoded = decodeSample(modelled(item, at), packSource(topic, root), dictionary, at);
      return decoded.ok ? decoded.reading : decoded.message;
    },
    observed, clock, log,
  });
  const simulated: Simulated = {
    ...numbers,
    positionOf(unit, at) {
      // A village's group sits in its town as far as anybody knows.
      const seat = catalog.point(unit.region) ?? catalog.point(catalog.regions.find(unit.region)?.parent ?? "");
      return seat && positionAt(worldPlan.seed, at, unit.id, seat);
    },
    incidents: (time) =>
      createWorldIncidents({
        // Rivers flow in the packs' thread alone.
        world: () => createWorld({ ...worldPlan, reaches: [] }), towns: townsOf(catalog), ...time,
        type(id) {
          const type = catalog.incidentType(id);
          return type ? { topic: type.topic, title: type.title.zh } : null;
        },
      }),
  };
  return { plan: { ...plan, feed: numbers.beside(feed), simulated }, drop: () => world.close() };
}
