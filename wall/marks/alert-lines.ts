import type { AlertState } from "../../model/alert.ts";
import { grouped } from "../../model/numerals.ts";
import type { Severity } from "../../model/words.ts";
import type { Run, Size } from "./mark.ts";
import { lineWidth } from "./words.ts";

/** The findings of one standard, words ready (one level, one rule, all of them holding or all of them over). */
export interface Standard {
  readonly id: string;
  readonly severity: Severity;
  /** Its letter where it is not Chinese. */
  readonly char?: string;
  /** 台风橙色标准. */
  readonly says: string;
  /** The same in short, where the whole has no room: 山洪转移预警. */
  readonly briefly?: string;
  /** 默认阈值: no authority published it; else empty. */
  readonly tag: string;
  /** False when all of it has returned to normal and only waits to be seen. */
  readonly holds: boolean;
  /** 14 处 3 市. */
  readonly count: string;
  /** In the order of need. */
  readonly cities: readonly StandardCity[];
  /** Whether somebody has it, and how long they have; pressing = over time. */
  readonly standing: { readonly text: string; readonly tone: "quiet" | "strong" | "pressing"; /** 源中断: said besides, for nobody is spared by a silent source. */ readonly lost?: string };
  /** The one place of a standard that is met in one place only, and what was measured there, unless that would be untrue by now. */
  readonly one?: { readonly place: string; /** Its city and its own name alone: 广州 明心路社区. */ readonly nearby?: string; readonly value?: string; readonly unit?: string; /** When it was that: 14:00. */ readonly at?: string; /** 模: the number is not observed. */ readonly tag?: string };
}
export interface StandardCity {
  readonly name: string;
  /** In the order of need. */
  readonly places: readonly FoundPlace[];
}
/** One alert, by its place. */
export interface FoundPlace {
  readonly alert: string;
  readonly state: AlertState;
  readonly name: string;
}
/**
 * How much of a standard its own line tells: all of it; the beginning, with the rest of its words below; what is met, whole or
 * begun, with the one place below; or what has room (`cut`): in short, and where even that is longer, cut, because there is no line for the rest.
 */
export type HeadTelling = "whole" | "begun" | "placed-below" | "begun-placed-below" | "cut";
/** One line of the list: a standard with its count, the rest of its words, places of one city, cities with their counts, or what found no room. */
export type AlertLine =
  | { readonly kind: "head"; readonly standard: Standard; readonly telling: HeadTelling }
  | { readonly kind: "rest"; readonly standard: Standard; readonly text: string }
  | { readonly kind: "places"; readonly standard: Standard; readonly city: string; readonly runs: readonly Run[] }
  | { readonly kind: "cities"; readonly standard: Standard; readonly runs: readonly Run[] }
  | { readonly kind: "more"; /** Of those that hold. */ readonly count: number; readonly standards: readonly Standard[] };

/** Room of the list, and how its words are set; all in px. */
export interface AlertRoom {
  readonly height: number;
  readonly headPx: number;
  readonly linePx: number;
  /** Room for names beside their city, and for cities. */
  readonly placesPx: number;
  readonly citiesPx: number;
  readonly typePx: number;
  readonly figurePx: number;
  /**
   * What has no room in a standard's own line, in further lines: none when all of it has; undefined when it would be broken too early to be read.
   * @param isPlaceBelow its one place has a line of its own
   */
  readonly restOf: (standard: Standard, isPlaceBelow?: boolean) => readonly string[] | undefined;
  /**
   * Whether what is met is told in a standard's own line, at least in short.
   * @param isPlaceBelow its one place has a line of its own
   */
  readonly isToldInOne: (standard: Standard, isPlaceBelow: boolean) => boolean;
}
/** Between two names, and between a city and its count, as shares of the type. */
const NAME_GAP = 0.7;
const COUNT_GAP = 0.3;
type Item = readonly [Run, ...Run[]];

/**
 * As much as there is room for, the graver standards first: every place by name, else the first cities by name and the
 * others with their counts, else the count alone. No name is cut; what is left out altogether is counted while it holds.
 */
export function alertLines(standards: readonly Standard[], room: AlertRoom, size: Pick<Size, "measure">): AlertLine[] {
  // Fewer standards rather than one whose words are cut before they say what is met.
  const told = standards.slice(0, Math.floor(room.height / room.headPx + 0.01) + 1).map((standard) => {
    const all = forms(standard, room, size);
    return { standard, all, least: Math.min(...all.map(({ lines }) => lines.length)) * room.linePx };
  });
  const neededBy = (heads: number): number => told.slice(0, heads).reduce((sum, { least }) => sum + room.headPx + least, heads < standards.length ? room.linePx : 0);
  let heads = Math.min(told.length, standards.length);
  while (heads > 1 && neededBy(heads) > room.height + 0.01 * room.headPx) heads--;
  const out: AlertLine[] = [];
  let left = room.height - neededBy(heads);
  for (const { standard, all, least } of told.slice(0, heads)) {
    left += least;
    const most = Math.floor(left / room.linePx + 0.01);
    const { telling, lines } = all.find((form) => form.lines.length <= most) ?? CUT;
    left -= lines.length * room.linePx;
    out.push({ kind: "head", standard, telling }, ...lines);
  }
  const rest = standards.slice(heads);
  // What has returned is counted above the panel, all of it: here it would be counted twice.
  const count = rest.reduce((sum, standard) => sum + (standard.holds ? placesOf(standard).length : 0), 0);
  return rest.length > 0 ? [...out, { kind: "more", count, standards: rest }] : out;
}
export const placesOf = ({ cities }: Standard): FoundPlace[] => cities.flatMap(({ places }) => places);

