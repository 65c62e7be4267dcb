import type { BoundaryLevel, BoundarySet } from "../../model/boundary.ts";
import type { LonLat } from "../../model/geodesy.ts";
import type { CovidDay, WeatherHour } from "../../model/record.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { RegionCode } from "../../model/region.ts";
import type { Site } from "../../model/sample.ts";
import type { Storm } from "../../model/storm.ts";
import type { Reach } from "../../model/world/river.ts";
import type { Wall } from "../../model/wall.ts";
import { createAway } from "./away.ts";
import { APPROVAL, createBoundaries, readShapes } from "./boundaries.ts";
import { readPopulation } from "./census.ts";
import { readCovid } from "./covid.ts";
import { readGateways, type Gateways } from "./gateways.ts";
import { readPlans, type Plans } from "./plans.ts";
import { readPoints } from "./points.ts";
import { readReaches } from "./reaches.ts";
import { readRegions } from "./regions.ts";
import { readSites } from "./sites.ts";
import { readStorms } from "./storms.ts";
import { documentsIn } from "./document.ts";
import { readTopics, withScenes, type Topics } from "./topics.ts";
import { readUnits, type Units } from "./units.ts";
import { readWalls } from "./walls.ts";
import { between, readWeather } from "./weather.ts";

/** The only reader of data/, topics/ and layouts/walls. */
export interface Catalog extends Topics, Units, Plans, Gateways {
  readonly regions: RegionTree;
  readonly sites: readonly Site[];
  site(id: string): Site | undefined;
  sitesOf(kind: string): readonly Site[];
  /** Residents by the 2010 census; null for towns, villages and districts made after it. */
  population(code: RegionCode): number | null;
  /** Label point, or a town's seat; null where none is known. */
  point(code: RegionCode): LonLat | null;
  /** @throws Problem bad_request or not_found when the level cannot be drawn for that parent */
  /** How far a point lies from a region, km; 0 inside, null for an unknown region. Judged by counties. */
  away(region: RegionCode, point: LonLat): number | null;
  boundaries(level: BoundaryLevel, parent?: RegionCode): Promise<BoundarySet>;
  /** 审图号 of the base map; null as long as no approved drawing stands behind it. */
  approval: string | null;
  readonly walls: readonly Wall[];
  readonly storms: readonly Storm[];
  storm(id: string): Storm | undefined;
  /** Guangzhou's hours of 2015 with from < at ≤ to (epoch ms). */
  weather(from: number, to: number): readonly WeatherHour[];
  /** The land that drains to each gauge and reservoir. */
  readonly reaches: readonly Reach[];
  /** Day by day, province and cities. */
  readonly covid: readonly CovidDay[];
}

/** Reads everything under `root`, the repository's own folder. @throws on the first file that is not as it should be, naming it */
export async function openCatalog(root: string): Promise<Catalog> {
  const regions = readRegions(root);
  const { sites, ...gateways } = readGateways(root, regions, readSites(root, regions));
  const siteById = new Map(sites.map((site) => [site.id, site]));
  const points = readPoints(root, regions);
  const population = readPopulation(root, regions);
  const storms = readStorms(root);
  const hours = readWeather(root);
  const topics = withScenes(readTopics(), documentsIn(root, "layouts/scenes"));
  const units = readUnits(root, regions);
  return {
    ...topics,
    ...units,
    ...readPlans(topics.topics, units.kindsOf),
    ...gateways,
    regions,
    sites,
    site: (id) => siteById.get(id),
    sitesOf: (kind) => sites.filter((site) => site.kind === kind),
    population: (code) => population.get(code) ?? null,
    point: (code) => points.get(code) ?? null,
    away: createAway(regions, await readShapes(root, "county", regions)),
    boundaries: createBoundaries(root, regions, points),
    approval: APPROVAL,
    walls: readWalls(root, regions),
    reaches: readReaches(root, (id) => siteById.get(id)),
    storms,
    storm: (id) => storms.find((storm) => storm.id === id),
    weather: (from, to) => between(hours, from, to),
    covid: readCovid(root, regions),
  };
}
