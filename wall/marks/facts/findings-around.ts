import { holdingBelow } from "../../../model/holding-below.ts";
import { isStood, type LevelFound, type LevelRecord, type LevelStood } from "../../../model/level-record.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { levelOf, WITHOUT_COUNTIES, type RegionCode } from "../../../model/region.ts";
import type { Records } from "../../../model/view.ts";
import type { Reader } from "./reader.ts";

/**
 * The regions around a place whose own findings hold for it, the nearest first: of a village and a town all above them, of what
 * stands in for a county its city. Standards are met by counties and cities; a town that lies in one is not calm.
 */
export function regionsAround(region: RegionCode): RegionCode[] {
  const level = levelOf(region);
  if (level === "town" || level === "village") return [9, 6, 4, 2].filter((digits) => digits < region.length).map((digits) => region.slice(0, digits));
  return level === "county" && WITHOUT_COUNTIES.includes(region.slice(0, 4)) ? [region.slice(0, 4)] : [];
}
/** Found of a region around the place, not in it. */
export const isAround = ({ place }: Pick<AlertRecord, "place">, region: RegionCode): boolean => regionsAround(region).includes(place);

/** All findings that hold for a place: those in it, and those of the regions around it. It has come when all have; what a seat may not hear is left out. */
export function findingsFor(reader: Reader, region: RegionCode): Records<AlertRecord> {
  const own = reader.findings(region);
  const around = regionsAround(region).map((code) => ({ code, seen: reader.findings(code) }));
  if (around.length === 0) return own;
  const isAwaited = own.status === "ready" && around.some(({ seen }) => seen.status === "loading");
  const above = around.flatMap(({ code, seen }) => holdingBelow(seen.records.values(), code));
  return { ...own, ...(isAwaited && { status: "loading" as const }), records: new Map([...above.map((alert) => [alert.id, alert] as const), ...own.records]) };
}

/** A level that a region around the place came to. */
export type AroundFound = LevelFound & { readonly around?: RegionCode };
/** When the standards stood that hold for a place: in it, and at the regions around it. */
export function levelsFor(reader: Reader, region: RegionCode): { readonly levels: (LevelStood | AroundFound)[]; readonly isAwaited: boolean } {
  const own = reader.levels(region);
  const around = regionsAround(region).map((code) => ({ code, levels: reader.levels(code), open: reader.findings(code) }));
  return {
    levels: [...own.records.values(), ...around.flatMap(({ code, levels, open }) => levelsOf(code, [...levels.records.values()], holdingBelow(open.records.values(), code)))],
    isAwaited: [own, ...around.flatMap(({ levels, open }) => [levels, open])].some(({ status }) => status === "loading"),
  };
}
/** Of all that came to a level within a region what the region itself came to: a rule is judged at one level, so that its stretches are the region's where one of its findings is. */
function levelsOf(code: RegionCode, levels: readonly LevelRecord[], open: readonly AlertRecord[]): (LevelStood | AroundFound)[] {
  const key = ({ rule, severity }: Pick<LevelRecord, "rule" | "severity">): string => `${rule}|${severity}`;
  const found = levels.flatMap((level): LevelFound[] => (!isStood(level) && level.places.includes(code) ? [level] : []));
  const own = new Set([...found, ...open].map(key));
  return levels.flatMap((level): (LevelStood | AroundFound)[] => {
    if (isStood(level)) return own.has(key(level)) ? [level] : [];
    return found.includes(level) ? [{ ...level, id: `${code}|${level.id}`, places: [code], around: code }] : [];
  });
}
