import type { BoundaryInset, BoundarySet } from "../../model/boundary.ts";
import type { Lang } from "../../model/numerals.ts";
import { linePx } from "../../themes/scale.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { MapData, MapSets } from "./map-data.ts";
import type { Mark, Size, TextMark } from "./mark.ts";
import { project } from "./mercator.ts";
import { apply, type Transform } from "./plane.ts";
import { noticeIn } from "./map-speech.ts";
import { lineWidth } from "./words.ts";

export interface Corner {
  readonly marks: Mark[];
  readonly boxes: LabelBox[];
}

/** What words keep from the edges of glass inside a map, and what stands in its corners from its own edge, which may be a bezel. */
const SEAM_U = 0.5;
const EDGE_U = 1.5;
/** Where glass ends, with the room that words keep from it; the rightmost first. */
export const seamBoxes = ({ seams = [] }: Pick<MapData, "seams">, { u }: Pick<Size, "u">): LabelBox[] =>
  seams.map(({ x, y, width, height }) => ({ x: x - SEAM_U * u, y: y - SEAM_U * u, width: width + 2 * SEAM_U * u, height: height + 2 * SEAM_U * u })).sort((a, b) => b.x - a.x);
/** Words of others on the map, with the same room around them. */
export const tagBoxes = ({ tags = [] }: Pick<MapData, "tags">, { u }: Pick<Size, "u">): LabelBox[] =>
  tags.map(({ x, y, width, height }) => ({ x: x - SEAM_U * u, y: y - SEAM_U * u, width: width + 2 * SEAM_U * u, height: height + 2 * SEAM_U * u }));
/** The same box, moved to the left where an upright seam would run through it; to the right where the picture ends before. */
export const clearOf = (seams: readonly LabelBox[], box: LabelBox, leastX: number): LabelBox =>
  seams.reduce((at, seam) => (seam.height <= seam.width || !meets(at, seam) ? at : { ...at, x: seam.x - at.width >= leastX ? seam.x - at.width : seam.x + seam.width }), box);

/** What must stand on every map, bottom right: the notice or the approval, captions of schematic shapes, the source. */
export function noticeLines(sets: MapSets, lang: Lang = "zh"): string[] {
  const all = [sets.main, sets.around, sets.cities, sets.context, sets.villages].filter((s): s is BoundarySet => s !== undefined);
  const legal = [...new Set(all.map((s) => s.approval ?? s.notice).filter(Boolean))];
  const captions = [...new Set(all.map((s) => s.caption).filter(Boolean))];
  const sources = [...new Set(all.flatMap((s) => s.attribution.split(" · ")).filter(Boolean))];
  const said = (texts: readonly string[]): string => texts.map((text) => noticeIn(text, lang)).join("  ");
  return [said(captions), said(legal), sources.join(" · ")].filter(Boolean);
}

export function notice(sets: MapSets, size: Size, seams: readonly LabelBox[], lang: Lang = "zh"): Corner {
  const { width, height, u } = size;
  const lines = noticeLines(sets, lang);
  const wide = Math.max(0, ...lines.map((text) => lineWidth({ text, sizePx: u, ink: "t3" }, size)));
  const box = clearOf(seams, { x: width - EDGE_U * u - wide, y: height - 0.7 * u - lines.length * 1.35 * u, width: wide, height: lines.length * 1.35 * u + 0.4 * u }, 0);
  const marks = lines.map((text, i): TextMark => ({
    kind: "text", id: `notice-${i}`, x: box.x + wide, y: height - 0.7 * u - (lines.length - 1 - i) * 1.35 * u, anchor: "end", text, sizePx: u, ink: "t3", halo: "bg",
  }));
  // What the law wants said stands on a plate: no track and no circle crosses it.
  const plate: Mark = { kind: "rect", x: box.x - 0.5 * u, y: box.y - 0.1 * u, width: wide + (0.5 + EDGE_U) * u, height: height - box.y + 0.1 * u, fill: "bg" };
  return { marks: [plate, ...marks], boxes: [box] };
}

/** Islands that no boundary file holds: at their place when the camera sees it, else in a small window of their own. */
export function insets(list: readonly BoundaryInset[], goal: Transform, size: Size, taken: readonly LabelBox[], seams: readonly LabelBox[], lang: Lang): Corner {
  const { width, u } = size;
  const marks: Mark[] = [];
  const boxes: LabelBox[] = [];
  let bottom = Math.min(size.height, ...taken.map((box) => box.y)) - 0.6 * u;
  for (const { name, nameEn, point } of list) {
    const place = project(point[0], point[1]);
    const [x, y] = apply(goal, place);
    const label = lang === "en" ? nameEn : name;
    const text: TextMark = { kind: "text", id: `inset-${name}`, x: 0, y: 0, anchor: "middle", baseline: "middle", text: label, sizePx: u, ink: "t2", halo: "bg" };
    const half = lineWidth(text, size) / 2;
    const there = { x: x - half, y: y - 0.5 * u, width: 2 * half, height: 2.4 * u };
    const seen = there.x > u && there.x + there.width < width - u && y > 2 * u && y < size.height - 2.5 * u && ![...taken, ...seams].some((box) => meets(box, there));
    if (seen) {
      marks.push(...islands([x, y], u), { ...text, x, y: y + 1.2 * u });
      boxes.push(there);
      continue;
    }
    const box = clearOf(seams, { x: width - EDGE_U * u - 2 * half - u, y: bottom - 3.2 * u, width: 2 * half + u, height: 3.2 * u }, 0);
    marks.push(
      { kind: "rect", ...box, fill: "sea", stroke: "hair2", widthPx: linePx(1, u) },
      ...islands([box.x + box.width / 2, box.y + 1.05 * u], u),
      { ...text, x: box.x + box.width / 2, y: box.y + 2.3 * u },
    );
    boxes.push(box);
    bottom = box.y - 0.4 * u;
  }
  return { marks, boxes };
}
const islands = ([x, y]: readonly [number, number], u: number): Mark[] => [
  { kind: "arc", cx: x, cy: y, r: 0.4 * u, from: 20, to: 250, stroke: "t2", widthPx: linePx(1.5, u) },
  { kind: "circle", cx: x - 0.42 * u, cy: y + 0.05 * u, r: 0.13 * u, fill: "t2" },
];

/** What stands on a picture before its legend finds a place: notice, islands, words of others. */
export function furniture(data: Pick<MapData, "sets" | "seams" | "tags" | "lang">, goal: Transform, size: Size): { readonly foot: Corner; readonly islands: Corner; readonly boxes: readonly LabelBox[] } {
  const [seams, tags] = [seamBoxes(data, size), tagBoxes(data, size)];
  const foot = notice(data.sets, size, seams, data.lang);
  const islands = insets(data.sets.main.insets.length > 0 ? data.sets.main.insets : (data.sets.cities?.insets ?? []), goal, size, foot.boxes, [...seams, ...tags], data.lang ?? "zh");
  return { foot, islands, boxes: [...foot.boxes, ...islands.boxes, ...tags] };
}
