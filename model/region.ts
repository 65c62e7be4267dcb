/** The five levels of users, from the province down. */
export const LEVELS = ["province", "city", "county", "town", "village"] as const;
export type Level = (typeof LEVELS)[number];

/** Official division code as in `data/regions/regions.csv`: 2, 4, 6, 9 or 12 digits. Looked up, never computed by prefix. */
export type RegionCode = string;

/** What a row of the regions file says. */
export interface RegionRow {
  readonly code: RegionCode;
  readonly name: string;
  readonly nameEn: string;
  readonly level: Level;
  /** Empty for the province. */
  readonly parent: RegionCode;
  /** district, county, …, `pseudo` (东莞, 中山), `special` (farms, zones, prisons), `community`, `village`. */
  readonly kind: string;
}

/** A pseudo county of 东莞 or 中山: drawn and drilled through, never counted. */
export const isPassThrough = (row: Pick<RegionRow, "kind">): boolean => row.kind === "pseudo";

/** A statistical area (特殊统计单元): counted, but without a point and without a drill. */
export const isSpecial = (row: Pick<RegionRow, "kind">): boolean => row.kind === "special";

/** The next level down, or undefined for a village. */
export const below = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) + 1];
/** The next level up, or undefined for the province. */
export const above = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) - 1];

const LEVEL_OF_DIGITS: Readonly<Record<number, Level>> = { 2: "province", 4: "city", 6: "county", 9: "town", 12: "village" };
/** The level that a division code stands at, by how many digits it has; what no such code is counts as a village. */
export const levelOf = (code: RegionCode): Level => LEVEL_OF_DIGITS[code.length] ?? "village";
