import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { BADGE_U, TYPE_U } from "../../themes/scale.ts";
import { alertLines, firstNames, placesOf, type AlertLine, type AlertRoom, type FoundPlace, type Standard } from "./alert-lines.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { countedRuns, figureInk, figureRuns, rule, runsWidth, type Figure } from "./panel-text.ts";
import { columnEdges, rowMarks, type Column } from "./rows.ts";
import { ownName } from "./place-name.ts";
import { lineWidth, shorten, wrap } from "./words.ts";

/** Wherever it stands four standards have their line. */
export const spec = { kind: "alerts", minU: [28, 12.75], titled: true } as const;

export interface AlertsData {
  /** How many findings hold at each level, the gravest first. */
  readonly levels: readonly LevelCount[];
  /** By need of action. */
  readonly standards: readonly Standard[];
  /** Said when there is none. */
  readonly none: string;
  /** 另 {n} 条, for what holds and has no line. */
  readonly more: (n: number) => string;
  /** Behind the first of more names than there is room for; absent = 等. */
  readonly others?: string;
}
export interface LevelCount {
  readonly severity: Severity;
  readonly char?: string;
  readonly count: number;
  readonly figure: Figure;
}
/** Heights and type in u; a low panel counts in smaller figures. */
const TALL = { tallyU: 3.1, badgeU: 2.2, countU: TYPE_U.value, headU: 2.2, lineU: 1.75 } as const;
const LOW = { tallyU: 2.3, badgeU: 1.6, countU: TYPE_U.row, headU: 1.9, lineU: 1.6 } as const;
/** Where four standards would have no line beside full figures. */
const LOW_BELOW_U = 11.9;
const GAP_U = 0.7;
const BADGE_COLUMN: Column = { widthU: 1.5 };
/** So much of a standard's words stands behind its place at least, or none of it does. */
const BEGUN_EM = 4;
/** 未确认 10, 余 12 分: as wide as this even where one line says less. */
const STANDING_U = 5.3;
const CITY_U = 3.85;

/** What machines have found: a count by level, then each standard that is met with its places, as many as there is room for. */
export function marks({ levels, standards, none, more, others = "等" }: AlertsData, size: Size): Mark[] {
  const { u, width, height } = size;
  const look = height < LOW_BELOW_U * u ? LOW : TALL;
  const body = TYPE_U.body * u;
  const top = look.tallyU * u;
  // A lost source takes its word's room from its own line only.
  const standingU = Math.max(STANDING_U, widest(standards, held, size));
  const out = tally(levels, look, size);
  if (standards.length === 0)
    return [...out, ...wrap(none, width, body, 400, size, Math.max(1, Math.floor((height - top) / (1.5 * u)))).map((text, i): Mark => ({ kind: "text", id: `none-${i}`, x: 0, y: top + (1.4 + 1.5 * i) * u, text, sizePx: body, ink: "t3" }))];
  const indent = (1.5 + GAP_U) * u;
  const room: AlertRoom = { height: height - top, headPx: look.headU * u, linePx: look.lineU * u, placesPx: width - indent - (CITY_U + GAP_U) * u, citiesPx: width - indent, typePx: body, figurePx: TYPE_U.figure * u, restOf: (standard, isPlaceBelow = false) => begin(standard, { widthPx: saysPxOf(standard, standingU, size), restPx: width - indent, isPlaceBelow }, size)?.rest, isToldInOne: (standard, isPlaceBelow) => isToldInOne(standard, standingU, isPlaceBelow, size) };
  return [...out, ...list(alertLines(standards, room, size), standingU, { more, others }, top, look, size)];
}
const widest = (standards: readonly Standard[], runsOf: (standard: Standard, u: number) => readonly Run[], size: Size): number =>
  Math.max(0, ...standards.map((standard) => lineWidth({ text: "", sizePx: size.u, ink: "t1", tail: runsOf(standard, size.u) }, size))) / size.u;
