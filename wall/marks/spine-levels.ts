import { levelInk } from "../../themes/level.ts";
import type { Severity } from "../../model/words.ts";
import { badgeBox } from "./badge.ts";
import type { Mark, Size } from "./mark.ts";
import { caption } from "./panel-text.ts";
import type { SpineData, SpinePhase } from "./spine-data.ts";
import { EDGE_U, endOfPast, LEVELS_U, type Stretch } from "./spine-room.ts";
import { lineWidth } from "./words.ts";

const SHAPE_U = 1;
/** The widest of all shapes. */
const SLOT_U = 1.3;
/** Between two shapes, and between a shape and its line or its count. */
const APART_U = 0.2;
/** Of a level that comes from before, so much line before its shape. */
const LEAD_U = 1.2;

/** A level's own stretch of this part of the line, px. */
interface Level extends Stretch {
  readonly phase: SpinePhase & { readonly severity: Severity };
}
/** A shape and the levels that it stands for, the gravest of them drawn. */
interface Shape extends Stretch {
  readonly levels: readonly Level[];
  readonly words: string;
}

/**
 * The levels that have stood, or stand: each has its shape where it begins or comes in and a line as long as it lasted, thin when only a machine found it.
 * Those whose shapes would touch are one, the gravest with their count. None reaches over the line of now or an edge.
 */
export function levelMarks(data: SpineData, x: (at: number) => number, size: Size): Mark[] {
  const { u } = size;
  const levels = levelsIn(data, x, size);
  const shapes = shapesOf(levels, data, x(data.now), size);
  return [
    ...linesWithout(data, x, size),
    ...shapes.flatMap((shape): Mark[] => [...atGravest(shape.levels).flatMap((level) => lineMarks(level, shapes, u)), ...shapeMarks(shape, size)]),
  ];
}
/** Of a level that stood again so soon that one shape tells of both, each time has its line. */
const atGravest = (levels: readonly Level[]): Level[] => levels.filter(({ phase }) => phase.severity === gravest(levels).phase.severity);
const gravest = (levels: readonly Level[]): Level => levels.reduce((worst, one) => (one.phase.severity < worst.phase.severity ? one : worst));

function stretchOf({ from, to }: SpinePhase, { now }: SpineData, x: (at: number) => number, { width }: Size): Stretch {
  return { from: Math.max(0, x(Math.min(from, now))), to: Math.min(width, x(Math.min(to, now))) };
}
const levelsIn = (data: SpineData, x: (at: number) => number, size: Size): Level[] =>
  (data.phases ?? []).flatMap((phase): Level[] => {
    const { severity } = phase;
    if (severity === undefined || phase.notActual) return [];
    const stretch = stretchOf(phase, data, x, size);
    // Of no length is what began since the last step of the line of now: it stands all the same.
    const isHere = stretch.to > stretch.from || (stretch.to === stretch.from && phase.from >= data.now);
    return isHere ? [{ ...stretch, phase: { ...phase, severity } }] : [];
  }).sort((a, b) => a.phase.from - b.phase.from);

function shapesOf(levels: readonly Level[], data: SpineData, nowPx: number, size: Size): Shape[] {
  const { u } = size;
  const room: Stretch = { from: data.first ? 0 : EDGE_U * u, to: endOfPast(nowPx, size) };
  // So near behind an edge of the glass there is room for none; the sentence tells it.
  if (room.to - room.from < SLOT_U * u) return [];
  const shapes: Shape[] = [];
  for (const level of levels) {
    let shape = besideLast(level, shapes.at(-1), room, u) ?? shapeOf([level], data, room, size);
    for (let last = shapes.at(-1); last && last.to + APART_U * u > shape.from; last = shapes.at(-1)) {
      shapes.pop();
      shape = shapeOf([...last.levels, ...shape.levels], data, room, size);
    }
    shapes.push(shape);
  }
  return shapes;
}
/** A milder level that follows a graver one and outlasts its shape has its own beside it: else nothing would tell it but a colour. */
function besideLast(level: Level, last: Shape | undefined, room: Stretch, u: number): Shape | undefined {
  if (!last || level.phase.severity <= gravest(last.levels).phase.severity) return undefined;
  const from = Math.max(level.from, last.to + APART_U * u);
  return from > level.from && from + SLOT_U * u <= Math.min(level.to, room.to) ? { levels: [level], words: "", from, to: from + SLOT_U * u } : undefined;
}
function shapeOf(levels: readonly Level[], { first, from: begins, levelsWord }: SpineData, room: Stretch, size: Size): Shape {
  const { u } = size;
  const [{ from, to, phase }] = levels as [Level, ...Level[]];
  // A level that comes from before has its line on both sides of its shape: no part of the line is told by colour alone.
  const lead = phase.from < begins && !first ? Math.min(LEAD_U * u, Math.max(0, to - from - SLOT_U * u)) : 0;
  const different = new Set(levels.map(({ phase: { severity } }) => severity)).size;
  const text = different > 1 && levelsWord ? levelsWord(different) : "";
  const wide = text === "" ? SLOT_U * u : SLOT_U * u + APART_U * u + lineWidth(caption(text, 0, 0, size), size);
  const [words, width] = room.from + wide <= room.to ? [text, wide] : ["", SLOT_U * u];
  const start = Math.max(room.from, Math.min(from + lead, room.to - width));
  return { levels, words, from: start, to: start + width };
}

function shapeMarks({ levels, words, from }: Shape, size: Size): Mark[] {
  const { u } = size;
  const { severity, issued } = gravest(levels).phase;
  const badge: Mark = { kind: "badge", cx: from + (SLOT_U / 2) * u, cy: LEVELS_U * u, heightPx: SHAPE_U * u, severity, look: issued ? "filled" : "hollow" };
  return words === "" ? [badge] : [badge, caption(words, from + (SLOT_U + APART_U) * u, LEVELS_U * u, size, { id: `levels-${severity}`, ink: "t2", baseline: "middle" })];
}
/** The line of a level, broken where shapes stand. */
function lineMarks({ from, to, phase: { severity, issued } }: Level, shapes: readonly Shape[], u: number): Mark[] {
  const out: Mark[] = [];
  let start = from;
  const piece = (end: number): void => {
    if (end - start > 0.15 * u) out.push({ kind: "line", points: [[start, LEVELS_U * u], [end, LEVELS_U * u]], stroke: levelInk(severity, "line"), widthPx: (issued ? 0.22 : 0.12) * u });
  };
  for (const shape of shapes) {
    const severe = gravest(shape.levels).phase.severity;
    const box = badgeBox({ cx: shape.from + (SLOT_U / 2) * u, cy: 0, heightPx: SHAPE_U * u, severity: severe });
    const [left, right] = [box.x - 0.15 * u, (shape.words === "" ? box.x + box.width : shape.to) + 0.15 * u];
    if (right <= start || left >= to) continue;
    piece(Math.min(left, to));
    start = Math.max(start, right);
  }
  piece(to);
  return out;
}
/** What has lasted without a level: a line alone. */
const linesWithout = (data: SpineData, x: (at: number) => number, size: Size): Mark[] =>
  (data.phases ?? []).flatMap((phase): Mark[] => {
    if (phase.severity !== undefined || phase.notActual) return [];
    const { from, to } = stretchOf(phase, data, x, size);
    return to > from ? [{ kind: "line", points: [[from, LEVELS_U * size.u], [to, LEVELS_U * size.u]], stroke: "t2", widthPx: 0.12 * size.u }] : [];
  });
