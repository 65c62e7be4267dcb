import type { BandFacts } from "./title-band.ts";

/** The longest names that a title has: of a county with its city, and of a town. */
export const LONGEST_COUNTY = "湛江雷州";
export const LONGEST_TOWN = "广宁北市南街";
/** A band at its longest, of a place that the wall looks at, and where it tells of the whole province while the wall looks elsewhere. */
export const bandsOf = (facts: BandFacts, place = LONGEST_TOWN): BandFacts[] => [{ ...facts, heading: `${facts.heading} · ${place}` }, { ...facts, heading: `${facts.heading} · 全省` }];
