import type { PackReading } from "../model/pack-feed.ts";
import { packFact } from "../model/pack-fact.ts";
import type { Clock, Log } from "../model/ports.ts";
import type { PlaceId } from "../model/sample.ts";
import { seedOf } from "../model/seeded.ts";
import { formatTime } from "../model/time.ts";
import type { Catalog } from "./catalog/index.ts";
import { decodeSample, type Dictionary, type SampleSource } from "./ingest/index.ts";
import type { PackHost } from "./packs/index.ts";
import { createSimulated } from "./simulated.ts";
import type { SituationPlan } from "./situation.ts";

interface Needs {
  readonly packs: Pick<PackHost, "open">;
  readonly catalog: Pick<Catalog, "reaches" | "indicator">;
  readonly dictionary: Dictionary;
  readonly root: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** A pack as a source of samples. */
export const packSource = (topic: string, root: string): SampleSource => ({ id: packFact(topic), region: root, mayAbout: () => true });

/** What a pack says at `at` as a sample: computed and not observed, whatever it says of itself, and never of later. */
export function modelled(reading: PackReading & { readonly place: PlaceId }, at: number): object {
  return { ...reading, observedAt: formatTime(Math.min(reading.observedAt ?? at, at)), quality: "modelled" };
}

/** A plan with the numbers that packs compute beside its record; `drop` lets their world go where the situation was not opened. */
export function withSimulated(plan: SituationPlan, { packs, catalog, dictionary, root, clock, log }: Needs): { readonly plan: SituationPlan; drop(): void } {
  const { feed } = plan;
  if (!feed?.simulates) return { plan, drop() {} };
  const { storm, observed } = feed.simulates;
  const world = packs.open(plan.id, { seed: seedOf(feed.id), ...(storm && { storm }), reaches: catalog.reaches });
  const simulated = createSimulated({
    world,
    indicator: (id) => catalog.indicator(id),
    decode(topic, item, at) {
      const decoded = decodeSample(modelled(item, at), packSource(topic, root), dictionary, at);
      return decoded.ok ? decoded.reading : decoded.message;
    },
    observed, clock, log,
  });
  return { plan: { ...plan, feed: simulated.beside(feed), simulated }, drop: () => world.close() };
}
