import { sentence as pointsSentence } from "./map-point-words.ts";
import { sentence as mapSentence, type MapData } from "./map.ts";

export { marks } from "./map.ts";
/** The ground and the corners of a map, with points on it. */
export const spec = { kind: "dot-map", minU: [44, 28] } as const;

/** How many points of each kind stand on the map; then the levels, where it tells of them. */
export function sentence(data: MapData, title: string, where: string): string {
  const kinds = data.dots?.kinds.map((kind) => `${kind.title} ${kind.points.length} ${data.dots!.counter}`) ?? [];
  return `${title}（${where}）：${kinds.length > 0 ? kinds.join("、") : "没有点"}。${data.alerts ? mapSentence(data, where) : data.points ? pointsSentence(data.points, data.lang) : ""}`;
}
