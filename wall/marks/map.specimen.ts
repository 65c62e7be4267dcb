import type { Topology } from "topojson-specification";
import type { BoundarySet } from "../../model/boundary.ts";
import type { LonLat } from "../../model/geodesy.ts";
import type { StormNow } from "../../model/storm.ts";
import { TYPE_U } from "../../themes/scale.ts";
import { CAMERAS, fitCamera, type CameraName } from "./camera.ts";
import { marks, type MapData } from "./map.ts";
import type { MapPoints } from "./map-points.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { project } from "./mercator.ts";
import { before, NOW } from "./specimen-figures.ts";

/** A province on a lattice: as many cities and counties as there are, as close together, on a coast. */
const [WEST, SOUTH, EAST, NORTH] = [109.7, 20.3, 117.2, 25.5];
const [COLUMNS, ROWS] = [5, 4];
const CITIES = ["韶关", "清远", "河源", "梅州", "潮州", "肇庆", "广州", "惠州", "揭阳", "汕头", "云浮", "佛山", "东莞", "深圳", "汕尾", "湛江", "茂名", "阳江", "江门", "珠海"];
const COUNTIES = ["湛江经济技术开发区", "徐闻县", "乳源瑶族自治县", "雷州市", "坡头区", "连山壮族瑶族自治县"];

/** Corners of a lattice, each moved a little, always the same way. */
function corner(columns: number, rows: number, i: number, k: number): LonLat {
  const sway = (n: number): number => 0.22 * Math.sin(n * 12.9898) * Number(i > 0 && k > 0 && i < columns && k < rows);
  return [WEST + ((EAST - WEST) * (i + sway(i * 7 + k))) / columns, NORTH + ((SOUTH - NORTH) * (k + sway(i + k * 11))) / rows];
}
/** Every edge once, so that neighbours share their border; what lies outside `land` is sea. */
function lattice(level: BoundarySet["level"], columns: number, rows: number, land: (i: number, k: number) => { readonly code: string; readonly name: string; readonly parent: string } | undefined): BoundarySet {
  const at = (i: number, k: number): number[] => [...corner(columns, rows, i, k)];
  const arcs: number[][][] = [];
  const [level1, upright] = [new Map<string, number>(), new Map<string, number>()];
  for (let k = 0; k <= rows; k++) for (let i = 0; i < columns; i++) level1.set(`${i} ${k}`, arcs.push([at(i, k), at(i + 1, k)]) - 1);
  for (let k = 0; k < rows; k++) for (let i = 0; i <= columns; i++) upright.set(`${i} ${k}`, arcs.push([at(i, k), at(i, k + 1)]) - 1);
  const geometries = Array.from({ length: columns * rows }, (_, n) => [n % columns, Math.floor(n / columns)] as const).flatMap(([i, k]) => {
    const properties = land(i, k);
    return properties ? [{ type: "Polygon" as const, id: properties.code, properties: { ...properties, nameEn: "" }, arcs: [[level1.get(`${i} ${k}`)!, upright.get(`${i + 1} ${k}`)!, ~level1.get(`${i} ${k + 1}`)!, ~upright.get(`${i} ${k}`)!]] }] : [];
  });
  const topology: Topology = { type: "Topology", objects: { specimen: { type: "GeometryCollection", geometries } }, arcs };
  return {
    level, parent: "44", object: "specimen", topology, attribution: "示例界线 OSM", approval: null, notice: "演示底图 无审图号 不得公开展示", schematic: true, caption: "镇界示意，非法定界线",
    insets: [{ name: "东沙群岛", nameEn: "Dongsha", region: "441500", point: [116.8, 20.7] }],
  };
}
const cityCode = (i: number, k: number): string => `44${String(k * COLUMNS + i + 1).padStart(2, "0")}`;
const cities = lattice("city", COLUMNS, ROWS, (i, k) => ({ code: cityCode(i, k), name: `${CITIES[k * COLUMNS + i]!}市`, parent: "44" }));
const main = lattice("county", COLUMNS * 2, ROWS * 3, (i, k) => {
  const [city, n] = [cityCode(i >> 1, Math.floor(k / 3)), (i % 2) * 3 + (k % 3)];
  return { code: `${city}${n + 10}`, name: COUNTIES[n]!, parent: city };
});
/** Its cities. */
export const codes = Array.from({ length: COLUMNS * ROWS }, (_, n) => cityCode(n % COLUMNS, Math.floor(n / COLUMNS)));

