import { isOpenAlert, type Alert } from "../../model/alert.ts";

/** Open alerts by every region that holds their place: whoever looks at a county goes through that county's alone. */
export interface ByRegion {
  moved(alert: Alert): void;
  /** Ids of those that are open in it. */
  in(region: string): ReadonlySet<string>;
  clear(): void;
}

/** @param holding a region and all that hold it */
export function createByRegion(holding: (place: string) => readonly string[]): ByRegion {
  const open = new Map<string, Set<string>>();
  return {
    moved({ id, place, state }) {
      for (const region of holding(place)) {
        const here = open.get(region);
        if (!isOpenAlert(state)) here?.delete(id);
        else if (here) here.add(id);
        else open.set(region, new Set([id]));
      }
    },
    in: (region) => open.get(region) ?? NONE,
    clear: () => open.clear(),
  };
}
const NONE: ReadonlySet<string> = new Set();
