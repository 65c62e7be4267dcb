import { dayText } from "../../model/moments.ts";
import { clockText } from "../../model/time.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
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

/** What is told in one place: a mark, or findings that would touch, told under the gravest's shape with how many places each level has. */
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
  for (let better = merged(laid, data, x, size, taken); better; better = merged(laid, data, x, size, taken)) laid = better;
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
/** Two that would touch and stand under the same shape, though one of them tells of other levels as well: the one row that counts them all. */
function merged(laid: readonly Laid[], data: SpineData, x: (at: number) => number, size: Size, taken: Taken): Laid[] | undefined {
  const told = laid.filter(({ flag, words }) => words && flag.mark.places);
  for (const [i, one] of told.entries()) {
    for (const other of told.slice(i + 1)) {
      if (one.flag.mark.severity !== other.flag.mark.severity || Math.abs(one.px - other.px) >= TOUCH_U * size.u || !(isMixed(one.flag) || isMixed(other.flag))) continue;
      const both = joined(one.flag, other.flag);
      const again = layFlags([...laid.map(({ flag }) => flag).filter((flag) => flag !== one.flag && flag !== other.flag), both], data, x, size, taken);
      if (again.find(({ flag }) => flag === both)!.words) return again;
    }
  }
  return undefined;
}
function joined(a: Flag, b: Flag): Flag {
  const [worse, other] = (a.mark.severity ?? 4) <= (b.mark.severity ?? 4) ? [a.mark, b.mark] : [b.mark, a.mark];
  const tells = [...a.tells, ...b.tells];
  const places = [...new Set([...(worse.places ?? []), ...(other.places ?? [])])];
  const label = isMixed({ tells }) ? `${countsOf(tells)} 处研判` : places.length === 1 ? worse.label : `${places.length} 处研判`;
  return { mark: { ...worse, at: Math.min(a.mark.at, b.mark.at), lastAt: Math.max(endOf(a.mark), endOf(b.mark)), label, places }, tells };
}
const endOf = ({ at, lastAt = at }: SpineMark): number => lastAt;
const isMixed = ({ tells }: Pick<Flag, "tells">): boolean => tells.some(({ severity }) => severity !== tells[0]!.severity);
/** 橙 2 黄 3: a shape alone would give all of them the gravest level. A place counts once at each level, as in the tally of what is open. */
function countsOf(tells: readonly SpineMark[]): string {
  return SEVERITIES.flatMap((level) => {
    const places = new Set(tells.flatMap(({ severity, places: own = [] }) => (severity === level ? own : [])));
    return places.size > 0 ? [`${SEVERITY_WORDS[level].char} ${places.size}`] : [];
  }).join(" ");
}
const SEVERITIES: readonly Severity[] = [1, 2, 3, 4];

/** 08:00–11:00 3 处研判: what came over hours is not of the minute of the first. */
function textOf(mark: SpineMark, { byDay }: SpineData): string {
  const [from, to] = [mark.at, endOf(mark)].map((at) => (byDay ? dayText(at) : clockText(at)));
  return `${from === to ? from : `${from}–${to}`} ${mark.label}`;
}
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

/** The display's own ground behind words that would lie on the series, as far as they reach; it leaves their tick. */
function groundOf({ from, to, row }: NonNullable<Laid["words"]>, { series = [], seriesEveryMs = 0 }: SpineData, x: (at: number) => number, axis: number, { u }: Size): Mark[] {
  if (!series.some(([at, value]) => value !== null && x(at) >= from && x(at - seriesEveryMs) <= to) && !series.some(([at], i) => i > 0 && x(series[i - 1]![0]) < from && x(at) > to)) return [];
  const top = (ROWS_U + row * ROW_U + 0.05) * u;
  return [{ kind: "rect", x: from + 0.1 * u, y: top, width: to - from - 0.2 * u, height: Math.min(ROW_U * u, axis - TICK_U * u - top), fill: "bg", fillAlpha: 0.85 }];
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
    ...groundOf(words, data, x, axis, size),
    ...ticks,
    ...(severity && shape ? [{ kind: "badge" as const, cx: start - shape.x, cy: top + 0.72 * u, heightPx: SHAPE_U * u, severity, look: mark.issued ? ("filled" as const) : ("hollow" as const) }] : []),
    { kind: "text", id: `mark-${mark.id}`, x: start + (shape ? shape.width + SHAPE_GAP_U * u : 0), y: top + 1.1 * u, text: textOf(mark, data), sizePx: TYPE_U * u, weight: 500, ink: mark.notActual ? "w1" : "t1" },
  ];
}
