import { TYPE_U } from "../../themes/scale.ts";
import { CAMERAS, fitCamera } from "./camera.ts";
import { marks } from "./flow-map.ts";
import type { MapData } from "./map.ts";
import { mapGround } from "./map-ground.ts";
import { codes, sets } from "./map.specimen.ts";
import type { Mark, Run, Size } from "./mark.ts";

const at = (i: number) => mapGround(sets.cities!).ground.regions.find(({ code }) => code === codes[i])!.labelAt;
const PAIRS = [[6, 11], [11, 6], [6, 13], [13, 7], [7, 13], [6, 12], [12, 13], [5, 6], [0, 6], [16, 15], [11, 18], [3, 4], [8, 9], [6, 7]] as const;
const figure = (text: string, ink: Run["ink"], u: number): Run[] => [{ text, sizePx: TYPE_U.figure * u, weight: 600, ink, family: "num" }];
const data = (u: number, over: (i: number) => { readonly volume?: number | null; readonly old?: boolean } = () => ({})): MapData => ({
  sets, legend: { title: "高速断面流量", note: "万车次", foot: "按断面计，非起讫统计" },
  flows: { flows: PAIRS.map(([from, to], i) => {
    const { volume = 96.4 - 6.2 * i, old = false } = over(i);
    return { id: `f${i}`, from: at(from), to: at(to), volume, figure: figure(volume === null ? "—" : volume.toFixed(2), old || volume === null ? "t3" : "t1", u), ...(old && { old }) };
  }) },
});
export const specimen = (u: number): MapData => data(u);
export function drawn(size: Size, { camera = "province", seams, tags }: Readonly<Record<string, unknown>>): readonly (readonly Mark[])[] {
  const inset = { top: 2 * size.u, right: 2 * size.u, bottom: 2 * size.u, left: 2 * size.u };
  const states = [specimen(size.u), data(size.u, (i) => (i % 4 === 1 ? { volume: null } : i % 4 === 2 ? { old: true } : {})), { sets, legend: { title: "高速断面流量" }, flows: { flows: [] } }];
  return states.map((one) => marks({ ...one, ...(seams ? { seams: seams as NonNullable<MapData["seams"]> } : {}), ...(tags ? { tags: tags as NonNullable<MapData["tags"]> } : {}) }, size, fitCamera(CAMERAS[camera as keyof typeof CAMERAS], size, inset)));
}
