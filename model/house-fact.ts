import { displayOf } from "./display.ts";
import { packOf } from "./pack-fact.ts";

/** True for what an alert speaks of that concerns the house itself, a display or the code of a pack, and no indicator of the province. */
export const isHouseFact = (indicator: string): boolean => displayOf(indicator) !== null || packOf(indicator) !== null;
