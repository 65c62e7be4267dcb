import type { Severity } from "../../model/words.ts";
import type { Ink } from "../../themes/ink.ts";
import { BADGE_U, linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Paint, Size } from "./mark.ts";
import { figureRuns, type Figure } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "tile-map", minU: [34, 20], titled: true } as const;

export interface Tile {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
  readonly figure: Figure;
  readonly found?: Severity;
  /** The wall looks at it. */
  readonly looked?: boolean;
}
export interface TileMapData {
  readonly tiles: readonly Tile[];
  /** Bright = more of what needs attention; fixed, so that two days compare. At most four. */
  readonly breaks: readonly number[];
  /** What a shade is, from the lowest on; empty without breaks. */
  readonly classes: readonly string[];
  readonly noData: string;
}
/** Column and row of each city: neighbours stay neighbours, the coast is below and the west at the left. */
const PLACES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  4418: [2, 0], 4402: [3, 0], 4416: [4, 0], 4414: [5, 0], 4451: [6, 0],
  4412: [1, 1], 4406: [2, 1], 4401: [3, 1], 4413: [4, 1], 4452: [5, 1], 4405: [6, 1],
  4453: [1, 2], 4420: [2, 2], 4419: [3, 2], 4403: [4, 2], 4415: [5, 2],
  4409: [0, 3], 4417: [1, 3], 4407: [2, 3], 4404: [3, 3],
  4408: [0, 4],
};
export const TILED = Object.keys(PLACES);
const [COLUMNS, ROWS] = [7, 5] as const;
const GAP_U = 0.25;
/** A tile wider than this is no tile. */
const MOST_U = { width: 9, height: 5.5 } as const;
const SHADES: readonly Ink[] = ["c1", "c2", "c3", "c4", "c5"];
/** The shade lies along the foot of a tile, so that name and number stand on the same ground everywhere. */
const SHADE_U = 0.55;

/** The cities as tiles of one size, each where it lies among the others: its number, its shade, and the shape of a standard that was met. */
export function marks({ tiles, breaks, classes, noData }: TileMapData, size: Size): Mark[] {
  const { u } = size;
  const gap = GAP_U * u;
  const width = Math.min(MOST_U.width * u, (size.width - (COLUMNS - 1) * gap) / COLUMNS);
  const height = Math.min(MOST_U.height * u, (size.height - (ROWS - 1) * gap) / ROWS);
  const [left, top] = [(size.width - COLUMNS * width - (COLUMNS - 1) * gap) / 2, (size.height - ROWS * height - (ROWS - 1) * gap) / 2];
  const at = (column: number, row: number) => [left + column * (width + gap), top + row * (height + gap)] as const;
  const out = tiles.flatMap((tile): Mark[] => {
    const place = PLACES[tile.code];
    if (!place) return [];
    const [x, y] = at(...place);
    return tileMarks(tile, breaks, { x, y, width, height }, size);
  });
  const [legendX, legendY] = at(4, 3);
  const [besideX, besideY] = at(1, 4);
  return [...out, ...legend(classes, noData, tiles.some(({ value }) => value === null), legendX + 0.4 * u, legendY + 0.2 * u, left + COLUMNS * (width + gap) - gap - legendX - 0.4 * u, size, [besideX + 0.4 * u, besideY + 0.4 * u])];
}
function tileMarks({ code, name, value, figure, found, looked }: Tile, breaks: readonly number[], { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }, size: Size): Mark[] {
  const { u } = size;
  const pad = 0.25 * u;
  const inner = width - 2 * pad;
  // Where name and shape would not stand side by side the shape goes without its character.
  const isSmall = inner < (name.length + BADGE_U.row + 0.15) * u;
  const badge = found === undefined ? 0 : (isSmall ? 0.9 : BADGE_U.row) * u;
  const [word] = fitLine([{ text: name, sizePx: u, weight: 500, ink: value === null ? "t2" : "t1" }], inner - (badge > 0 ? badge + 0.15 * u : 0), size, "middle");
  // Unit and order stand over all tiles. Half a number lies: one without room is left to its shade.
  const runs = figureRuns({ ...figure, unit: "", tag: "" }, TYPE_U.figure * u, u);
  const [first, ...tail] = lineWidth({ text: "", sizePx: u, ink: "t1", tail: runs }, size) <= inner + 0.5 ? runs : [];
  const base = y + (height - SHADE_U * u) / 2 + 1.12 * u;
  return [
    value === null
      ? { kind: "rect", x, y, width, height, fill: "hair2", texture: "cross", stroke: "hair2", widthPx: linePx(1, u) }
      : { kind: "rect", x, y, width, height, fill: "land", stroke: "hair", widthPx: linePx(1, u) },
    ...(value === null || breaks.length === 0 ? [] : [{ kind: "rect" as const, x, y: y + height - SHADE_U * u, width, height: SHADE_U * u, fill: SHADES[Math.min(SHADES.length - 1, breaks.filter((limit) => value >= limit).length)]! }]),
    ...(looked ? [{ kind: "rect" as const, x, y, width, height, stroke: "focus" as const, widthPx: 0.3 * u }] : []),
    ...(word ? [{ kind: "text" as const, id: `${code}.name`, ...word, x: x + pad, y: base - 1.5 * u, ...(value === null && { halo: "bg" as const }) }] : []),
    ...(first ? [{ kind: "text" as const, id: `${code}.value`, ...first, tail, x: x + pad, y: base, ...(value === null && { halo: "bg" as const }) }] : []),
    ...(found === undefined ? [] : [{ kind: "badge" as const, cx: x + width - pad - badge / 2, cy: base - 1.85 * u, heightPx: badge, severity: found, look: "hollow" as const, ...(isSmall && { char: "" }) }]),
  ];
}
/** In the sea, where no city lies. */
function legend(classes: readonly string[], noData: string, isPartial: boolean, x: number, y: number, width: number, size: Size, beside: readonly [x: number, y: number]): Mark[] {
  const { u } = size;
  const swatch = (at: number, top: number, paint: Paint, text: string, id: string): Mark[] => {
    const [word] = fitLine([{ text, sizePx: u, ink: "t2", role: "axis" }], width - 1.9 * u, size);
    return [{ kind: "rect", x: at, y: top, width: 1.4 * u, height: 0.8 * u, ...paint, stroke: "hair2", widthPx: linePx(1, u) }, ...(word ? [{ kind: "text" as const, id, ...word, x: at + 1.9 * u, y: top + 0.78 * u }] : [])];
  };
  return [
    ...[...classes.entries()].toReversed().flatMap(([i, text], line) => swatch(x, y + line * 1.22 * u, { fill: SHADES[Math.min(i, SHADES.length - 1)]! }, text, `legend-${i}`)),
    ...(isPartial ? swatch(beside[0], beside[1], { fill: "hair2", texture: "cross" }, noData, "legend-none") : []),
  ];
}

/** The highest by name, and of how many nothing is known. */
export function sentence({ tiles }: TileMapData, title: string, most = 3): string {
  const known = tiles.filter(({ value }) => value !== null).sort((a, b) => b.value! - a.value!);
  const met = tiles.filter(({ found }) => found !== undefined).length;
  const unknown = tiles.length - known.length;
  if (known.length === 0) return `${title}：没有数。`;
  return `${title}：${known.slice(0, most).map(({ name, figure }) => `${name} ${figure.prefix ?? ""}${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`).join("、")}${met > 0 ? `；${met} 市达标准` : ""}${unknown > 0 ? `；${unknown} 市无数` : ""}。`;
}