/** Badge, what is met, how much of it, who has it: amounts end at the same edge, and the words before each have all that it leaves. */
const columnsOf = (standard: Standard, standingU: number, size: Size): Column[] => [BADGE_COLUMN, {}, { widthU: widest([standard], amountOf, size), align: "end" }, { widthU: standard.standing.lost === undefined ? standingU : Math.max(standingU, widest([standard], standingOf, size)), align: "end" }];
const saysPxOf = (standard: Standard, standingU: number, size: Size): number => columnEdges(columnsOf(standard, standingU, size), size.width, size.u, GAP_U)[1]![1];
const fits = (runs: readonly Run[], widthPx: number, size: Size): boolean => lineWidth({ text: "", sizePx: size.u, ink: "t1", tail: runs }, size) <= widthPx;

/** A level without any stays, hollow and grey, with its 0. */
function tally(levels: readonly LevelCount[], look: typeof TALL | typeof LOW, size: Size): Mark[] {
  const { u } = size;
  const cell = size.width / levels.length;
  const cy = (look.tallyU / 2) * u;
  // Thousands in a narrow panel are set smaller, all alike, with smaller shapes.
  const fits = ({ badgeU, countU }: { readonly badgeU: number; readonly countU: number }): boolean =>
    levels.every(({ figure }) => (1.2 * badgeU + 2 * GAP_U) * u + runsWidth(figureRuns(figure, countU * u, u), size) <= cell);
  const { badgeU, countU } = [look, LOW].find(fits) ?? { badgeU: LOW.badgeU, countU: TYPE_U.figure };
  return levels.flatMap(({ severity, char, count, figure }, i): Mark[] => {
    const [value] = figureRuns(figure, countU * u, u);
    return [
      { kind: "badge", cx: i * cell + 0.6 * badgeU * u, cy, heightPx: badgeU * u, severity, look: count === 0 ? "none" : "hollow", ...(char && { char }) },
      { kind: "text", id: `count-${severity}`, ...value, ink: count === 0 ? "t3" : figureInk(figure), x: i * cell + (1.2 * badgeU + GAP_U) * u, y: cy, baseline: "middle" },
    ];
  });
}

function list(lines: readonly AlertLine[], standingU: number, { more, others }: Required<Pick<AlertsData, "more" | "others">>, from: number, { headU, lineU }: typeof TALL | typeof LOW, size: Size): Mark[] {
  const { u, width } = size;
  const out: Mark[] = [];
  const named = new Set(lines.flatMap((line) => (line.kind === "places" ? alertsIn(line.runs) : [])));
  let top = from;
  let before = "";
  for (const [i, line] of lines.entries()) {
    const id = line.kind === "more" ? "more" : `${line.standard.id}.${i}`;
    const row = (places: readonly Column[], cells: readonly (readonly Run[])[], rowU: number): void => {
      out.push(...rowMarks(places, [{ id, cells }], size, { rowU, top, gapU: GAP_U, ruled: false }));
      top += rowU * u;
    };
    if (line.kind === "head") {
      const standard = line.telling === "cut" ? withAmountIfRoom(line.standard, standingU, size) : line.standard;
      out.push(rule(top, width, u), badge(line.standard, top + (headU / 2) * u, u));
      const saysPx = saysPxOf(standard, standingU, size);
      const met = head(line, saysPx, size);
      const next = lines[i + 1];
      const isNamed = standard.one !== undefined || !standard.holds || (next !== undefined && next.kind !== "head" && next.kind !== "more");
      const says = isNamed ? met : [...met, ...firstNames(standard, saysPx - lineWidth({ text: "", sizePx: u, ink: "t1", tail: met }, size), TYPE_U.body * u, others, size)];
      const known = new Set([...named, ...alertsIn(says)]);
      row(columnsOf(standard, standingU, size), [[], says, [...amountOf(standard, u), ...hooks(placesOf(line.standard).filter(({ alert }) => !known.has(alert)), u)], standingOf(line.standard, u)], headU);
      before = "";
    } else if (line.kind === "places") {
      const runs = withoutCity(line.runs, line.city === "" ? width - (BADGE_U.row + GAP_U) * u : Infinity, size);
      row(line.city === "" ? [BADGE_COLUMN, { cut: "middle" }] : [BADGE_COLUMN, { widthU: CITY_U, cut: "middle" }, { cut: "middle" }], line.city === "" ? [[], runs] : [[], line.city === before ? [] : [words(line.city, "t2", u)], runs], lineU);
      before = line.city;
    } else if (line.kind === "rest") {
      row([BADGE_COLUMN, {}], [[], [line.standard.one ? { ...words(line.text, line.standard.holds ? "t2" : "t3", u) } : words(line.text, line.standard.holds ? "t1" : "t3", u, line.standard.holds ? 500 : 400)]], lineU);
    } else row([BADGE_COLUMN, {}], [[], line.kind === "cities" ? line.runs : [{ text: line.count > 0 ? more(line.count) : "", sizePx: u, ink: "t3" }, ...hooks(line.standards.flatMap(placesOf), u)]], lineU);
  }
  return out;
}
const alertsIn = (runs: readonly Run[]): string[] => runs.flatMap(({ data }) => data?.alert ?? []);
/** What a line counts without its name is found there all the same (CONTRACT §1), as a run without a letter. */
const hooks = (places: readonly FoundPlace[], u: number): Run[] => places.map(({ alert, state }) => ({ text: "", sizePx: u, ink: "t3", data: { alert, state } }));
const words = (text: string, ink: Run["ink"], u: number, weight: 400 | 500 | 600 = 400): Run => ({ text, sizePx: TYPE_U.body * u, ink, weight });
/** Hollow, because a machine found it; grey, once it is over. */
const badge = ({ severity, char, holds }: Standard, cy: number, u: number): Mark => ({ kind: "badge", cx: 0.6 * BADGE_U.row * u, cy, heightPx: BADGE_U.row * u, severity, look: holds ? "hollow" : "none", ...(char && { char }) });

