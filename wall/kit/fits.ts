import type { IncidentPlace } from "../../model/incident-place.ts";
import type { PlannedOrder } from "../../model/plan.ts";
import type { Quality } from "../../model/quality.ts";
import type { Unit } from "../../model/unit.ts";
import type { Words } from "../../model/words.ts";

/** A unit for one incident, as `GET /incidents/:id/units` answers. */
export interface FitView extends Unit {
  readonly rank: number;
  readonly recommended: boolean;
  /** Its order by the run card; absent where the card names no such unit. */
  readonly order?: PlannedOrder;
  /** An estimate; null where nobody can tell. */
  readonly minutes: number | null;
  readonly km: number | null;
  /** Open orders that it holds. */
  readonly load: number;
  readonly why: Words;
  readonly position?: { readonly ageMs: number; readonly isStale: boolean; readonly quality: Quality };
}
export interface FitsView {
  /** Where the ways lead to; null where nobody knows it well enough for a time to arrive. */
  readonly place: IncidentPlace | null;
  readonly plan: { readonly id: string; readonly title: Words; readonly source: string } | null;
  /** How many units this seat may order; `items` may be fewer. */
  readonly of: number;
  /** The fittest first. */
  readonly items: readonly FitView[];
}
