import { HOUR, MINUTE } from "./time.ts";
import { dayBegins, dayKind, dayNumber } from "./world/calendar.ts";

/** Hours of offices in Guangdong (operational default: 08:30–12:00, 14:00–17:30). */
const SHIFTS = [[8.5 * HOUR, 12 * HOUR], [14 * HOUR, 17.5 * HOUR]] as const;
/** Longer than any holiday, so that a search for the next office hour ends. */
const MOST_DAYS = 4_000;

/** The instant at which `ms` of office hours have passed since `from`. Working Saturdays before long holidays (调休) are not known here: a limit then ends later, not sooner. */
export function afterWorking(from: number, ms: number): number {
  let left = ms;
  for (let day = dayNumber(from), last = day + MOST_DAYS; day < last; day++) {
    const begins = dayBegins(day);
    if (dayKind(begins) !== "workday") continue;
    for (const [opens, closes] of SHIFTS) {
      const start = Math.max(from, begins + opens);
      const lasts = begins + closes - start;
      if (lasts < 0 || (lasts === 0 && left > 0)) continue;
      if (left <= lasts) return start + left;
      left -= lasts;
    }
  }
  throw new RangeError(`${ms / MINUTE} minutes of office hours are more than ${MOST_DAYS} days hold.`);
}
