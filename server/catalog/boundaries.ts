import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  NO_APPROVAL_NOTICE, TOWN_CAPTION, VILLAGE_CAPTION,
  type BoundaryInset, type BoundaryLevel, type BoundaryProperties, type BoundarySet,
} from "../../model/boundary.ts";
import type { LonLat } from "../../model/geodesy.ts";
import { Problem } from "../../model/problem.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { LEVELS, type Level, type RegionCode } from "../../model/region.ts";
import { areaIn, pick, type Shapes } from "./shapes.ts";
import { townCells, type TownCell } from "./town-cells.ts";
import { topologyOf } from "./topology.ts";
import { villageMarks } from "./village-marks.ts";

type FileLevel = Exclude<BoundaryLevel, "town" | "village">;
const FILES: Readonly<Record<FileLevel, { file: string; object: string }>> = {
  province: { file: "guangdong-province", object: "province" },
  city: { file: "guangdong-city", object: "city" },
  county: { file: "guangdong-county", object: "county" },
  "county-light": { file: "guangdong-county-light", object: "county" },
  context: { file: "context-neighbours", object: "context" },
};
const OSM = "© OpenStreetMap contributors";
const GEONAMES = "GeoNames.org";
/** The islands are too small for every file at hand; without them a map of the province is not whole. */
const DONGSHA: BoundaryInset = { name: "东沙群岛", nameEn: "Dongsha Islands", region: "4415", point: [116.72, 20.7] };

/** Serves the shapes of every level. Files are read when first asked for; schematic cells are made once and kept. */
export function createBoundaries(root: string, regions: RegionTree, points: ReadonlyMap<RegionCode, LonLat>): (level: BoundaryLevel, parent?: RegionCode) => Promise<BoundarySet> {
  const files = new Map<FileLevel, Promise<Shapes>>();
  const sets = new Map<string, Promise<BoundarySet>>();
  const cells = new Map<RegionCode, Promise<readonly TownCell[]>>();
  const once = <K, V>(kept: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> => {
    const known = kept.get(key);
    if (known) return known;
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };

  const shapesOf = (level: FileLevel): Promise<Shapes> => once(files, level, () => readShapes(root, level, regions));
  const cellsOf = (county: RegionCode): Promise<readonly TownCell[]> =>
    once(cells, county, async () => townCells(regions, county, areaIn(await shapesOf("county"), "county", county), points));
  const countiesOf = (index: number): RegionCode[] => {
    const county = regions.ancestor(index, "county");
    if (county >= 0) return [regions.row(county).code];
    const { from, to } = regions.descendants(index, "county");
    return regions.rows.slice(from, to).map((row) => row.code);
  };

  async function fromFile(level: FileLevel, index: number): Promise<BoundarySet> {
    const { object } = FILES[level];
    const shapes = await shapesOf(level);
    const topology = index <= 0 ? shapes : pick(shapes, object, ({ code }) => regions.isWithin(regions.indexOf(code), index));
    return { ...plain(level, index, regions), object, topology, insets: index <= 0 && (level === "province" || level === "city") ? [DONGSHA] : [] };
  }
  async function towns(index: number): Promise<BoundarySet> {
    const found = (await Promise.all(countiesOf(index).map(cellsOf))).flat().filter(({ id }) => regions.isWithin(regions.indexOf(id), index));
    return { ...plain("town", index, regions), object: "town", topology: topologyOf("town", found), attribution: `${OSM} · ${GEONAMES}`, schematic: true, caption: TOWN_CAPTION };
  }
  async function villages(index: number): Promise<BoundarySet> {
    const found = (await Promise.all(countiesOf(index).map(cellsOf))).flat();
    const inside = found.filter(({ properties }) => regions.isWithin(regions.indexOf(properties.code), index));
    const marks = inside.flatMap((town) => villageMarks(regions, town.properties.code, town.geometry.coordinates));
    return { ...plain("village", index, regions), object: "village", topology: topologyOf("village", marks), attribution: `${OSM} · ${GEONAMES}`, schematic: true, caption: VILLAGE_CAPTION };
  }

  return async (level, parent) => {
    const index = parent === undefined ? (level === "context" ? -1 : 0) : regions.indexOf(parent);
    if (parent !== undefined && index < 0) throw new Problem("not_found", `No region has the code "${parent}".`);
    refuse(level, parent, index, regions);
    if (level === "village") return villages(index);
    return once(sets, `${level} ${parent ?? ""}`, () => (level === "town" ? towns(index) : fromFile(level, index)));
  };
}

/** Which parents a level can be drawn for: towns for a city, a county or themselves, villages for a county or town. */
function refuse(level: BoundaryLevel, parent: RegionCode | undefined, index: number, regions: RegionTree): void {
  const of = (allowed: readonly Level[]): void => {
    if (parent === undefined || !allowed.includes(regions.row(index).level))
      throw new Problem("bad_request", `Boundaries of level "${level}" were asked for ${parent ? `"${parent}"` : "no parent"}; expected parent=CODE of a ${allowed.join(" or ")}.`);
  };
  if (level === "town") of(["city", "county", "town"]);
  else if (level === "village") of(["county", "town"]);
  else if (parent !== undefined && level === "context") throw new Problem("bad_request", `The neighbours have no parent; found parent="${parent}". Leave it out.`);
  else if (parent !== undefined) {
    const own = level === "county-light" ? "county" : (level as Level);
    if (LEVELS.indexOf(regions.row(index).level) > LEVELS.indexOf(own))
      throw new Problem("bad_request", `${parent} is a ${regions.row(index).level}; boundaries of level "${level}" need a parent of that level or above.`);
  }
}

/** 审图号 of the drawings at hand. No approved drawing stands behind the files of data/odbl. */
export const APPROVAL: string | null = null;

const plain = (level: BoundaryLevel, index: number, regions: RegionTree) => ({
  level, parent: index < 0 ? null : regions.row(index).code,
  attribution: OSM, approval: APPROVAL, notice: NO_APPROVAL_NOTICE, schematic: false, caption: "", insets: [],
});

/** A boundary file with the properties of our model. @throws naming the file and the region that it should not hold, or lacks */
export async function readShapes(root: string, level: FileLevel, regions: RegionTree): Promise<Shapes> {
  const { file, object } = FILES[level];
  const path = `data/odbl/${file}.topojson`;
  const shapes = JSON.parse(await readFile(join(root, path), "utf8")) as Shapes;
  const found = shapes.objects[object]?.geometries;
  if (!found) throw new Error(`${path}: no object "${object}"; expected the shapes of level ${level} there.`);
  const geometries = found.map((geometry) => {
    const raw = geometry.properties as unknown as { code: string; name: string; name_en: string };
    const row = regions.find(raw.code);
    if (level !== "context" && !row) throw new Error(`${path}: a shape of "${raw.code}", which regions.csv does not hold.`);
    const properties: BoundaryProperties = {
      code: raw.code, name: row?.name ?? raw.name, nameEn: row?.nameEn ?? raw.name_en, parent: row?.parent ?? "",
      ...(row?.kind === "pseudo" ? { passThrough: true } : {}),
    };
    return { ...geometry, id: raw.code, properties };
  });
  if (level !== "context") {
    const { from, to } = regions.atLevel(level === "county-light" ? "county" : level);
    if (geometries.length !== to - from) throw new Error(`${path}: ${geometries.length} shapes; expected ${to - from}, one for each region of that level.`);
  }
  return { ...shapes, objects: { [object]: { type: "GeometryCollection", geometries } } };
}
