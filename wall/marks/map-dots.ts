import type { Lang } from "../../model/numerals.ts";
import { rampOf, type Breaks } from "./choropleth.ts";
import { DOT_SHAPES, dotMark } from "./dot-shape.ts";
import { centreOf, hexBins, hexCorners, type HexBin } from "./hex-bins.ts";
import type { LegendData, LegendLine } from "./legend.ts";
import { say } from "./map-speech.ts";
import type { Mark, Size } from "./mark.ts";
import { apply, type Point, type Transform } from "./plane.ts";

/** Points of the map plane, by kind. Its identity is the key under which cells are kept: build once, hold on to it. */
export interface MapDots {
  readonly kinds: readonly { readonly title: string; readonly points: readonly Point[] }[];
  /** 处: what a point is counted in. */
  readonly counter: string;
}
/** How large a point may be drawn, the largest first; the least is that of VISUAL §8. */
const RADIUS_U = [0.32, 0.22, 0.12] as const;
/** Ink on more of the picture than this is no point any more but a smear. */
const MOST_INK = 0.03;
const CELL_U = 0.95;
const MOST_CLASSES = 5;

/** Points as such, or, where they would cover too much of the picture, cells that count them. */
export type Density = { readonly as: "dots"; readonly radiusU: number } | { readonly as: "cells"; readonly radius: number; readonly bins: readonly HexBin[]; readonly breaks: Breaks };

/** What a camera's picture shows of them; found once for each goal. */
export function densityOf(dots: MapDots, goal: Transform, size: Pick<Size, "width" | "height" | "u">): Density {
  const { width, height, u } = size;
  const asked = [goal.k, goal.dx, goal.dy, width, height, u];
  const known = kept.get(dots);
  if (known && known.asked.every((part, i) => part === asked[i])) return known.density;
  const density = found(dots, goal, size);
  kept.set(dots, { asked, density });
  return density;
}
const kept = new WeakMap<MapDots, { readonly asked: readonly number[]; readonly density: Density }>();
function found(dots: MapDots, goal: Transform, size: Pick<Size, "width" | "height" | "u">): Density {
  const { width, height, u } = size;
  const all = dots.kinds.flatMap(({ points }) => points);
  const seen = all.filter((point) => isIn(apply(goal, point), size, 0)).length;
  const radiusU = RADIUS_U.find((r) => seen * Math.PI * (r * u) ** 2 <= MOST_INK * width * height);
  if (radiusU !== undefined) return { as: "dots", radiusU };
  // A camera that comes a little nearer keeps its cells: their size goes in steps.
  const radius = 2 ** (Math.round(2 * Math.log2((CELL_U * u) / goal.k)) / 2);
  const bins = hexBins(all, radius);
  return { as: "cells", radius, bins, breaks: breaksOf(bins) };
}
/** Round limits that part the cells: the last class holds the fullest. */
export function breaksOf(bins: readonly HexBin[]): number[] {
  const most = Math.max(0, ...bins.map(({ count }) => count));
  const step = roundUp(most / MOST_CLASSES);
  return Array.from({ length: MOST_CLASSES - 1 }, (_, i) => (i + 1) * step).filter((limit) => limit > 1 && limit <= most);
}
function roundUp(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((n) => n * power >= value - 1e-9) ?? 10) * power;
}
const isIn = ([x, y]: Point, { width, height }: Pick<Size, "width" | "height">, margin: number): boolean => x >= -margin && x <= width + margin && y >= -margin && y <= height + margin;

/** What lies in the picture; what does not costs nothing. */
export function dotMarks(dots: MapDots, goal: Transform, at: Transform, size: Size): Mark[] {
  const { u } = size;
  const density = densityOf(dots, goal, size);
  if (density.as === "dots") return dots.kinds.flatMap(({ points }, kind) => points.flatMap((point) => {
    const place = apply(at, point);
    return isIn(place, size, u) ? dotMark(DOT_SHAPES[kind % DOT_SHAPES.length]!, place, density.radiusU * u, u) : [];
  }));
  const { bins, radius, breaks } = density;
  const ramp = rampOf(breaks);
  return bins.flatMap((bin): Mark[] =>
    isIn(apply(at, centreOf(bin, radius)), size, radius * at.k)
      ? [{ kind: "area", rings: [hexCorners(bin, radius * 0.97).map((corner) => apply(at, corner))], fill: ramp[breaks.filter((limit) => bin.count >= limit).length]!, fillAlpha: 0.92 }]
      : []);
}
/** What a sign on this picture stands for: 1 点 = 1 处, or how many a cell holds. */
export function dotLegend(dots: MapDots, goal: Transform, size: Size, lang: Lang = "zh"): Pick<LegendData, "note" | "breaks" | "lines" | "from"> {
  const density = densityOf(dots, goal, size);
  const lines = dots.kinds.map(({ title, points }, kind): LegendLine => ({ shape: density.as === "dots" ? "dot" : "text", dot: DOT_SHAPES[kind % DOT_SHAPES.length]!, label: `${title} ${points.length.toLocaleString("en")}` }));
  if (density.as === "dots") return { note: say("oneDot", lang, { counter: dots.counter }), lines };
  return { note: say("perCell", lang, { counter: dots.counter }), from: 1, breaks: density.breaks, lines };
}
