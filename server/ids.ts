import type { Clock, Ids } from "../model/ports.ts";

/**
 * Ids that sort by time and do not repeat: prefix, ms in base 36, a counter, four random characters.
 * @param chance hex of so many bytes that nobody can guess
 */
export function createIds(clock: Pick<Clock, "now">, chance: (bytes: number) => string): Ids {
  let counter = 0;
  return {
    next(prefix) {
      counter = (counter + 1) % 1296;
      return `${prefix}-${clock.now().toString(36)}${counter.toString(36).padStart(2, "0")}${chance(2)}`;
    },
    secret: chance,
  };
}