/** The standard, or the one place that meets it and its words; 默认阈值 behind them where all of it has room. */
function head({ standard, telling }: AlertLine & { readonly kind: "head" }, widthPx: number, size: Size): Run[] {
  const { u } = size;
  const { holds, says, tag, one, cities } = standard;
  if (telling === "begun" || telling === "begun-placed-below") {
    const isPlaceBelow = telling === "begun-placed-below";
    const { says: begun } = begin(standard, { widthPx, restPx: size.width, isPlaceBelow }, size)!;
    return [...(isPlaceBelow ? [] : placeOf(standard, u)), { ...saysRun(standard, u, isPlaceBelow), text: begun }];
  }
  if (telling === "whole") {
    const runs = [...placeOf(standard, u), saysRun(standard, u)];
    const tagged: Run[] = tag ? [...runs, { text: tag, sizePx: u, ink: "t3", gapPx: 0.5 * u }] : runs;
    return fits(tagged, widthPx, size) ? tagged : runs;
  }
  const short = standard.briefly ?? says;
  const strong = (text: string): Run => words(text, holds ? "t1" : "t3", u, holds ? 500 : 400);
  const whole = (forms: readonly (readonly Run[])[]): readonly Run[] | undefined => forms.find((runs) => fits(runs, widthPx, size));
  if (!one || telling === "placed-below") {
    const behindCity = one ? [says, short].map((text) => [strong(cities[0]!.name), { ...saysRun(standard, u), text }]) : [];
    return [...(whole([...behindCity, ...wordsOf(standard).map((text) => [strong(text)])]) ?? [strong(short)])];
  }
  const told = whole(briefForms(standard, u));
  if (told) return [...told];
  const places = placesOfOne(standard, u);
  const place = places.find((runs) => fits(runs, widthPx - (BEGUN_EM + 1) * TYPE_U.body * u, size)) ?? withoutCity(places.at(-1)!, widthPx, size, true);
  return [...place, { ...saysRun(standard, u), text: short }];
}
/** The place and what is met there, the fullest first: first the danger's words grow short, then the place lets its county go, then its city. */
function briefForms(standard: Standard, u: number): Run[][] {
  return placesOfOne(standard, u).flatMap((place) => wordsOf(standard).map((text) => [...place, { ...saysRun(standard, u), text }]));
}
/** What is met, the fullest first; the number that was measured stands for the limit behind it: 跨海桥阵风达17.2m/s, 跨海桥阵风. */
function wordsOf({ says, briefly = says, one }: Standard): readonly string[] {
  const measured = one?.value === undefined ? "" : briefly.replace(/(?<=[^\d\s])(?:达|超|不足|低于)\s*\d.*$/, "");
  return [...new Set([says, briefly, measured].filter(Boolean))];
}
/** Whether a standard's own line says what is met, without a cut. */
function isToldInOne(standard: Standard, standingU: number, isPlaceBelow: boolean, size: Size): boolean {
  const { u } = size;
  const told = withAmountIfRoom(standard, standingU, size);
  const forms = isPlaceBelow || !told.one ? wordsOf(told).map((text): Run[] => [words(text, "t1", u, 500)]) : briefForms(told, u);
  const roomPx = saysPxOf(isPlaceBelow ? standard : told, standingU, size);
  return forms.some((runs) => fits(runs, roomPx, size));
}
function placesOfOne(standard: Standard, u: number): Run[][] {
  const place = placeOf(standard, u);
  const nearby = standard.one?.nearby;
  const own = place.map((run) => ({ ...run, text: ownName(nearby ?? run.text) }));
  return [place, ...(nearby === undefined ? [] : [place.map((run) => ({ ...run, text: nearby }))]), ...(own[0]?.text === place[0]?.text ? [] : [own])];
}
/** What was measured goes before any word of a danger that is told in words, and before the city. */
function withAmountIfRoom(standard: Standard, standingU: number, size: Size): Standard {
  const { one, briefly, ...others } = standard;
  if (!one || briefly === undefined) return standard;
  const bare: Standard = { ...others, briefly, one: { place: one.place, ...(one.nearby !== undefined && { nearby: one.nearby }) } };
  const isTold = (each: Standard): boolean => briefForms(each, size.u).some((runs) => fits(runs, saysPxOf(each, standingU, size), size));
  return isTold(standard) || !isTold(bare) ? standard : bare;
}
/** A name that has no room lets its city go, then its middle. */
function withoutCity(runs: readonly Run[], widthPx: number, size: Size, isCrowded = false): readonly Run[] {
  const [place] = runs;
  if (!place || runs.length > 1 || (!isCrowded && fits([place], widthPx, size))) return runs;
  const own = { ...place, text: ownName(place.text) };
  return [{ ...own, text: shorten(own.text, widthPx, own.sizePx, own.weight ?? 400, size) }];
}
/** Where a standard's words are broken in its own line, and the lines that the rest takes; undefined when its place leaves them no room to begin. */
function begin(standard: Standard, { widthPx, restPx, isPlaceBelow }: { readonly widthPx: number; readonly restPx: number; readonly isPlaceBelow: boolean }, size: Size): { readonly says: string; readonly rest: readonly string[] } | undefined {
  const { u } = size;
  const place = isPlaceBelow ? [] : placeOf(standard, u);
  const run = saysRun(standard, u, isPlaceBelow);
  if (fits([...place, run], widthPx, size)) return { says: run.text, rest: [] };
  const left = widthPx - lineWidth({ text: "", sizePx: u, ink: "t1", tail: place }, size) - (run.gapPx ?? 0);
  if (left < BEGUN_EM * run.sizePx) return undefined;
  const inLines = (text: string): string[] => wrap(text.trimStart(), restPx, run.sizePx, run.weight ?? 400, size);
  const asFits = wrap(run.text, left, run.sizePx, run.weight ?? 400, size)[0]!;
  // What stands in brackets is read in one piece, where that takes no further line.
  const bracket = asFits.lastIndexOf("（");
  const isInside = bracket > 0 && !asFits.includes("）", bracket) && inLines(run.text.slice(bracket)).length <= inLines(run.text.slice(asFits.length)).length;
  const says = isInside ? asFits.slice(0, bracket) : asFits;
  // 24 小时 alone would be read as what was measured.
  if (/^\d\S*\s*\S{1,2}$/.test(says)) return undefined;
  return { says, rest: inLines(run.text.slice(says.length)) };
}
/** What is met: alone, or in a quieter tone behind the one place that meets it. */
function saysRun({ says, holds, one }: Standard, u: number, isPlaceBelow = false): Run {
  return one && !isPlaceBelow ? { ...words(says, holds ? "t2" : "t3", u), gapPx: TYPE_U.body * u } : words(says, holds ? "t1" : "t3", u, holds ? 500 : 400);
}
function placeOf({ holds, one, cities }: Standard, u: number): Run[] {
  if (!one) return [];
  const found = cities[0]!.places[0]!;
  return [{ ...words(one.place, holds ? "t1" : "t3", u, holds ? 500 : 400), data: { alert: found.alert, state: found.state } }];
}
function amountOf({ holds, one, count, standing }: Standard, u: number): Run[] {
  if (!one) return countedRuns(count, words(count, holds ? "t2" : "t3", u), u);
  if (one.value === undefined) return [];
  // A last value recedes (VISUAL §6): nobody measures any more.
  const speaks = holds && standing.lost === undefined;
  const ink = !speaks ? "t3" : one.tag ? "w1" : "t1";
  // It is the number that it was raised with, which may stand beside a newer one: with its time.
  const at: Run[] = one.at ? [{ text: one.at, sizePx: u, ink: "t3", role: "asOf" }] : [];
  return [
    ...at, { ...words(one.value, ink, u, speaks ? 500 : 400), sizePx: TYPE_U.figure * u, family: "num", ...(one.at && { gapPx: 0.4 * u }) }, ...(one.unit ? [{ text: `\u2009${one.unit}`, sizePx: u, ink: speaks ? ("t2" as const) : ("t3" as const) }] : []),
    ...(one.tag ? [{ text: one.tag, sizePx: u, ink: "w1" as const, gapPx: 0.4 * u, box: { stroke: "w2" as const, dashed: true, padPx: 0.25 * u } }] : []),
  ];
}
/** Whether its source still speaks, and who has it. */
function standingOf(standard: Standard, u: number): Run[] {
  const { lost } = standard.standing;
  const [first] = held(standard, u);
  return lost === undefined ? [first] : [words(lost, "t2", u), { ...first, gapPx: 0.5 * u }];
}
/** Overdue is no severity: inverse, whatever the level (VISUAL §5). */
function held({ standing: { text, tone } }: Standard, u: number): [Run] {
  if (tone === "pressing") return [{ ...words(text, "bg", u, 600), box: { fill: "t1", padPx: 0.3 * u } }];
  return [tone === "strong" ? words(text, "t1", u, 500) : words(text, "t3", u)];
}

/** The same in one sentence: the count of each level, and the standard that needs somebody first. */
export const sentence = (data: AlertsData): string => told(data, ({ says, count, cities }) => `${says} ${count}（${cities.map(({ name }) => name).join("、")}）`);
/** Without the cities' names, and of a danger what it is in short. */
export const brief = (data: AlertsData): string => told({ ...data, standards: data.standards.map((one) => ({ ...one, says: one.briefly ?? one.says })) }, ({ says, count }) => `${says} ${count}`);
function told({ levels, standards, none }: AlertsData, whereOf: (standard: Standard) => string): string {
  const counts = `系统研判（未发布）：${levels.map(({ severity, figure }) => `${SEVERITY_WORDS[severity].char} ${figure.text}`).join("、")}`;
  const [first] = standards;
  if (!first) return `${counts}；${none}。`;
  const where = first.one ? `${first.one.place}，${[first.says, first.one.at && `${first.one.at} 时`, `${first.one.value ?? ""}${first.one.unit ?? ""}${first.one.tag ? `（${first.one.tag}）` : ""}`].filter(Boolean).join(" ")}` : whereOf(first);
  return `${counts}；最要紧：${where}，${[first.standing.lost, first.standing.text].filter(Boolean).join("，")}。`;
}
