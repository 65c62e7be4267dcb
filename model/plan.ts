import type { Level } from "./region.ts";
import type { Grade, Words } from "./words.ts";

/** One order of a run card: what the unit of a kind at a level above the incident's place is told, and by when. */
export interface PlannedOrder {
  /** A kind of data/units.json that this level has. */
  readonly unitKind: string;
  readonly level: Level;
  /** The order in words, as it is sent. */
  readonly text: string;
  /** From the order on. */
  readonly minutes: number;
  /** What must be so for the order to be done. */
  readonly success?: string;
}

/** Which units are told what in incidents of some types (预案行动卡): an offer to whoever dispatches; nothing is sent by itself. */
export interface Plan {
  readonly id: string;
  readonly title: Words;
  /** Incident types of its own topic. */
  readonly types: readonly string[];
  /** The mildest grade that it is made for: it holds for that and graver ones, and while none is given; absent = any. */
  readonly grade?: Grade;
  /** The plan or the statute that it follows, or `operational default`. */
  readonly source: string;
  /** In the order in which they are to be given. */
  readonly orders: readonly PlannedOrder[];
}

/** Plans for a type of incident, the one made for the gravest grades first; those made for graver ones than it has are left out. */
export function plansFor(plans: readonly Plan[], type: string, grade: Grade | undefined): readonly Plan[] {
  return plans.filter((plan) => plan.types.includes(type) && (plan.grade === undefined || grade === undefined || grade <= plan.grade)).toSorted((a, b) => (a.grade ?? 5) - (b.grade ?? 5));
}

/** Plans as far as a reader may know of the types that they are for; one for none of these is not there. */
export const plansSeen = <P extends Plan>(plans: readonly P[], isSeen: (type: string) => boolean): readonly P[] =>
  plans.flatMap((plan) => {
    const types = plan.types.filter(isSeen);
    return types.length > 0 ? [{ ...plan, types }] : [];
  });
