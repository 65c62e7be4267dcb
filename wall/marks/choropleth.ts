import { RAMP_INKS, type Ink } from "../../themes/ink.ts";
import type { Ground } from "./ground.ts";
import type { RegionTexture } from "./mark.ts";

export const spec = { kind: "choropleth", minU: [50, 40] } as const;

/** Lower bounds of all classes but the first, rising, four at most. */
export type Breaks = readonly number[];

/** What a region shows: its value, or null when there is none. */
export type Values = ReadonlyMap<string, number | null>;

/** Inks of the classes, darkest first: fewer classes than five lie as far apart as the ramp lets them. */
export const rampOf = ({ length }: Breaks): Ink[] => Array.from({ length: length + 1 }, (_, i) => RAMP_INKS[length === 0 ? 0 : Math.round((i * 4) / length)]!);
export const classInk = (value: number, breaks: Breaks): Ink => rampOf(breaks)[breaks.filter((bound) => value >= bound).length]!;

export interface Fills {
  readonly fills: (Ink | null)[];
  readonly textures: (RegionTexture | null)[];
}

/** One ink per region; a region without a value is land under a thin cross-hatch, never a class. */
export function fillsOf(ground: Ground, values: Values | undefined, breaks: Breaks): Fills {
  const fills: (Ink | null)[] = [];
  const textures: (RegionTexture | null)[] = [];
  for (const { code } of ground.regions) {
    const value = values?.get(code);
    fills.push(typeof value === "number" ? classInk(value, breaks) : "land");
    textures.push(value === null ? { texture: "cross", ink: "hair2" } : null);
  }
  return { fills, textures };
}

/** The picture in one sentence: the highest named, the gap named. */
export function sentence(title: string, unit: string, values: Values, nameOf: (code: string) => string, asOf: string): string {
  const known = [...values].filter((entry): entry is [string, number] => entry[1] !== null).sort((a, b) => b[1] - a[1]);
  const missing = values.size - known.length;
  const top = known.slice(0, 3).map(([code, value]) => `${nameOf(code)} ${value}${unit && ` ${unit}`}`);
  const gap = missing > 0 ? `，${missing} 处无数据` : "";
  return known.length === 0 ? `${title}：${asOf}无数据。` : `${title}（${asOf}）：最高 ${top.join("、")}${gap}。`;
}
