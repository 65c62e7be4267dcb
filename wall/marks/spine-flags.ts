import { dayText } from "../../model/moments.ts";
import { clockText } from "../../model/time.ts";
import type { Ink } from "../../themes/ink.ts";
import { levelInk } from "../../themes/level.ts";
import { linePx } from "../../themes/scale.ts";
import { badgeBox } from "./badge.ts";
import type { Mark, Size } from "./mark.ts";
import type { SpineData, SpineMark } from "./spine-data.ts";
import { isFree, ROW_U, ROWS, ROWS_U, whole, type Stretch, type Taken } from "./spine-room.ts";
import { lineWidth } from "./words.ts";

const TYPE_U = 1.1;
const SHAPE_U = 1.1;
const SHAPE_GAP_U = 0.3;
const PAD_U = 0.3;
const TICK_U = 0.4;
/** Findings nearer to each other than this would touch with their shapes. */
const TOUCH_U = 1.6;

/** What is told in one place: a mark, or findings that would touch, told by the gravest with how many places they are. */
interface Flag {
  readonly mark: SpineMark;
  /** All that it tells of; each has its tick. */
  readonly tells: readonly SpineMark[];
}
interface Laid {
  readonly flag: Flag;
  readonly px: number;
  /** Where its words stand; absent = its tick alone. */
  readonly words?: Stretch & { readonly row: number };
}

/** Flags keep clear of each other and of each other's ticks: by weight, then the nearest to now; the others keep their tick. */
export function flagMarks(data: SpineData, x: (at: number) => number, axis: number, size: Size, taken: Taken): Mark[] {
  let laid = layFlags(data.marks.filter(({ at }) => at >= data.from && at < data.to).map((mark) => ({ mark, tells: [mark] })), data, x, size, taken);
  for (let better = together(laid, data, x, size, taken); better; better = together(laid, data, x, size, taken)) laid = better;
  return laid.flatMap((one) => drawn(one, data, x, axis, size));
}

/** The same with a finding that has found no room told by another that it would touch, if that one then has room for both. */
function together(laid: readonly Laid[], data: SpineData, x: (at: number) => number, size: Size, taken: Taken): Laid[] | undefined {
  const touchPx = TOUCH_U * size.u;
  for (const silent of laid) {
    if (silent.words || !silent.flag.mark.places) continue;
    // By one of its own level, whose shape then says of all what it says of one; else by the gravest.
    const rank = ({ flag: { mark }, px }: Laid): number => (mark.severity === silent.flag.mark.severity ? 0 : (mark.severity ?? 4)) + Math.abs(px - silent.px) / touchPx;
    const near = laid.filter(({ flag, px, words }) => words && flag.mark.places && Math.abs(px - silent.px) < touchPx).sort((a, b) => rank(a) - rank(b));
    for (const other of near) {
      const both = joined(silent.flag, other.flag);
      const again = layFlags([...laid.map(({ flag }) => flag).filter((flag) => flag !== silent.flag && flag !== other.flag), both], data, x, size, taken);
      if (again.find(({ flag }) => flag === both)!.words) return again;
    }
  }
  return undefined;
}
function joined(a: Flag, b: Flag): Flag {
  const [worse, other] = (a.mark.severity ?? 4) <= (b.mark.severity ?? 4) ? [a.mark, b.mark] : [b.mark, a.mark];
  const places = [...new Set([...(worse.places ?? []), ...(other.places ?? [])])];
  const isOneLevel = worse.severity === other.severity && !worse.label.startsWith(AMONG) && !other.label.startsWith(AMONG);
  const label = places.length === 1 ? worse.label : `${isOneLevel ? "" : AMONG}${places.length} 处研判`;
  return { mark: { ...worse, at: Math.min(a.mark.at, b.mark.at), label, places }, tells: [...a.tells, ...b.tells] };
}
/** Before the count of what was found at several levels: the shape is that of the gravest among them. */
const AMONG = "等 ";

