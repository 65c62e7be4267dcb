import type { LonLat } from "../geodesy.ts";

/** Land that drains to a gauge: a point that stands for it, and how long its water takes to arrive. */
export interface Catchment {
  readonly point: LonLat;
  readonly areaKm2: number;
  readonly lagH: number;
}

/** A gauged reach, or the inflow of a reservoir. */
export interface Reach {
  /** The site that it ends at. */
  readonly site: string;
  readonly river: string;
  /** Without rain, in a usual summer, m³/s. */
  readonly baseM3s: number;
  readonly catchments: readonly Catchment[];
}

/** Of the rain of an hour this much runs off, the rest stays in the ground. */
const RUNOFF = 0.52;
/** Water of one hour's rain passes over so many hours about its lag, most in the middle. */
const SPREAD = 0.9;
/** Rain of so many hours back still matters. */
export const RIVER_MEMORY_H = 120;

/** How one hour's rain on a catchment passes its gauge, m³/s for each mm, by whole hours since it fell; adds up to all of it. */
export function unitFlow({ areaKm2, lagH }: Pick<Catchment, "areaKm2" | "lagH">, memoryH: number = RIVER_MEMORY_H): number[] {
  const width = Math.max(2, lagH * SPREAD);
  const weights = Array.from({ length: memoryH }, (_, hour) => Math.max(0, hour + 1) * Math.exp(-(((hour - lagH) / width) ** 2)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  // 1 mm on 1 km² is 1,000 m³.
  const m3 = areaKm2 * 1_000 * RUNOFF;
  return weights.map((weight) => (weight / whole) * (m3 / 3_600));
}

/**
 * Flow at a reach, m³/s: what it always has, and the rain of the last days on all land above it, each hour's when it arrives.
 * @param rainMm rain of the hour that ended so many hours ago, at a point
 */
export function flowAt(reach: Reach, season: number, rainMm: (point: LonLat, hoursAgo: number) => number, units: readonly (readonly number[])[]): number {
  let flow = reach.baseM3s * (0.35 + 0.65 * season);
  reach.catchments.forEach((catchment, i) => {
    const unit = units[i]!;
    for (let ago = 0; ago < unit.length; ago++) if (unit[ago]! > 1e-9) flow += unit[ago]! * rainMm(catchment.point, ago);
  });
  return flow;
}

/** Stage above the warning stage, m, at a flow: rises with its 0.6th power, `spanM` from low water to the warning stage. */
export const stageOver = (flowM3s: number, warningM3s: number, spanM: number): number => spanM * ((flowM3s / warningM3s) ** 0.6 - 1);