const now: StormNow = {
  at: NOW, lat: 20.9, lon: 112.6, grade: "TY", windMs: 44, pressureHpa: 935, quality: "interpolated", heading: 310, speedKmh: 24,
  r30: { direction: "SE", longKm: 333, shortKm: 222 }, r50: { direction: "ALL", longKm: 93, shortKm: 93 },
};
const fix = (hours: number, lat: number, lon: number) => ({ at: before(hours), lat, lon, grade: "STS", windMs: 33, pressureHpa: 965, r30: now.r30, r50: now.r50 });
/** The ground of all specimens of maps. */
export const sets = { main, cities };
const figuresOf = (run: (i: number) => Partial<Run> & Pick<Run, "text">, u: number): MapData["figures"] => new Map(codes.map((code, i) => [code, [{ sizePx: TYPE_U.figure * u, weight: 600, ink: "t1", family: "num", ...run(i) } as Run]]));

/** A storm before the coast: what machines found, one issued warning, the hour of arrival under each name. */
export const specimen = (u: number): MapData => ({
  sets, storm: { storm: { id: "201522", name: "MUJIGAE", nameZh: "彩虹" }, now, fixes: [fix(20, 18.9, 117), fix(14, 19.3, 115.8), fix(8, 19.9, 114.4), fix(2, 20.6, 113)] },
  alerts: ([1, 2, 3, 4] as const).flatMap((severity) => Array.from({ length: 6 }, (_, n) => ({ region: `${codes[15 + ((severity + n) % 5)]!}1${n}`, severity, issued: severity === 2 }))),
  figures: figuresOf((i) => ({ text: i % 3 === 0 ? "5日 02:30" : "16:40", ink: "w1" }), u),
  callouts: [{ id: "a", at: [110.4, 21.2], title: "横门潮位", detail: "峰 3.35 m", severity: 1, issued: true }],
  legend: { title: "台风 彩虹", foot: ["城市名下时刻：7级风圈到达（外推）"] },
});
/** In peace: one fill with its scale, a number under each name. */
const filled = (u: number): MapData => ({
  sets, fill: { values: new Map(codes.flatMap((city, i) => Array.from({ length: 6 }, (_, n) => [`${city}1${n}`, n === 5 ? null : i * 6 + n] as const))), breaks: [20, 40, 60, 80] },
  figures: figuresOf((i) => ({ text: i === 4 ? "8.71万" : "1,204", ink: i % 5 === 0 ? "t3" : "t1" }), u),
  legend: { title: "安置点负荷", note: "% 县级", breaks: [20, 40, 60, 80], noData: true, foot: ["14:00　到达 118/122 县", "城市名下数字：今日网格事件 件"] },
});
/** A topic's points over it, crowded and alone, of every level and of none. */
const laidOver: MapPoints = {
  title: "应急指挥点位", lost: 42, caption: "含示例点位",
  points: Array.from({ length: 160 }, (_, i) => {
    const severity = ([undefined, undefined, undefined, 4, 3, 2, undefined, 1] as const)[i % 8];
    return { id: `p${i}`, at: project(WEST + ((i * 37) % 100) * 0.074, SOUTH + ((i * 61) % 100) * 0.051), name: "连山壮族瑶族自治县自动站", tells: i % 5 !== 0, ...(i % 3 === 0 && severity && { severity }) };
  }),
};
export function drawn(size: Size, { camera = "province", seams, tags, fill }: Readonly<Record<string, unknown>>): readonly (readonly Mark[])[] {
  const { u } = size;
  const data = { ...(fill ? filled(u) : specimen(u)), ...(seams ? { seams: seams as NonNullable<MapData["seams"]> } : {}), ...(tags ? { tags: tags as NonNullable<MapData["tags"]> } : {}) };
  const laid = { ...data, points: laidOver };
  const inset = { top: 2 * u, right: 2 * u, bottom: 2 * u, left: 2 * u };
  return [data, laid].map((each) => marks(each, size, fitCamera(CAMERAS[camera as CameraName], size, inset)));
}
