import { Type } from "typebox";
import { isPassThrough, isSpecial, LEVELS, type Level, type RegionCode } from "../../model/region.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { Unit } from "../../model/unit.ts";
import { readDocument } from "./document.ts";

const FILE = "data/units.json";
const Template = Type.Array(
  Type.Object({ kind: Type.String({ pattern: "^[a-z][a-z-]*$" }), suffix: Type.String({ minLength: 1 }) }, { additionalProperties: false }),
  { minItems: 1 },
);
const UnitsFile = Type.Object(
  { source: Type.String({ minLength: 1 }), levels: Type.Object({ province: Template, city: Template, county: Template, town: Template, village: Template }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export interface Units {
  /** Units of the region itself, not of its subtree; none for pass-through and special regions. */
  units(region: RegionCode): readonly Unit[];
  unit(id: string): Unit | undefined;
  kindsOf(level: Level): readonly string[];
  /** All kinds, of any level. */
  readonly unitKinds: readonly string[];
}

/** Who can receive an order, by the template of each level (data/units.json); made when asked, not at boot. */
export function readUnits(root: string, regions: RegionTree): Units {
  const { levels } = readDocument(root, FILE, UnitsFile);
  for (const level of LEVELS) {
    const kinds = levels[level].map(({ kind }) => kind);
    const twice = kinds.find((kind, i) => kinds.indexOf(kind) !== i);
    if (twice) throw new Error(`${FILE}: level ${level} names kind "${twice}" twice; each kind once a level.`);
  }
  const make = (code: RegionCode, name: string, level: Level, { kind, suffix }: { kind: string; suffix: string }): Unit => ({
    id: `${code}:${kind}`, kind, name: `${name}${suffix}`, region: code, level,
  });
  const units = (code: RegionCode): Unit[] => {
    const row = regions.find(code);
    if (!row || isPassThrough(row) || isSpecial(row)) return [];
    return levels[row.level].map((template) => make(code, row.name, row.level, template));
  };
  return { units, kindsOf: (level) => levels[level].map(({ kind }) => kind), unitKinds: [...new Set(LEVELS.flatMap((level) => levels[level].map(({ kind }) => kind)))], unit: (id) => units(id.slice(0, Math.max(0, id.indexOf(":")))).find((unit) => unit.id === id) };
}
