import type { Records, Slice } from "../../../model/view.ts";
import type { AlertRecord } from "../../../model/records.ts";
import type { MapData } from "../map-data.ts";
import { layerPoints, readLayer, type PointLayer } from "./point-layer.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

/** What a page tells a map beside its scene: the layer that people laid over it (叠加图层). */
export interface LaidOver {
  readonly over?: PointLayer | undefined;
}
export interface SeenOver {
  readonly slices: readonly (Slice | undefined)[];
  readonly alerts: Records<AlertRecord>;
}
/** What of it is read; undefined where nothing lies over the map. */
export const readOver = (reader: Reader, { over }: LaidOver, region: string): SeenOver | undefined => over && { slices: readLayer(reader, over, region), alerts: reader.findings(region) };

/**
 * Its points, for a map's data.
 * @param whole of which region all of them are, where the map shows less
 */
export function pointsOver(seen: SeenOver | undefined, { over }: LaidOver, { sites, lang }: Pick<Standpoint, "sites" | "lang">, whole?: string): Pick<MapData, "points"> {
  if (!seen || !over) return {};
  const points = layerPoints(over, seen.slices, seen.alerts.records.values(), sites, lang);
  return { points: whole === undefined ? points : { ...points, title: `${points.title} ${whole}` } };
}
