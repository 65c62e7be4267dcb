import { RegionTree } from "../../model/region-tree.ts";
import { LEVELS, type Level, type RegionRow } from "../../model/region.ts";
import { readTable } from "./table.ts";

const FILE = "data/regions/regions.csv";
const KINDS: Readonly<Record<Level, readonly string[]>> = {
  province: [""],
  city: ["", "city-without-counties"],
  county: ["district", "county", "county-level-city", "autonomous-county", "pseudo"],
  town: ["town", "township", "subdistrict", "special"],
  village: ["village", "community", "special"],
};
const DIGITS: Readonly<Record<Level, number>> = { province: 2, city: 4, county: 6, town: 9, village: 12 };

/** All regions of the official table (data/regions/regions.csv) as a tree. */
export function readRegions(root: string): RegionTree {
  const levelOf = new Map<string, Level>();
  const rows = readTable(root, FILE, ["code", "name", "level", "parent", "kind", "name_en"], (row): RegionRow => {
    const level = row.oneOf("level", LEVELS);
    const code = row.filled("code");
    if (code.length !== DIGITS[level] || !/^\d+$/.test(code)) row.fail(`code "${code}" of a ${level}`, `${DIGITS[level]} digits`);
    const parent = row.text("parent");
    const above = LEVELS[LEVELS.indexOf(level) - 1];
    if (levelOf.get(parent) !== above) row.fail(`parent "${parent}" of ${level} ${code}`, above ? `a ${above} that stands earlier in the file` : "no parent");
    levelOf.set(code, level);
    return { code, name: row.filled("name"), nameEn: row.text("name_en"), level, parent, kind: row.oneOf("kind", KINDS[level]) };
  });
  try {
    return new RegionTree(rows);
  } catch (error) {
    throw new Error(`${FILE}: ${(error as Error).message}`, { cause: error });
  }
}
