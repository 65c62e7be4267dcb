import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { sizeFor, tileMarks, toldTile, type Tile } from "./tile.ts";

export const spec = { kind: "kpi", minU: [13, 7], titled: true } as const;

/** One number as large as its panel has room for, with its time, what it is worth, and its last hours over what is usual. */
export type KpiData = Omit<Tile, "label">;
export const marks = (data: KpiData, size: Size): Mark[] => tileMarks(data, { x: 0, y: 0, width: size.width, height: size.height }, size, sizeFor([data], size, size, TYPE_U.valueLarge));
export const sentence = (data: KpiData, title: string): string => `${title}：${toldTile(data)}。`;
