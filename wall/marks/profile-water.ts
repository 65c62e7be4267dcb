import type { Ink } from "../../themes/ink.ts";
import { LINE, linePx } from "../../themes/scale.ts";
import type { Mark, Paint, Point, Size } from "./mark.ts";
import { caption, figureInk, type Figure } from "./panel-text.ts";
import type { Scale } from "./profile-axis.ts";
import type { ProfileReservoir, ProfileStation } from "./profile-data.ts";
import { lineWidth } from "./words.ts";

/**
 * Water between low water and the stage that was read, darker what is there at low water, too; between two gauges a line, and none to a
 * gauge that tells nothing. Below a dam it is at least as high as at the next gauge: a dotted line. The bed is not known: the ground of the picture is none.
 */
export function water(stations: readonly ProfileStation[], dams: readonly ProfileReservoir[], noLower: (name: string) => string, x: Scale, y: Scale, ground: number, size: Size): Mark[] {
  const { u } = size;
  const out: Mark[] = [];
  const ordered = stations.toSorted((a, b) => a.km - b.km);
  for (const [i, from] of ordered.entries()) {
    const to = ordered[i + 1];
    if (!to) continue;
    const drawn = (surface: readonly Point[], bottom: readonly Point[], worth: Worth): void => {
      if (bottom.length > 0) out.push({ kind: "area", rings: [[...bottom, [bottom.at(-1)![0], ground], [bottom[0]![0], ground]]], fill: WATER[worth].deep }, { kind: "area", rings: [[...surface, ...bottom]], fill: WATER[worth].fill });
      out.push({ kind: "line", points: surface, ...surfacePaint(worth, u), cap: "round" });
    };
    const dam = dams.find(({ km }) => km > from.km && km < to.km);
    // Water below the stated low water has no foot of its own.
    const foot = ({ lowM, stageM }: ProfileStation): number => Math.min(lowM ?? Infinity, stageM ?? Infinity);
    const bed: Point[] = from.lowM === null || to.lowM === null ? [] : [[x(to.km), y(foot(to))], [x(from.km), y(foot(from))]];
    if (!dam) {
      if (from.stageM !== null && to.stageM !== null) drawn([[x(from.km), y(from.stageM)], [x(to.km), y(to.stageM)]], bed, worthOf(from.over, to.over));
    } else {
      // At its foot nobody measures. Water runs down: it stands no lower than at the next gauge, and that is drawn as what it is, a level that nobody observed.
      if (to.stageM !== null) out.push(...atFoot(noLower(to.name), worthOf(to.over) === "old" ? "t3" : "w1", x(dam.km), x(to.km), y(to.stageM), size));
      if (to.stageM !== null && to.lowM !== null) out.push({ kind: "area", rings: [[[x(dam.km), y(foot(to))], [x(to.km), y(foot(to))], [x(to.km), ground], [x(dam.km), ground]]], fill: WATER[worthOf(to.over)].deep });
      if (from.stageM !== null && dam.levelM !== null)
        // Behind a dam the water stands as the reservoir's own gauge says; what stands at its foot is told by the next gauge alone.
        drawn([[x(from.km), y(from.stageM)], [x(dam.km), y(dam.levelM)]], bed.length === 0 ? [] : [[x(dam.km), y(Math.min(dam.levelM, between(from, to, dam.km)))], [x(from.km), y(foot(from))]], worthOf(from.over, dam.over));
    }
  }
  return out;
}
/** A dotted line from a dam to the next gauge, and what it says where there is room between the two. */
function atFoot(says: string, ink: Ink, from: number, to: number, at: number, size: Size): Mark[] {
  const { u } = size;
  const words = caption(says, (from + to) / 2, at - 0.5 * u, size, { ink, anchor: "middle" });
  return [
    { kind: "line", points: [[from, at], [to, at]], stroke: ink, widthPx: linePx(1.5, u), dash: [0.12 * u, 0.3 * u] },
    ...(lineWidth(words, size) <= to - from - 2.2 * u ? [words] : []),
  ];
}
type Worth = "seen" | "old" | "notActual";
/** A line between two is worth no more than either. */
export function worthOf(...figures: readonly Figure[]): Worth {
  const inks = figures.map(figureInk);
  return inks.includes("t3") ? "old" : inks.includes("w1") ? "notActual" : "seen";
}
export const WATER = { seen: { fill: "c2", deep: "c1", line: "obs" }, old: { fill: "band", deep: "raise", line: "t3" }, notActual: { fill: "w3", deep: "w3", line: "w1" } } as const satisfies Readonly<Record<Worth, { readonly fill: Ink; readonly deep: Ink; readonly line: Ink }>>;
export const surfacePaint = (worth: Worth, u: number): Paint => ({ stroke: WATER[worth].line, widthPx: LINE.dataU * u, ...(worth === "notActual" && { dash: [0.5 * u, 0.3 * u] }) });
/** What nobody has observed is hollow (VISUAL §1). */
export const dotPaint = (over: Figure, u: number): Paint => {
  const worth = worthOf(over);
  return worth === "notActual" ? { fill: "bg", stroke: "w1", widthPx: linePx(2, u) } : { fill: WATER[worth].line, stroke: "bg", widthPx: linePx(2, u) };
};
const between = (from: ProfileStation, to: ProfileStation, km: number): number => from.lowM! + ((to.lowM! - from.lowM!) * (km - from.km)) / (to.km - from.km);
