import type { LonLat } from "../../model/geodesy.ts";
import type { FeedNeeds } from "./feed.ts";

/** A town with the point that stands for it: its seat, or its county's label point where the seat is not known. */
export interface StormTown {
  readonly code: string;
  readonly point: LonLat;
  readonly own: boolean;
}

/** A county with a census figure, and the places whose share in a circle stands for its residents' share. */
export interface StormCounty {
  readonly code: string;
  readonly residents: number;
  readonly points: readonly LonLat[];
}

/** Whom a storm can touch: all towns and special units, since who has no known seat is counted with the county. */
export function stormPlaces({ regions, point, population }: Pick<FeedNeeds, "regions" | "point" | "population">): {
  readonly towns: readonly StormTown[];
  readonly counties: readonly StormCounty[];
} {
  const towns: StormTown[] = [];
  const counties: StormCounty[] = [];
  const { from, to } = regions.atLevel("county");
  for (let county = from; county < to; county++) {
    const { code } = regions.row(county);
    const label = point(code);
    const seats: LonLat[] = [];
    const children = regions.children(county);
    for (let i = children.from; i < children.to; i++) {
      const town = regions.row(i);
      const seat = point(town.code);
      if (seat) seats.push(seat);
      if (seat) towns.push({ code: town.code, point: seat, own: true });
      else if (label) towns.push({ code: town.code, point: label, own: false });
    }
    const residents = population(code);
    const points = seats.length > 0 ? seats : label ? [label] : [];
    if (residents !== null && points.length > 0) counties.push({ code, residents, points });
  }
  return { towns, counties };
}
