import { seeded } from "../../model/seeded.ts";
import { CAMERAS, fitCamera } from "./camera.ts";
import { marks } from "./dot-map.ts";
import type { MapData } from "./map.ts";
import type { MapDots } from "./map-dots.ts";
import { sets } from "./map.specimen.ts";
import type { Mark, Size } from "./mark.ts";
import { project } from "./mercator.ts";
import type { Point } from "./plane.ts";

/** Points that crowd around four towns, as facilities do; always the same. */
export function points(n: number, seed = 5): Point[] {
  const random = seeded(seed);
  const near = (): number => random() + random() + random() - 1.5;
  const towns = [[113.3, 23.1], [110.4, 21.3], [116.6, 23.4], [113.6, 24.8]] as const;
  return Array.from({ length: n }, (_, i) => {
    const [lon, lat] = towns[i % towns.length]!;
    return project(lon + 1.4 * near(), lat + 0.9 * near());
  });
}
const dots = (...counts: readonly (readonly [title: string, n: number])[]): MapDots => ({ counter: "处", kinds: counts.map(([title, n], i) => ({ title, points: points(n, 5 + i) })) });
const data = (all: MapDots, more: Partial<MapData> = {}): MapData => ({ sets, dots: all, legend: { title: "应急点位", foot: "含示例点位" }, ...more });
/** Ten thousand points in cells; four kinds of a few; none at all. */
export const specimen: MapData = data(dots(["重要设施", 10_000]));
export const variants: readonly MapData[] = [
  data(dots(["避护场所", 122], ["医院", 56], ["雨量站", 125], ["跨海大桥", 8])), data(dots(["避护场所", 0])),
  data(dots(["避护场所", 1_200]), { alerts: [{ region: "440110", severity: 2, issued: false }] }),
];
export function drawn(size: Size, { camera = "province", seams, tags }: Readonly<Record<string, unknown>>): readonly (readonly Mark[])[] {
  const inset = { top: 2 * size.u, right: 2 * size.u, bottom: 2 * size.u, left: 2 * size.u };
  return [specimen, ...variants].map((one) => marks({ ...one, ...(seams ? { seams: seams as NonNullable<MapData["seams"]> } : {}), ...(tags ? { tags: tags as NonNullable<MapData["tags"]> } : {}) }, size, fitCamera(CAMERAS[camera as keyof typeof CAMERAS], size, inset)));
}
