/** Wind of this strength and above, in knots: 7级 = 30 kt, 10级 = 50 kt, as 10-minute means (JMA). */
export type WindCircle = 7 | 10;

/** Radii of one wind circle: an ellipse-like pair as JMA gives it. `direction` is where the long side points; ALL = a circle. */
export interface WindRadii {
  readonly direction: "ALL" | "N" | "NE" | "E" | "SE" | "S" | "SW" | "W" | "NW";
  readonly longKm: number;
  readonly shortKm: number;
}

/** One fix of a track. Fixes are 6-hourly; anything between is interpolated and says so (插值). */
export interface StormFix {
  readonly at: number;
  readonly lat: number;
  readonly lon: number;
  /** TD TS STS TY …, as the agency says. */
  readonly grade: string;
  readonly windMs: number | null;
  readonly pressureHpa: number | null;
  readonly r50: WindRadii | null;
  readonly r30: WindRadii | null;
}

export interface Storm {
  /** `201522`. */
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly source: string;
  readonly fixes: readonly StormFix[];
}

/** The storm as it may be known at one instant, and nothing later. */
export interface StormNow {
  readonly at: number;
  readonly lat: number;
  readonly lon: number;
  readonly grade: string;
  readonly windMs: number | null;
  readonly pressureHpa: number | null;
  readonly r50: WindRadii | null;
  readonly r30: WindRadii | null;
  /** interpolated or extrapolated between fixes, else good. */
  readonly quality: "good" | "interpolated" | "extrapolated";
  /** Motion over the last 12 h: degrees clockwise from north, km/h; null with fewer than two fixes. */
  readonly heading: number | null;
  readonly speedKmh: number | null;
}
