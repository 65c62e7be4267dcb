import type { BoundarySet } from "../../model/boundary.ts";
import type { LonLat } from "../../model/geodesy.ts";
import type { Lang } from "../../model/numerals.ts";
import { LEVELS, type Level } from "../../model/region.ts";
import type { Severity } from "../../model/words.ts";
import type { Breaks, Values } from "./choropleth.ts";
import type { LabelBox } from "./labels.ts";
import type { LegendData } from "./legend.ts";
import type { MapDots } from "./map-dots.ts";
import type { MapPoints } from "./map-points.ts";
import type { MapFlows } from "./map-flows.ts";
import type { Run } from "./mark.ts";
import type { TrackData } from "./track.ts";

/** What the map stands on. `main` is the level that is filled, drilled and named; the others are its surroundings. */
export interface MapSets {
  readonly main: BoundarySet;
  /** Neighbouring provinces. */
  readonly context?: BoundarySet;
  /** All counties of the province, as plain land around a smaller main set. */
  readonly around?: BoundarySet;
  /** Cities, for their names and lines while the main set is finer. */
  readonly cities?: BoundarySet;
  /** Villages: points with names. */
  readonly villages?: BoundarySet;
}

/** The sets whose regions bear levels: the main one, and those that it lies within, the nearest first. */
export function levelSets({ main, around, cities }: MapSets): BoundarySet[] {
  const depth = ({ level }: BoundarySet): number => LEVELS.indexOf(levelOf(level));
  return [main, ...[around, cities].filter((set): set is BoundarySet => set !== undefined && depth(set) < depth(main))];
}

/** The level of a set's regions; a lighter set of counties is one of counties. */
export const levelOf = (level: string): Level => LEVELS.find((l) => l === level) ?? "county";

/** A level that stands at a region: found by a machine, or issued by an authority. */
export interface MapAlert {
  /** A region of the sets that levels stand on; absent = the whole province. */
  readonly region?: string;
  readonly severity: Severity;
  readonly issued: boolean;
  /** Its limit is no published standard. */
  readonly byDefault?: boolean;
}
export interface MapCallout {
  readonly id: string;
  readonly at: LonLat;
  readonly title: string;
  readonly detail?: string;
  readonly severity?: Severity;
  readonly issued?: boolean;
}
export interface MapSite {
  readonly id: string;
  readonly at: LonLat;
  readonly name: string;
  /** Its number, shown behind the name. */
  readonly figure?: readonly Run[];
  /** Somebody must look here: named before others. */
  readonly wanted?: boolean;
  /** Somebody looked for it: it bears a ring. */
  readonly found?: boolean;
}

export interface MapData {
  readonly sets: MapSets;
  /** Values of the main set's regions for the one thematic fill. */
  readonly fill?: { readonly values: Values; readonly breaks: Breaks; /** What its gaps are said to be; absent = 无数据. */ readonly gaps?: string };
  /** Amounts of the main set's regions, as circles: that of `full` is the largest. */
  readonly amounts?: { readonly values: Values; readonly full: number };
  /** A second line under a name. */
  readonly figures?: ReadonlyMap<string, readonly Run[]>;
  /** None of the numbers that it would show has ever come, most are missing, how many places have one where most have none, or they are on their way or were refused: that nothing was found is no calm then. */
  readonly unjudged?: "all" | "most" | "awaited" | "refused" | { readonly known: number; readonly unknown: number };
  /** Absent = not known yet. */
  readonly alerts?: readonly MapAlert[];
  /** Why they are not known: said, for a map without levels would be read as one where nothing was found. */
  readonly unheard?: "awaited" | "refused";
  /** The level of what its numbers are of, where its shapes have not come: they are not drawn. */
  readonly unshaped?: "county" | "town";
  /** Whose levels these are (气象服务、水利), where they are not those of all topics. */
  readonly alertsOf?: string;
  /** When the newest of the findings came whose levels these are: 07:58. */
  readonly alertsAt?: string;
  readonly storm?: TrackData;
  readonly sites?: readonly MapSite[];
  readonly callouts?: readonly MapCallout[];
  /** Points by kind, as many as there are; where they would cover too much of the picture, cells count them. */
  readonly dots?: MapDots;
  /** Sites of a topic, or places as points, over whatever else the map tells: thinned and counted where they crowd. */
  readonly points?: MapPoints;
  readonly flows?: MapFlows;
  /** Its children are named, whatever the camera's width. */
  readonly focus?: string;
  readonly selected?: string;
  /** Regions of the main set that a touch opens. */
  readonly drillable?: boolean | readonly string[];
  readonly legend?: LegendData;
  /** Where glass ends inside the picture: the ground runs on behind it, no word meets it. */
  readonly seams?: readonly LabelBox[];
  /** Where the room sets words of its own on the picture: none of the map's meets them. */
  readonly tags?: readonly LabelBox[];
  /** 全省: over what the legend counts, where the camera shows less than that. */
  readonly countedOver?: string;
  readonly lang?: Lang;
  /** The display is cut off: what is said of now recedes. */
  readonly old?: boolean;
}

/** Names that stand at a camera's width (VISUAL §8). */
export function namedLevel(main: Level, hasCities: boolean, focused: boolean, cameraKm: number): Level {
  if (focused) return main;
  if (main === "county" && hasCities && cameraKm > COUNTY_NAMES_KM) return "city";
  return main;
}
export const COUNTY_NAMES_KM = 250;
