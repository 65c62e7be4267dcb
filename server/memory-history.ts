import type { Reading, SeriesPoint } from "../model/sample.ts";
import type { Cell } from "../model/sample.ts";

/** Stands in until the durable history is joined: the latest points of each series, in memory. */
export function memoryHistory() {
  const points = new Map<string, SeriesPoint[]>();
  return {
    note(readings: readonly Reading[]): void {
      for (const r of readings) {
        const key = `${r.indicator}@${r.place}`;
        const list = points.get(key) ?? [];
        points.set(key, list);
        list.push([r.observedAt, r.none ? null : r.value, r.quality]);
        if (list.length > 2000) list.shift();
      }
    },
    noteChanged(): void {},
    restart(): void {
      points.clear();
    },
    start: () => () => {},
    async flush(): Promise<void> {},
    async restore(): Promise<Reading[]> {
      return [];
    },
    async series(indicator: string, place: string, from: number, to: number, _most: number, _asOf?: number): Promise<SeriesPoint[]> {
      return (points.get(`${indicator}@${place}`) ?? []).filter(([at]) => at >= from && at <= to);
    },
    async slice(_indicator: string, _region: string, _level: string, _asOf: number): Promise<Cell[]> {
      return [];
    },
  };
}