const textOf = ({ at, label }: SpineMark, { byDay }: SpineData): string => `${byDay ? dayText(at) : clockText(at)} ${label}`;
const isAhead = ({ at }: SpineMark, { now, exactly = now }: SpineData): boolean => at > exactly;
const pxOf = (mark: SpineMark, data: SpineData, x: (at: number) => number): number => (isAhead(mark, data) ? x(mark.at) : Math.min(x(mark.at), x(Math.max(data.now, data.from))));
const shapeOf = ({ severity }: SpineMark, u: number) => (severity ? badgeBox({ cx: 0, cy: 0, heightPx: SHAPE_U * u, severity }) : undefined);

function layFlags(flags: readonly Flag[], data: SpineData, x: (at: number) => number, size: Size, before: Taken): Laid[] {
  const { u } = size;
  const taken = { words: [...before.words], ticks: [...before.ticks] };
  const order = [...flags].sort(({ mark: a }, { mark: b }) => (b.weight ?? 0) - (a.weight ?? 0) || Math.abs(a.at - data.now) - Math.abs(b.at - data.now));
  return order.map((flag): Laid => {
    const { mark } = flag;
    const px = pxOf(mark, data, x);
    const shape = shapeOf(mark, u);
    const wide = lineWidth({ text: textOf(mark, data), sizePx: TYPE_U * u, ink: "t1", weight: 500 }, size) + (shape ? shape.width + SHAPE_GAP_U * u : 0) + 2 * PAD_U * u;
    // What happens now is told beside the line of now: what has been to its left, what is ahead to its right, and never on the other side.
    const off = Math.abs(px - x(data.now)) < 0.35 * u ? 0.35 * u : 0;
    const [left, right] = off > 0 ? [x(data.now) - off, x(data.now) + off] : [px, px];
    const rows = Array.from({ length: ROWS }, (_, i) => ROWS - 1 - i);
    const onRight = (row: number) => ({ row, from: right, to: right + wide });
    const onLeft = (row: number) => ({ row, from: left - wide, to: left });
    const places = off === 0 ? rows.flatMap((row) => [onRight(row), onLeft(row)]) : isAhead(mark, data) ? rows.map(onRight) : rows.map(onLeft);
    const words = places.find((place) => whole(place, x(data.now), size) && isFree(taken, place, px));
    if (!words) return { flag, px };
    taken.words.push(words);
    taken.ticks.push({ px, row: words.row });
    return { flag, px, words };
  });
}

function drawn({ flag: { mark, tells }, px, words }: Laid, data: SpineData, x: (at: number) => number, axis: number, size: Size): Mark[] {
  const { u } = size;
  const { severity } = mark;
  const line = (at: number, top: number, stroke: Ink): Mark => ({ kind: "line", points: [[at, top], [at, axis]], stroke, widthPx: linePx(1.5, u), ...(stroke === "w1" && top < low ? { dash: [0.25 * u, 0.2 * u] } : {}) });
  const low = axis - TICK_U * u;
  // Without its shape a level has no colour either.
  const tick = (one: SpineMark): Mark => line(pxOf(one, data, x), low, one.notActual ? "w1" : "t2");
  if (!words) return tells.map(tick);
  const top = (ROWS_U + words.row * ROW_U) * u;
  // The flag has the tick of the first that it tells of; the others keep their own below it.
  const first = tells.findIndex(({ at }) => at === mark.at);
  const ticks = tells.map((one, i) => (i === first ? line(px, top + 0.1 * u, mark.notActual ? "w1" : severity ? levelInk(severity, "line") : "t2") : tick(one)));
  const shape = shapeOf(mark, u);
  const start = words.from + PAD_U * u;
  return [
    ...ticks,
    ...(severity && shape ? [{ kind: "badge" as const, cx: start - shape.x, cy: top + 0.72 * u, heightPx: SHAPE_U * u, severity, look: mark.issued ? ("filled" as const) : ("hollow" as const) }] : []),
    { kind: "text", id: `mark-${mark.id}`, x: start + (shape ? shape.width + SHAPE_GAP_U * u : 0), y: top + 1.1 * u, text: textOf(mark, data), sizePx: TYPE_U * u, weight: 500, ink: mark.notActual ? "w1" : "t1" },
  ];
}
