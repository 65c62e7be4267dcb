import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { BADGE_U, TYPE_U } from "../../themes/scale.ts";
import { alertLines, placesOf, type AlertLine, type AlertRoom, type FoundPlace, type Standard } from "./alert-lines.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { figureInk, figureRuns, rule, runsWidth, type Figure } from "./panel-text.ts";
import { columnEdges, rowMarks, type Column } from "./rows.ts";
import { lineWidth, wrap } from "./words.ts";

export const spec = { kind: "alerts", minU: [28, 8.5], titled: true } as const;

export interface AlertsData {
  /** How many findings hold at each level, the gravest first. */
  readonly levels: readonly LevelCount[];
  /** By need of action. */
  readonly standards: readonly Standard[];
  /** Said when there is none. */
  readonly none: string;
  /** 另 {n} 条, for what has no line. */
  readonly more: (n: number) => string;
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
const LOW_BELOW_U = 9.4;
const GAP_U = 0.7;
const BADGE_COLUMN: Column = { widthU: 1.5 };
/** 未确认 10, 余 12 分: as wide as this even where one line says less. */
const STANDING_U = 5.3;
const CITY_U = 3.85;

/** What machines have found: a count by level, then each standard that is met with its places, as many as there is room for. */
export function marks({ levels, standards, none, more }: AlertsData, size: Size): Mark[] {
  const { u, width, height } = size;
  const look = height < LOW_BELOW_U * u ? LOW : TALL;
  const body = TYPE_U.body * u;
  const top = look.tallyU * u;
  const columns = columnsOf(standards, size);
  const saysPx = columnEdges(columns, width, u, GAP_U)[1]![1];
  const out = tally(levels, look, size);
  if (standards.length === 0)
    return [...out, ...wrap(none, width, body, 400, size, Math.max(1, Math.floor((height - top) / (1.5 * u)))).map((text, i): Mark => ({ kind: "text", id: `none-${i}`, x: 0, y: top + (1.4 + 1.5 * i) * u, text, sizePx: body, ink: "t3" }))];
  const indent = (1.5 + GAP_U) * u;
  const room: AlertRoom = { height: height - top, headPx: look.headU * u, linePx: look.lineU * u, placesPx: width - indent - (CITY_U + GAP_U) * u, citiesPx: width - indent, typePx: body, figurePx: TYPE_U.figure * u, holdsOne: (standard) => fits(placed(standard, u), saysPx, size) };
  return [...out, ...list(alertLines(standards, room, size), columns, more, top, look, size)];
}
/** Badge, what is met, how much of it, who has it: the same edges for all standards. */
function columnsOf(standards: readonly Standard[], size: Size): Column[] {
  const { u } = size;
  const widest = (runsOf: (standard: Standard, u: number) => readonly Run[]): number => Math.max(0, ...standards.map((s) => lineWidth({ text: "", sizePx: u, ink: "t1", tail: runsOf(s, u) }, size))) / u;
  return [BADGE_COLUMN, {}, { widthU: widest(amountOf), align: "end" }, { widthU: Math.max(STANDING_U, widest(standing)), align: "end" }];
}
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

function list(lines: readonly AlertLine[], columns: readonly Column[], more: AlertsData["more"], from: number, { headU, lineU }: typeof TALL | typeof LOW, size: Size): Mark[] {
  const { u, width } = size;
  const saysPx = columnEdges(columns, width, u, GAP_U)[1]![1];
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
      out.push(rule(top, width, u), badge(line.standard, top + (headU / 2) * u, u));
      const says = head(line.standard, saysPx, size);
      const known = new Set([...named, ...alertsIn(says)]);
      row(columns, [[], says, [...amountOf(line.standard, u), ...hooks(placesOf(line.standard).filter(({ alert }) => !known.has(alert)), u)], standing(line.standard, u)], headU);
      before = "";
    } else if (line.kind === "places") {
      row([BADGE_COLUMN, { widthU: CITY_U, cut: "middle" }, {}], [[], line.city === before ? [] : [words(line.city, "t2", u)], line.runs], lineU);
      before = line.city;
    } else row([BADGE_COLUMN, {}], [[], line.kind === "cities" ? line.runs : [{ text: more(line.count), sizePx: u, ink: "t3" }, ...hooks(line.standards.flatMap(placesOf), u)]], lineU);
  }
  return out;
}
const alertsIn = (runs: readonly Run[]): string[] => runs.flatMap(({ data }) => data?.alert ?? []);
/** What a line counts without its name is found there all the same (CONTRACT §1), as a run without a letter. */
const hooks = (places: readonly FoundPlace[], u: number): Run[] => places.map(({ alert, state }) => ({ text: "", sizePx: u, ink: "t3", data: { alert, state } }));
const words = (text: string, ink: Run["ink"], u: number, weight: 400 | 500 | 600 = 400): Run => ({ text, sizePx: TYPE_U.body * u, ink, weight });
/** Hollow, because a machine found it; grey, once it is over. */
const badge = ({ severity, char, holds }: Standard, cy: number, u: number): Mark => ({ kind: "badge", cx: 0.6 * BADGE_U.row * u, cy, heightPx: BADGE_U.row * u, severity, look: holds ? "hollow" : "none", ...(char && { char }) });

