import type { LegendData } from "./legend.ts";
import { legendForms, type LegendForm } from "./legend-forms.ts";
import { legendPlace, type StormLines } from "./legend-place.ts";
import type { LabelBox } from "./labels.ts";
import type { MapData } from "./map-data.ts";
import { stormBox } from "./map-words.ts";
import type { Size } from "./mark.ts";
import type { Point, Transform } from "./plane.ts";
import { discOn, rimBoxes, trackBoxes } from "./track.ts";

export interface Standing extends LegendForm {
  readonly at: Point;
  /** How much it covers of the land of which the map speaks, in squares; and how much of the storm's track and of its inner circle. */
  readonly land: number;
  readonly hidden: number;
}

/**
 * A legend in the form and at the place where it hides least: the first form that covers neither land of which the map speaks nor
 * the storm's track and inner circle; where none does, the one that covers least land.
 * @param taken what stands on the picture already
 */
export function legendStanding(data: MapData, legend: LegendData, goal: Transform, size: Size, taken: readonly LabelBox[]): Standing {
  const storm = data.storm && linesOf(data.storm, goal, size);
  const others = [...taken, ...stormBox(data, goal, size)];
  const all: Standing[] = [];
  for (const form of legendForms(legend, size)) {
    const standing = { ...form, ...legendPlace(data, goal, size, form, others, storm) };
    if (isFree(standing)) return standing;
    all.push(standing);
  }
  // Of what hides something the least land counts, and of the same land the first: it seldom changes its form while a storm goes by.
  return all.reduce((best, each) => (each.land < best.land ? each : best));
}
export const isFree = ({ land, hidden }: Pick<Standing, "land" | "hidden">): boolean => land === 0 && hidden === 0;

/** What of a storm a legend keeps off. */
export function linesOf(storm: NonNullable<MapData["storm"]>, goal: Transform, size: Size): StormLines {
  const disc = discOn(storm, goal, 10);
  return { track: trackBoxes(storm, goal, size), rims: rimBoxes(storm, goal, size), ...(disc && { disc }) };
}
