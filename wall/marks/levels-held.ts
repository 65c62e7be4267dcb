import type { BoundarySet } from "../../model/boundary.ts";
import type { Severity } from "../../model/words.ts";
import { levelSets, type MapData } from "./map-data.ts";
import { mapGround } from "./map-ground.ts";

/** A level that stands at a region; issued = by an authority, else found by a machine. */
export interface HeldLevel {
  readonly severity: Severity;
  readonly issued: boolean;
}

/** The graver of two levels; of the same one that which is issued. */
export const graverOf = (a: HeldLevel | undefined, b: HeldLevel | undefined): HeldLevel | undefined =>
  !a || !b ? (a ?? b) : b.severity < a.severity || (b.severity === a.severity && b.issued) ? b : a;

/** The worst level that stands at each region of a set by itself. */
export function ownLevels({ alerts = [] }: Pick<MapData, "alerts">, set: BoundarySet): ReadonlyMap<string, HeldLevel> {
  const found = new Map<string, HeldLevel>();
  const { index } = mapGround(set);
  for (const { region, severity, issued } of alerts) if (region !== undefined && index.has(region)) found.set(region, graverOf(found.get(region), { severity, issued })!);
  return found;
}
/** The worst level that stands at the whole province. */
export const levelEverywhere = ({ alerts = [] }: Pick<MapData, "alerts">): HeldLevel | undefined =>
  alerts.filter(({ region }) => region === undefined).reduce<HeldLevel | undefined>((worst, { severity, issued }) => graverOf(worst, { severity, issued }), undefined);

/**
 * The gravest level that holds in each region of a set. Near by that is also what stands at the regions around it: a town's own milder level
 * takes nothing from what its county is in. Where more is seen, each level is drawn at the region that it stands at alone.
 */
export function heldLevels(data: Pick<MapData, "alerts" | "focus" | "sets">, set: BoundarySet): ReadonlyMap<string, HeldLevel> {
  const bearing = levelSets(data.sets);
  const own: ReadonlyMap<string, HeldLevel> = bearing.includes(set) ? ownLevels(data, set) : new Map();
  if (data.focus === undefined) return own;
  const around = bearing.filter((other) => other !== set && other !== data.sets.main).map((other) => ({ ...mapGround(other), levels: ownLevels(data, other) }));
  const everywhere = levelEverywhere(data);
  const held = new Map<string, HeldLevel>();
  for (const { code, parent } of mapGround(set).ground.regions) {
    let [level, holder] = [graverOf(own.get(code), everywhere), parent];
    for (const { levels, ground, index } of around) {
      level = graverOf(level, levels.get(holder));
      holder = ground.regions[index.get(holder) ?? -1]?.parent ?? holder;
    }
    if (level) held.set(code, level);
  }
  return held;
}
