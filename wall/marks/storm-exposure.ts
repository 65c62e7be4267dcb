import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { countedRuns, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { columnEdges, rowMarks, type Column } from "./rows.ts";
import { fitLine, lineWidth, wrap } from "./words.ts";

export const spec = { kind: "storm-exposure", minU: [28, 15], titled: true } as const;

export interface StormExposureData {
  readonly people: {
    readonly label: string;
    readonly inside: Figure;
    readonly strongLabel: string;
    readonly strong: Figure;
    /** 2010 普查, and 外推 in a box. */
    readonly source: string;
    readonly tag: string;
  };
  /** How many counties and towns are inside each circle, of how many. */
  readonly counts: { readonly headings: readonly [string, string]; readonly rows: readonly { readonly label: string; readonly county: Figure; readonly ofCounties: string; readonly town: Figure; readonly ofTowns: string }[] };
  /** The cities in the order in which something still happens to them; `null` = inside, absent = not expected. */
  readonly order: {
    readonly headings: readonly [string, string, string, string];
    readonly rows: readonly ExposedCity[];
    /** How many cities are inside, whether they have a row or not. */
    readonly inside: number;
    /** 市, 县, 镇街: what they are. */
    readonly unit: string;
    /** Said when there is no row. */
    readonly none: string;
    /** 圈内. */
    readonly insideWord: string;
    /** Span of the track, ms. */
    readonly spanMs: number;
  };
  /** Cut off: nothing looks as if it were of now. */
  readonly old: boolean;
}
export interface ExposedCity {
  readonly place: string;
  readonly name: string;
  readonly seven: Arrives;
  readonly ten: Arrives;
  /** How near the centre is; told of all rows instead of hours once nothing is to come any more. */
  readonly toCentre?: Figure;
}
/** From now in ms with its words; null = inside already; undefined = not expected. */
export type Arrives = { readonly inMs: number; readonly words: string } | null | undefined;

const LEFT_U = 14.3;
const GAP_U = 1.4;
/** Below this width the cities stand under the people, in a block of this height. */
const NARROW_BELOW_U = 34;
const PEOPLE_U = 7.2;
/** A row, and how far it grows where there is room for all. */
const ROW_U = 2.2;
const MOST_ROW_U = 2.8;
const HEAD_U = 1.4;
const NAME_U = 2.9;
/** 东里镇, 新城街道: towns have longer names than cities. */
const WIDEST_NAME_U = 4.9;
/** 5日 10:24, the day small. */
const WHEN_U = 5.6;
const TIMES: readonly Column[] = [{}, { widthU: WHEN_U, align: "end" }, { widthU: WHEN_U, align: "end" }];
const COLUMN_GAP_U = 0.6;

const isNarrow = ({ width, u }: Pick<Size, "width" | "u">): boolean => width < NARROW_BELOW_U * u;
/** How many rows of cities a panel of this size has. */
export const rowsOf = (size: Size): number => rowsIn(size.height - (isNarrow(size) ? PEOPLE_U * size.u : 0), size.u);
const rowsIn = (heightPx: number, u: number): number => Math.max(1, Math.floor((heightPx / u - HEAD_U) / ROW_U + 0.01));

/** Who is inside at the left, who is next at the right or below, each city on a line of hours. */
export function marks({ people, counts, order, old }: StormExposureData, size: Size): Mark[] {
  const { u, width, height } = size;
  if (isNarrow(size)) {
    const half = (width - GAP_U * u) / 2;
    return [
      ...inside(people, { ...size, width: half }), ...strongest(people, 6.3 * u, size), ...moved(table(counts, size), width - TABLE_U * u, 0),
      ...moved(next(order, old, { ...size, height: height - PEOPLE_U * u }), 0, PEOPLE_U * u),
    ];
  }
  const left = LEFT_U * u;
  const column = { ...size, width: left };
  return [
    ...inside(people, column), ...strongest({ ...people, source: "", tag: "" }, 5.5 * u, column), ...source(people, 7.02 * u, column), ...moved(table(counts, size), 0, 7.75 * u),
    ...moved(next(order, old, { ...size, width: width - left - GAP_U * u }), left + GAP_U * u, 0),
  ];
}
type People = StormExposureData["people"];
const bare = (figure: Figure): Figure => ({ ...figure, tag: "" });
/** A number is never left out for its unit: where "million people" has no room, who is counted stands in the label before it. */
function peopleRuns(figure: Figure, sizePx: number, weight: 400 | 500, roomPx: number, size: Size): [Run, ...Run[]] {
  const runs = figureRuns(bare(figure), sizePx, size.u, weight);
  const unit = figure.unit?.replace(/\s+\S+$/, "");
  return runsWidth(runs, size) <= roomPx || unit === undefined ? runs : figureRuns(bare({ ...figure, unit }), sizePx, size.u, weight);
}
function line(id: string, y: number, runs: readonly Run[], size: Size): Mark[] {
  const [first, ...tail] = fitLine(runs, size.width, size);
  return first ? [{ kind: "text", id, ...first, tail, x: 0, y }] : [];
}
function inside({ label, inside: figure }: People, size: Size): Mark[] {
  const { u } = size;
  return [...line("people.label", 1.05 * u, [{ text: label, sizePx: TYPE_U.body * u, ink: "t2" }], size), ...line("people", 3.6 * u, peopleRuns(figure, TYPE_U.value * u, 500, size.width, size), size)];
}
/** Those under the stronger wind; behind them, where the panel is wide enough for one line, on which count it rests. */
function strongest({ strongLabel, strong, source: from, tag }: People, y: number, size: Size): Mark[] {
  const { u } = size;
  const label: Run = { text: strongLabel, sizePx: TYPE_U.body * u, ink: "t2" };
  const figure = peopleRuns(strong, TYPE_U.figure * u, 400, size.width - lineWidth(label, size) - 0.5 * u, size).map((run, i) => (i === 0 ? { ...run, gapPx: 0.5 * u } : run));
  // The words are shortened, the number stays whole.
  const words = fitLine([label], size.width - lineWidth({ text: "", sizePx: u, ink: "t2", tail: figure }, size), size);
  return line("people.strong", y, [...words, ...figure, ...(from ? sourceRuns(from, tag, u, 0.9 * u) : [])], size);
}
const source = ({ source: from, tag }: People, y: number, size: Size): Mark[] => line("people.source", y, sourceRuns(from, tag, size.u, 0), size);
const sourceRuns = (from: string, tag: string, u: number, gapPx: number): Run[] => [
  { text: from, sizePx: u, ink: "t3", gapPx, role: "asOf" },
  ...(tag ? [{ text: tag, sizePx: u, ink: "w1" as const, gapPx: 0.5 * u, box: { stroke: "w2" as const, dashed: true, padPx: 0.3 * u } }] : []),
];
const TABLE_U = 14.5;
/** Counties and towns inside each circle; of how many is said once, over both, where the next heading leaves it room. */
function table({ headings, rows }: StormExposureData["counts"], size: Size): Mark[] {
  const { u } = size;
  const column = [3.2 * u, 7.9 * u] as const;
  const ends = [column[1] - 0.3 * u, TABLE_U * u] as const;
  const heading = (text: string, of: string | undefined, i: 0 | 1): Mark => {
    const word: Run = { text, sizePx: u, ink: "t3" };
    const tail: Run[] = of ? [{ text: `/${of}`, sizePx: TYPE_U.figure * u, ink: "t3", family: "num", gapPx: 0.15 * u }] : [];
    return { kind: "text", id: `counts.${i}`, x: column[i], y: 1.15 * u, ...word, tail: column[i] + lineWidth({ ...word, tail }, size) <= ends[i] ? tail : [] };
  };
  const count = (id: string, figure: Figure, x: number, y: number): Mark => ({ kind: "text", id, ...figureRuns(figure, TYPE_U.figure * u, u)[0], x, y });
  return [
    heading(headings[0], rows.find(({ ofCounties }) => ofCounties)?.ofCounties, 0),
    heading(headings[1], rows.find(({ ofTowns }) => ofTowns)?.ofTowns, 1),
    ...rows.flatMap((row, i): Mark[] => {
      const y = (2.8 + i * 1.75) * u;
      return [
        { kind: "text", id: `counts.${i}.label`, x: 0, y, text: row.label, sizePx: TYPE_U.body * u, ink: "t2" },
        count(`counts.${i}.county`, row.county, column[0], y),
        count(`counts.${i}.town`, row.town, column[1], y),
      ];
    }),
  ];
}

function next({ headings, rows, none, insideWord, spanMs }: StormExposureData["order"], old: boolean, size: Size): Mark[] {
  const { u } = size;
  const body = TYPE_U.body * u;
  if (rows.length === 0) return wrap(none, size.width, body, 400, size).map((text, i) => ({ kind: "text", id: `none-${i}`, x: 0, y: (1.3 + i * 1.5) * u, text, sizePx: body, ink: "t3" }));
  const nameU = Math.max(NAME_U, Math.min(WIDEST_NAME_U, Math.max(0, ...rows.map(({ name }) => lineWidth({ text: name, sizePx: body, ink: "t1", weight: 500 }, size) / u))));
  // An axis of hours on which nothing happens any more says nothing: then a distance stands there.
  const isOver = rows.some(({ toCentre }) => toCentre !== undefined);
  const columns: readonly Column[] = [{ widthU: nameU, cut: "middle" }, isOver ? { align: "end" } : {}, ...TIMES.slice(1)];
  // No wider than its words: what is counted leaves the next heading its room.
  const countU = lineWidth({ text: "", sizePx: u, ink: "t3", tail: countedRuns(headings[0], { sizePx: u, ink: "t3" }, u) }, size) / u + 0.1;
  const heads: readonly Column[] = [{ widthU: Math.max(nameU, Math.min(nameU + 2.6, countU)) }, { align: "end" }, ...TIMES.slice(1)];
  const rooms = columnEdges(heads, size.width, u, COLUMN_GAP_U);
  const head = headings.map((text, i): Run[] => {
    const word: Run = { text, sizePx: u, ink: "t3" };
    const runs = i === 0 ? countedRuns(text, word, u) : [word];
    return lineWidth({ ...word, text: "", tail: runs }, size) <= rooms[i]![1] ? runs : [];
  });
  // One way for the whole column: where the farthest has no room the nearest would stand alone, as if nobody knew the others.
  const room = columnEdges(columns, size.width, u, COLUMN_GAP_U)[1]![1];
  const told = (toCentre: Figure): Run[] => figureRuns(bare(toCentre), TYPE_U.figure * u, u, 400);
  const hasRoom = rows.every(({ toCentre }) => !toCentre || lineWidth({ text: "", sizePx: u, ink: "t1", tail: told(toCentre) }, size) <= room);
  const when = (arrives: Arrives): Run[] => {
    if (arrives === undefined) return [{ text: "—", sizePx: body, ink: "t3" }];
    if (arrives === null) return [{ text: insideWord, sizePx: body, weight: 500, ink: old ? "t3" : "t1" }];
    const [clock, day] = arrives.words.split(" ").reverse() as [string, string?];
    const ink = old ? ("t3" as const) : ("w1" as const);
    return [...(day ? [{ text: day, sizePx: u, ink }] : []), { text: clock, sizePx: TYPE_U.figure * u, ink, family: "num", gapPx: day ? 0.25 * u : 0 }];
  };
  return [
    ...rowMarks(heads, [{ id: "head", cells: head }], size, { rowU: HEAD_U, gapU: COLUMN_GAP_U, ruled: false }),
    ...rowMarks(
      columns,
      rows.slice(0, rowsIn(size.height, u)).map(({ place, name, seven, ten, toCentre }) => ({
        id: place,
        cells: [[{ text: name, sizePx: body, weight: 500, ink: old ? "t3" : "t1" }], toCentre ? (hasRoom ? told(toCentre) : []) : ({ x, width, top, height }) => track(seven, ten, spanMs, x, width, top + height / 2, u), when(seven), when(ten)],
      })),
      size,
      { rowU: Math.max(ROW_U, Math.min(MOST_ROW_U, (size.height / u - HEAD_U) / rows.length)), top: HEAD_U * u, gapU: COLUMN_GAP_U },
    ),
  ];
}
/** Hours to the right: a ring where force 7 arrives, a dot where force 10 does, a block at its left end for who is inside. */
function track(seven: Arrives, ten: Arrives, spanMs: number, left: number, width: number, y: number, u: number): Mark[] {
  const r = 0.31 * u;
  const at = (inMs: number): number => left + Math.min(width - r, Math.max(r, (inMs / spanMs) * width));
  const out: Mark[] = [{ kind: "line", points: [[left, y], [left + width, y]], stroke: "hair", widthPx: linePx(1, u) }];
  const far = ten ?? seven;
  if (far) out.push({ kind: "line", points: [[left, y], [at(far.inMs), y]], stroke: "w2", widthPx: 0.13 * u, dash: [0.3 * u, 0.2 * u] });
  if (seven === null) out.push({ kind: "rect", x: left, y: y - 0.25 * u, width: 2 * r, height: 0.5 * u, fill: "t1" });
  else if (seven) out.push({ kind: "circle", cx: at(seven.inMs), cy: y, r, fill: "bg", stroke: "w1", widthPx: 0.13 * u });
  if (ten) out.push({ kind: "circle", cx: at(ten.inMs), cy: y, r: r * 1.1, fill: "w1" });
  return out;
}

/** The same in one sentence, the next two cities by name. */
export function sentence({ people, order }: StormExposureData): string {
  const ahead = order.rows.flatMap(({ name, seven, ten }) => (seven ? [`7级 ${seven.words} 到${name}`] : ten ? [`10级 ${ten.words} 到${name}`] : [])).slice(0, 2);
  return `${residents(people)}；${ahead.length > 0 ? ahead.join("，") : order.inside > 0 ? `${order.inside} ${order.unit}在${order.insideWord}` : order.none}。`;
}
/** Who is inside, without who is next. */
export const brief = ({ people }: StormExposureData): string => `${residents(people)}。`;
const residents = (people: StormExposureData["people"]): string => `${people.label} ${words(people.inside)}，${people.strongLabel} ${words(people.strong)}（${[people.source, people.tag].filter(Boolean).join("，")}）`;
const words = (figure: Figure): string => `${figure.prefix ?? ""}${figure.text}${figure.unit ?? ""}`;
