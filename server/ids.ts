import { randomBytes } from "node:crypto";
import type { Clock, Ids } from "../model/ports.ts";

/** Ids that sort by time and do not repeat: prefix, ms in base 36, a counter, four random characters. */
export function createIds(clock: Pick<Clock, "now">): Ids {
  let counter = 0;
  return {
    next(prefix) {
      counter = (counter + 1) % 1296;
      return `${prefix}-${clock.now().toString(36)}${counter.toString(36).padStart(2, "0")}${randomBytes(2).toString("hex")}`;
    },
    secret: (bytes) => randomBytes(bytes).toString("hex"),
  };
}
