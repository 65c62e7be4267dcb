import type { Level, RegionCode } from "./region.ts";

/** Who receives a Task (单位). */
export interface Unit {
  /** `<region>:<kind>`, e.g. `440103:fire`. */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly region: RegionCode;
  readonly level: Level;
}
