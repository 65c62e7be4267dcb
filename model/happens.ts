/** What weather adds to how often something happens: nothing up to `from`, all of it from `full` on, of a million people and an hour. */
export interface Weathered {
  readonly from: number;
  readonly full: number;
  readonly aMillion: number;
}

/** How often a kind of incident happens in a simulated world, and how long it lasts. Illustrative orders of magnitude, no statistics. */
export interface Happens {
  /** So many a day in the whole province, in ordinary weather. */
  readonly aDay: number;
  /** They follow people's day: the more, the busier it is. */
  readonly byDay?: true;
  /** By the gust at the whole hour, m/s. */
  readonly wind?: Weathered;
  /** By the rain of the last three hours, mm. */
  readonly rain?: Weathered;
  /** From the first word of it until it is over, minutes; at most LONGEST_MIN. */
  readonly lastsMin: readonly [shortest: number, longest: number];
}

/** Nothing of a world lasts longer: whoever asks what is under way looks back no further. */
export const LONGEST_MIN = 8 * 60;