/** The standard, or the one place that meets it; 默认阈值 behind it where all of it has room. A place without room stands below, here its city. */
function head(standard: Standard, widthPx: number, size: Size): Run[] {
  const { u } = size;
  const { holds, says, tag, one, cities } = standard;
  const place = one && placed(standard, u);
  const runs: Run[] = !place
    ? [words(says, holds ? "t1" : "t3", u, holds ? 500 : 400)]
    : fits(place, widthPx, size) ? place : [words(cities[0]!.name, holds ? "t1" : "t3", u, holds ? 500 : 400), what(standard, u)];
  const tagged: Run[] = tag ? [...runs, { text: tag, sizePx: u, ink: "t3", gapPx: 0.5 * u }] : runs;
  return fits(tagged, widthPx, size) ? tagged : runs;
}
const what = ({ says, holds }: Standard, u: number): Run => ({ ...words(says, holds ? "t2" : "t3", u), gapPx: TYPE_U.body * u });
function placed(standard: Standard, u: number): Run[] {
  const { holds, one, cities } = standard;
  const found = cities[0]!.places[0]!;
  return [{ ...words(one?.place ?? "", holds ? "t1" : "t3", u, holds ? 500 : 400), data: { alert: found.alert, state: found.state } }, what(standard, u)];
}
function amountOf({ holds, one, count }: Standard, u: number): Run[] {
  if (!one) return [words(count, holds ? "t2" : "t3", u)];
  return [{ ...words(one.value, holds ? "t1" : "t3", u, holds ? 500 : 400), sizePx: TYPE_U.figure * u, family: "num" }, ...(one.unit ? [{ text: `\u2009${one.unit}`, sizePx: u, ink: holds ? ("t2" as const) : ("t3" as const) }] : [])];
}
/** Overdue is no severity: inverse, whatever the level (VISUAL §5). */
function standing({ standing: { text, tone } }: Standard, u: number): Run[] {
  if (tone === "pressing") return [{ ...words(text, "bg", u, 600), box: { fill: "t1", padPx: 0.3 * u } }];
  return [tone === "strong" ? words(text, "t1", u, 500) : words(text, "t3", u)];
}

/** The same in one sentence: the count of each level, and the standard that needs somebody first. */
export function sentence({ levels, standards, none }: AlertsData): string {
  const counts = `系统研判（未发布）：${levels.map(({ severity, figure }) => `${SEVERITY_WORDS[severity].char} ${figure.text}`).join("、")}`;
  const [first] = standards;
  if (!first) return `${counts}；${none}。`;
  const where = first.one ? `${first.one.place}，${first.says} ${first.one.value}${first.one.unit}` : `${first.says} ${first.count}（${first.cities.map(({ name }) => name).join("、")}）`;
  return `${counts}；最要紧：${where}，${first.standing.text}。`;
}
