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
/** A point's hour that is heavier is a cell or a band of the storm: of it, the land about has less and less. mm/h. */
const CELL_MM = 20;
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

/** What falls on a whole catchment in an hour, mm, when so much falls at the point that stands for it: all of a drizzle, under half of a cloudburst. */
export const overCatchment = (rainMm: number): number => rainMm / (1 + rainMm / CELL_MM);

/**
 * Flow at a reach, m³/s: what it always has, and the rain of the last days on all land above it, each hour's when it arrives.
 * @param rainMm rain of the hour that ended so many hours ago, at a point
 */
export function flowAt(reach: Reach, season: number, rainMm: (point: LonLat, hoursAgo: number) => number, units: readonly (readonly number[])[]): number {
  let flow = reach.baseM3s * (0.35 + 0.65 * season);
  reach.catchments.forEach((catchment, i) => {
    const unit = units[i]!;
    for (let ago = 0; ago < unit.length; ago++) if (unit[ago]! > 1e-9) flow += unit[ago]! * overCatchment(rainMm(catchment.point, ago));
  });
  return flow;
}

/** How a stage rises with the flow: between its banks, and above its warning stage, where the water goes out over the plain. */
const [BETWEEN_BANKS, OVER_BANKS] = [0.6, 0.38];
/** Stage above the warning stage, m, at a flow; `spanM` from low water to the warning stage. */
export const stageOver = (flowM3s: number, warningM3s: number, spanM: number): number => spanM * ((flowM3s / warningM3s) ** (flowM3s > warningM3s ? OVER_BANKS : BETWEEN_BANKS) - 1);
