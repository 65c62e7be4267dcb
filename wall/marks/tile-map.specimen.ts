import { TILED, type Tile, type TileMapData } from "./tile-map.ts";
import { bandsOf } from "./specimen-bands.ts";
import { told } from "./specimen-figures.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const NAMES: Readonly<Record<string, string>> = { 4401: "广州", 4402: "韶关", 4403: "深圳", 4404: "珠海", 4405: "汕头", 4406: "佛山", 4407: "江门", 4408: "湛江", 4409: "茂名", 4412: "肇庆", 4413: "惠州", 4414: "梅州", 4415: "汕尾", 4416: "河源", 4417: "阳江", 4418: "清远", 4419: "东莞", 4420: "中山", 4451: "潮州", 4452: "揭阳", 4453: "云浮" };
const tile = (code: string, i: number): Tile => {
  const value = 1.2 + ((i * 37) % 90) / 10;
  const of = { code, name: NAMES[code]! };
  if (i % 9 === 8) return { ...of, value: null, figure: told("从未上报", "", { state: "never" }) };
  return { ...of, value, figure: told(value.toFixed(1), "", i % 6 === 5 ? { state: "stale" } : i % 7 === 6 ? { quality: "extrapolated", prefix: "≥" } : {}), ...(value >= 8 && { found: 1 as const }), ...(value >= 6 && value < 8 && { found: 2 as const }), ...(i === 3 && { looked: true }) };
};
/** Every shade, three levels, cities old, computed and silent, and one that the wall looks at. */
export const specimen: TileMapData = { tiles: TILED.map(tile), breaks: [2, 4, 6, 8], classes: ["< 2　畅通", "2—4　基本畅通", "4—6　轻度拥堵", "6—8　中度拥堵", "≥ 8　严重拥堵"], noData: "无数据" };
const people: TileMapData = { ...specimen, tiles: specimen.tiles.map((each, i) => ({ ...each, value: each.value === null ? null : 100_000 * i, figure: told(i % 2 === 0 ? "1,868" : "871.2", "万人") })), breaks: [], classes: [] };
const silent: TileMapData = { ...specimen, tiles: specimen.tiles.map((each) => ({ ...each, value: null, figure: told("从未上报", "", { state: "never" }) })) };
export const variants: readonly TileMapData[] = [people, silent, { ...specimen, tiles: specimen.tiles.map((each) => ({ ...each, figure: told("—", "", { state: "down" }) })) }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "城市交通指数", note: "", standing: "14:30　到达 18/21 市", state: "stale" }).slice(1);
