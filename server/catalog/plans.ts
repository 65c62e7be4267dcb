import type { Level } from "../../model/region.ts";
import type { Plan } from "../../model/plan.ts";
import type { Topic } from "../../model/topic.ts";

export interface Plans {
  /** Of all topics, in their order. */
  readonly plans: readonly (Plan & { readonly topic: string })[];
}

/** Joins the plans of all packs. @throws when two share an id, or one names a kind of unit that its level does not have */
export function readPlans(topics: readonly Topic[], kindsOf: (level: Level) => readonly string[]): Plans {
  const owner = new Map<string, string>();
  for (const { id: topic, plans } of topics)
    for (const { id, orders } of plans) {
      const other = owner.get(id);
      if (other !== undefined) throw new Error(`Plan "${id}" is declared by topics/${other} and by topics/${topic}; ids are unique across packs. Rename one.`);
      owner.set(id, topic);
      for (const { unitKind, level } of orders)
        if (!kindsOf(level).includes(unitKind)) throw new Error(`topics/${topic}/plans.ts: plan "${id}" orders "${unitKind}" of level ${level}, which data/units.json does not have; there are ${kindsOf(level).join(", ")}. Name one of them.`);
    }
  return { plans: topics.flatMap(({ id: topic, plans }) => plans.map((plan) => ({ ...plan, topic }))) };
}
