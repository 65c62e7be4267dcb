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

/** Kinds of units in English: their names are generic, level and function (data/units.json). */
export const UNIT_KIND_EN: Readonly<Record<string, string>> = {
  flood: "flood office", emergency: "emergency bureau", fire: "fire and rescue", water: "water bureau", weather: "weather bureau", health: "health service",
  power: "power repair", transport: "transport bureau", team: "emergency team", governance: "governance centre", grid: "grid group",
};
