import { isOpenAlert, type Alert } from "../../model/alert.ts";
import { alarmLoad, BUCKET_MS, LOAD_BACK_MS, type AlarmLoad, type Asked } from "../../model/alarm-load.ts";
import type { Keeping } from "../../model/decision.ts";
import type { RegionCode } from "../../model/region.ts";

/** How much is asked of people (EEMUA 191, ISA-18.2), counted from the journal: nothing is estimated. */
export interface Load {
  /** An alert has asked: raised, found anew, graver, or out from under a cover. @param told its group was told with it */
  asked(alert: Alert, at: number, told: boolean): void;
  /** A group that stood still was told again. */
  reminded(place: string, at: number): void;
  of(region: RegionCode, now: number, open: Iterable<Alert>): AlarmLoad;
  readonly kept: Pick<Keeping, "keep" | "restore">;
}

export function createLoad({ isWithin, regionOf }: { isWithin(region: string, ancestor: string): boolean; regionOf(place: string): string | undefined }): Load {
  /** Of the last day, in the order in which they came. */
  let asks: Asked[] = [];
  let begun = 0;
  function note(one: Asked): void {
    asks.push(one);
    // Let go of in whole lots, so that a storm does not copy the day with each of its alerts.
    while (asks[begun] && asks[begun]!.at < one.at - LOAD_BACK_MS - BUCKET_MS) begun++;
    if (begun > 10_000 && begun > asks.length / 2) [asks, begun] = [asks.slice(begun), 0];
  }
  return {
    kept: {
      keep: () => asks.slice(begun).map((record) => ({ record })),
      restore(records) {
        [asks, begun] = [Array.from(records, ({ record }) => record as Asked), 0];
      },
    },
    asked: ({ indicator, place, severity }, at, told) => note({ at, source: `${indicator}@${place}`, indicator, place, severity, told }),
    reminded: (place, at) => note({ at, source: "", indicator: "", place, severity: null, told: true }),
    of(region, now, open) {
      const here = new Map<string, boolean>();
      const isHere = (place: string): boolean => {
        let known = here.get(place);
        if (known === undefined) here.set(place, (known = isWithin(regionOf(place) ?? place, region)));
        return known;
      };
      return alarmLoad({ region, now, asks: asks.slice(begun).filter(({ place }) => isHere(place)), open: [...open].filter(({ state }) => isOpenAlert(state)) });
    },
  };
}
