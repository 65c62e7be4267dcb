import type { SeriesPoint } from "./sample.ts";

/**
 * At most `limit` of the points, in order, so that the picture stays the same: the first, the last, and of each span of
 * time its lowest, its highest and its gap. Nothing is averaged: every point that is left was there.
 * @param points in ascending order of time
 */
export function downsample(points: readonly SeriesPoint[], limit: number): SeriesPoint[] {
  if (points.length <= limit) return [...points];
  const last = points.length - 1;
  if (limit < 1) return [];
  if (limit < 3) return limit === 1 ? [points[last]!] : [points[0]!, points[last]!];
  const each = points.some(([, value]) => value === null) ? 3 : 2;
  const buckets = Math.floor((limit - 2) / each);
  const keep = new Set([0, last]);
  const from = points[0]![0];
  const span = points[last]![0] - from;
  let at = 1;
  for (let b = 0; b < buckets; b++) {
    const end = b === buckets - 1 ? Number.POSITIVE_INFINITY : from + (span * (b + 1)) / buckets;
    let low = -1;
    let high = -1;
    let gap = -1;
    for (; at < last && points[at]![0] < end; at++) {
      const value = points[at]![1];
      if (value === null) gap = gap < 0 ? at : gap;
      else {
        if (low < 0 || value < points[low]![1]!) low = at;
        if (high < 0 || value > points[high]![1]!) high = at;
      }
    }
    for (const index of [low, high, gap]) if (index >= 0) keep.add(index);
  }
  return [...keep].sort((a, b) => a - b).map((index) => points[index]!);
}
