import type { PackPlace } from "../../model/pack-feed.ts";
import { frozen } from "./frozen.ts";

/** The places at which any of some indicators is told, asked for those alone; host and thread count them alike. */
function placesOfSome(places: readonly PackPlace[], indicators: readonly string[]): readonly PackPlace[] {
  return places.flatMap((place) => {
    const some = place.indicators.filter((indicator) => indicators.includes(indicator));
    return some.length > 0 ? [frozen({ ...place, indicators: some })] : [];
  });
}

/** So many different questions are kept worked out. */
const KEPT = 12;

/** The same, worked out once for each question: few different ones are asked, again and again. */
export class PlacesOfSome {
  private readonly known = new Map<string, readonly PackPlace[]>();
  private readonly all: readonly PackPlace[];

  constructor(all: readonly PackPlace[]) {
    this.all = all;
  }
  /** @param indicators null: all that the pack tells */
  of(indicators: readonly string[] | null): readonly PackPlace[] {
    if (!indicators) return this.all;
    const key = indicators.join(" ");
    const places = this.known.get(key) ?? placesOfSome(this.all, indicators);
    this.known.delete(key);
    this.known.set(key, places);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value!);
    return places;
  }
}
