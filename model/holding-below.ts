import { isOpenAlert } from "./alert.ts";
import { isHouseFact } from "./house-fact.ts";
import type { AlertRecord } from "./records.ts";
import type { RegionCode } from "./region.ts";

/**
 * Open alerts of a region itself: they hold for every place in it. Those of its other places do not, nor does what
 * concerns the house itself: a display that is dark in its command centre, the code of a pack.
 */
export const holdingBelow = (alerts: Iterable<AlertRecord>, region: RegionCode): AlertRecord[] => [...alerts].filter((a) => a.place === region && isOpenAlert(a.state) && !isHouseFact(a.indicator));
