import { isOpenAlert } from "./alert.ts";
import { isHouseFact } from "./house-fact.ts";
import type { AlertRecord } from "./records.ts";
import type { RegionCode } from "./region.ts";

/**
 * The smallest region that an alert stands at: its own place, of a station or any other site the region that is known to hold
 * it. There a map draws its level, on all of the land.
 */
export const standsIn = ({ within, place }: Pick<AlertRecord, "within" | "place">): RegionCode => within.at(-1) ?? place;
/**
 * Open alerts that stand at a region: they hold for every place in it, as far as anybody knows. Those of its other places do not, nor does what
 * concerns the house itself: a display that is dark in its command centre, the code of a pack.
 */
export const holdingBelow = (alerts: Iterable<AlertRecord>, region: RegionCode): AlertRecord[] => [...alerts].filter((a) => standsIn(a) === region && isOpenAlert(a.state) && !isHouseFact(a.indicator));
