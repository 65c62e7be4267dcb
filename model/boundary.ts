import type { Topology } from "topojson-specification";
import type { LonLat } from "./geodesy.ts";
import type { Level, RegionCode } from "./region.ts";

/** What can be drawn: a level, the neighbours of the province, or the counties simplified for a first paint. */
export type BoundaryLevel = Level | "context" | "county-light";

/** Properties of each feature of a boundary set; `id` of the feature is the code as well. */
export interface BoundaryProperties {
  readonly code: RegionCode;
  readonly name: string;
  readonly nameEn: string;
  /** Empty for the province and for neighbours. */
  readonly parent: RegionCode;
  /** A pseudo county of 东莞 or 中山. */
  readonly passThrough?: boolean;
  /** Drawn for orientation only: not a legal boundary. */
  readonly schematic?: boolean;
  /** Not even its seat is known: the place inside the parent is chosen, the same on every run. */
  readonly approx?: boolean;
}

/** A piece that no boundary file holds and that must not be missing from a map of the province. */
export interface BoundaryInset {
  readonly name: string;
  readonly nameEn: string;
  readonly region: RegionCode;
  readonly point: LonLat;
}

/** Shapes of one level as TopoJSON, with all that must be printed beside them. */
export interface BoundarySet {
  readonly level: BoundaryLevel;
  readonly parent: RegionCode | null;
  /** Name of the one object in `topology`. */
  readonly object: string;
  readonly topology: Topology;
  readonly attribution: string;
  /** 审图号; null as long as no approved drawing stands behind it. */
  readonly approval: string | null;
  /** Must stand on every map without an approval. */
  readonly notice: string;
  /** True when the shapes are made up for orientation (镇界示意, 村点示意). */
  readonly schematic: boolean;
  /** What a schematic set must say of itself; empty otherwise. */
  readonly caption: string;
  readonly insets: readonly BoundaryInset[];
}

export const NO_APPROVAL_NOTICE = "演示底图 无审图号 不得公开展示";
export const TOWN_CAPTION = "镇界示意，非法定界线";
export const VILLAGE_CAPTION = "村点示意";
/** The same in English, for readers who chose it. */
export const NOTICES_EN: Readonly<Record<string, string>> = {
  [NO_APPROVAL_NOTICE]: "Demonstration base map, no approval number, not for public display",
  [TOWN_CAPTION]: "Town lines are sketches, not legal boundaries",
  [VILLAGE_CAPTION]: "Village points are sketches",
};
