import { amount, type Lang } from "../../../model/numerals.ts";
import type { TrendData } from "../trend.ts";
import type { Measured } from "./standpoint.ts";

type Drawn = Pick<TrendData, "observed" | "unit" | "decimals"> & Partial<Pick<TrendData, "earlier" | "ahead" | "band">>;
/** 万 to 亿. */
const STEP = 10_000;
/** 1.417 亿: as many digits as any number of that order has. */
const DIGITS = 3;
/** What an axis counts in. */
export interface Scale {
  /** So many of the indicator's own unit. */
  readonly by: number;
  readonly unit: string;
}

/**
 * The order in which a number is told: under 1.12 亿kW stands an axis of 1.0 and 1.1 亿kW, not of 10,000 万kW. Null where it is told in its own unit.
 * @param stands the number that is told now
 */
export function raisedScale(measured: Measured | undefined, stands: number, lang: Lang): Scale | null {
  const { unit = "", decimals = 0 } = measured ?? {};
  const told = amount(stands, { decimals, unit, lang }).unit;
  return lang === "zh" && unit.startsWith("万") && told.startsWith("亿") ? { by: STEP, unit: told } : null;
}
/** A line drawn in another order; its limits are written in it by whoever writes them. */
export function raised<Line extends Drawn>(line: Line, scale: Scale | null): Line {
  if (!scale) return line;
  const { by, unit } = scale;
  const points = (of: TrendData["observed"]): TrendData["observed"] => of.map(([at, value]) => [at, value === null ? null : value / by] as const);
  return {
    ...line, unit, decimals: DIGITS, observed: points(line.observed),
    ...(line.earlier && { earlier: { ...line.earlier, points: points(line.earlier.points) } }),
    ...(line.ahead && { ahead: points(line.ahead) }),
    ...(line.band && { band: line.band.map(([at, low, high]) => [at, low / by, high / by] as const) }),
  };
}