interface Form {
  readonly telling: HeadTelling;
  readonly lines: readonly AlertLine[];
}
const CUT: Form = { telling: "cut", lines: [] };

/** The ways to tell a standard, the fullest first; one that is met in one place names it in its own line, what is over tells only its count. */
function forms(standard: Standard, room: AlertRoom, size: Pick<Size, "measure">): Form[] {
  const { cities, one } = standard;
  const restLines = (rest: readonly string[]): AlertLine[] => rest.map((text) => ({ kind: "rest", standard, text }));
  const rest = room.restOf(standard);
  const begun: Form[] = rest ? [{ telling: rest.length === 0 ? "whole" : "begun", lines: restLines(rest) }] : [];
  if (one) {
    const below: AlertLine = { kind: "places", standard, city: "", runs: nameOf({ ...cities[0]!.places[0]!, name: one.place }, room.typePx) };
    const more = room.restOf(standard, true) ?? [];
    const all: Form[] = [...begun, ...(more.length > 0 ? [{ telling: "begun-placed-below" as const, lines: [...restLines(more), below] }] : []), { telling: "placed-below", lines: [below] }, CUT];
    const saying = all.filter(({ telling }) => (telling !== "placed-below" || room.isToldInOne(standard, true)) && (telling !== "cut" || room.isToldInOne(standard, false)));
    return saying.length > 0 ? saying : all;
  }
  if (!standard.holds) return [...begun, CUT];
  const places = [...cities, undefined].map((_, counted) => {
    const named = cities.slice(0, cities.length - counted).flatMap(({ name, places }) =>
      broken(places.map((place) => nameOf(place, room.typePx)), room.placesPx, room.typePx, size).map((runs): AlertLine => ({ kind: "places", standard, city: name, runs })));
    const others = cities.slice(cities.length - counted).map((city) => countOf(city, room));
    return [...named, ...broken(others, room.citiesPx, room.typePx, size).map((runs): AlertLine => ({ kind: "cities", standard, runs }))];
  });
  return [...begun, CUT].flatMap(({ telling, lines }) => places.map((form): Form => ({ telling, lines: [...lines, ...form] }))).concat(begun, CUT);
}
const nameOf = ({ alert, state, name }: FoundPlace, sizePx: number): Item => [{ text: name, sizePx, data: { alert, state }, ...(state === "acknowledged" ? { ink: "t3" } : { ink: "t1", weight: 500 }) }];
const countOf = ({ name, places }: StandardCity, { typePx, figurePx }: AlertRoom): Item => [
  { text: name, sizePx: typePx, weight: 500, ink: "t1" },
  { text: grouped(places.length, 0), sizePx: figurePx, ink: "t2", family: "num", gapPx: COUNT_GAP * typePx },
];
/**
 * The first places of a standard that has no line for them, each behind its city, as many as stand in what is left of its own line; `others`
 * behind them where there are more. Where not even one has room, the first cities alone; none, rather than half a name.
 */
export function firstNames({ cities }: Standard, widthPx: number, typePx: number, others: string, size: Pick<Size, "measure">): Run[] {
  const quiet = (text: string, gapPx: number, ink: Run["ink"] = "t2"): Run => ({ text, sizePx: typePx, ink, gapPx });
  const items = cities.flatMap(({ name: city, places }) => places.map(({ alert, state, name }, i): readonly Run[] => {
    const own: Run = { ...quiet(name, NAME_GAP * typePx), data: { alert, state } };
    return i > 0 || name.startsWith(city) ? [own] : [quiet(city, NAME_GAP * typePx, "t3"), { ...own, gapPx: COUNT_GAP * typePx }];
  }));
  const wide = (runs: readonly Run[]): number => lineWidth({ text: "", sizePx: typePx, ink: "t2", tail: runs }, size);
  const more = quiet(others, COUNT_GAP * typePx, "t3");
  const first = (all: readonly (readonly Run[])[]): Run[] => {
    const out: Run[] = [];
    for (const [i, item] of all.entries()) {
      if (wide([...out, ...item, ...(i === all.length - 1 ? [] : [more])]) > widthPx) return out.length > 0 ? [...out, more] : [];
      out.push(...item);
    }
    return out;
  };
  const named = first(items);
  return named.length > 0 ? named : first(cities.map(({ name }) => [quiet(name, NAME_GAP * typePx)]));
}
/** Breaks a row of names into lines, between names. */
function broken(items: readonly Item[], widthPx: number, typePx: number, size: Pick<Size, "measure">): Run[][] {
  const lines: Run[][] = [];
  const gapPx = NAME_GAP * typePx;
  let left = 0;
  for (const [first, ...tail] of items) {
    const wide = lineWidth({ ...first, tail }, size);
    const line = lines.at(-1);
    if (line && gapPx + wide <= left) {
      line.push({ ...first, gapPx }, ...tail);
      left -= gapPx + wide;
    } else {
      lines.push([first, ...tail]);
      left = widthPx - wide;
    }
  }
  return lines;
}
