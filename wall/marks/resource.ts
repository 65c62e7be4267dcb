import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { caption, figureInk, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { rowMarks, rowsThatFit, type Column } from "./rows.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "resource", minU: [28, 11], titled: true } as const;

export interface ResourceData {
  /** Teams that can leave at once, and units that are out. */
  readonly ready: { readonly word: string; readonly figure: Figure };
  readonly out: readonly { readonly id: string; readonly word: string; readonly count: number; readonly figure: Figure }[];
  /** Places with units out first, the most first; then by what is ready, the least first. */
  readonly rows: readonly ResourceRow[];
  /** Over the columns: 市, 可用, 出动, 单位. */
  readonly headings: readonly [place: string, ready: string, out: string, units: string];
  readonly more: (n: number) => string;
}
export interface ResourceRow {
  readonly id: string;
  readonly name: string;
  readonly ready: Figure;
  readonly out: number;
  /** 雷州市三防办 到场, the one that presses first. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly state: string; readonly isLate: boolean }[];
}
const HEAD_U = 3.1;
const TITLES_U = 1.5;
const ROW_U = 2.2;
const MOST_ROW_U = 2.6;
const MORE_U = 1.4;
const NAME_U = 3.4;
const COUNT_U = 3.2;

/** What could be sent and what is out: each place with its teams, and the units that work there with how far they are. */
export function marks(data: ResourceData, size: Size): Mark[] {
  const { u, width, height } = size;
  const { rows, headings, more } = data;
  const out = head(data, size);
  const room = height - (HEAD_U + TITLES_U) * u;
  const fit = rowsThatFit(rows.length, room, ROW_U * u, MORE_U * u);
  const rowU = Math.max(ROW_U, Math.min(MOST_ROW_U, (room - (fit < rows.length ? MORE_U * u : 0)) / u / Math.max(1, fit)));
  const shown = rows.slice(0, fit);
  const readyU = Math.max(COUNT_U, ...shown.map(({ ready }) => runsWidth(figureRuns({ ...ready, unit: "", tag: "" }, TYPE_U.figure * u, u), size) / u));
  const columns: Column[] = [{ widthU: NAME_U, cut: "middle" }, { widthU: readyU, align: "end" }, { widthU: COUNT_U, align: "end" }, { cut: "middle" }];
  const small = (text: string): Run[] => [{ text, sizePx: u, ink: "t3" }];
  const unitsPx = width - (NAME_U + readyU + COUNT_U + 3 * GAP_U) * u;
  out.push(...rowMarks(columns, [{ id: "head", cells: headings.map(small) }], size, { rowU: TITLES_U, top: HEAD_U * u, gapU: GAP_U }));
  out.push(...rowMarks(columns, shown.map((row) => ({
    id: row.id, cells: [
      [{ text: row.name, sizePx: TYPE_U.body * u, weight: row.out > 0 ? (600 as const) : (400 as const), ink: row.out > 0 ? ("t1" as const) : ("t2" as const) }],
      figureRuns({ ...row.ready, unit: "", tag: "" }, TYPE_U.figure * u, u),
      [{ text: String(row.out), sizePx: TYPE_U.figure * u, weight: 500, family: "num" as const, ink: row.out === 0 ? ("t3" as const) : ("t1" as const) }],
      unitRuns(row, unitsPx, size),
    ],
  })), size, { rowU, top: (HEAD_U + TITLES_U) * u, gapU: GAP_U }));
  if (fit < rows.length) out.push(caption(more(rows.length - fit), 0, (HEAD_U + TITLES_U + fit * rowU + 1.1) * u, size, { id: "more" }));
  return out;
}
const GAP_U = 0.7;
function head({ ready, out: states }: ResourceData, size: Size): Mark[] {
  const { u, width } = size;
  const baseline = 2.1 * u;
  const [value, ...unit] = figureRuns(ready.figure, TYPE_U.value * u, u);
  const line = { kind: "text", id: "ready", text: ready.word, sizePx: TYPE_U.body * u, ink: "t2", tail: [{ ...value, gapPx: 0.4 * u }, ...unit], x: 0, y: baseline } as const;
  const words = states.flatMap(({ word, count, figure }, i): Run[] => [
    { text: word, sizePx: TYPE_U.body * u, ink: "t2", gapPx: i === 0 ? 0 : 0.9 * u },
    { ...figureRuns(figure, TYPE_U.figure * u, u)[0], ink: count === 0 ? "t3" : figureInk(figure), gapPx: 0.3 * u },
  ]);
  const [first, ...tail] = words;
  if (!first || lineWidth(line, size) + u + lineWidth({ ...first, tail }, size) > width) return [line];
  return [line, { kind: "text", id: "out", ...first, tail, x: width, y: baseline, anchor: "end" }];
}
/** As many units as have room, each whole with its state; the rest is counted. */
function unitRuns({ units }: ResourceRow, widthPx: number, size: Size): Run[] {
  const { u } = size;
  const of = ({ name, state, isLate }: ResourceRow["units"][number], isFirst: boolean): Run[] => [
    { text: name, sizePx: TYPE_U.body * u, ink: "t1", gapPx: isFirst ? 0 : 0.8 * u },
    isLate ? { text: state, sizePx: u, weight: 600, ink: "bg", gapPx: 0.3 * u, box: { fill: "t1", padPx: 0.2 * u } } : { text: state, sizePx: u, ink: "t2", gapPx: 0.3 * u },
  ];
  const rest = (n: number): Run[] => (n > 0 ? [{ text: `+${n}`, sizePx: TYPE_U.figure * u, ink: "t2", family: "num", gapPx: 0.6 * u }] : []);
  for (let kept = units.length; kept > 0; kept--) {
    const runs = [...units.slice(0, kept).flatMap((unit, i) => of(unit, i === 0)), ...rest(units.length - kept)];
    if (kept === 1 || lineWidth({ text: "", sizePx: u, ink: "t1", tail: runs }, size) <= widthPx) return kept === 1 ? oneUnit(units, of(units[0]!, true), rest(units.length - 1), widthPx, size) : runs;
  }
  return [];
}
/** A single unit loses the middle of its name before it loses its state. */
function oneUnit(units: ResourceRow["units"], [name, state]: Run[], rest: Run[], widthPx: number, size: Size): Run[] {
  const { u } = size;
  const left = widthPx - lineWidth({ text: "", sizePx: u, ink: "t1", tail: [state!, ...rest] }, size);
  let text = name!.text;
  while (text.length > 3 && lineWidth({ ...name!, text }, size) > left) text = shorter(text);
  return lineWidth({ ...name!, text }, size) > left ? [{ text: `${units.length}`, sizePx: TYPE_U.figure * u, ink: "t3", family: "num" }] : [{ ...name!, text }, state!, ...rest];
}
function shorter(text: string): string {
  const plain = text.replace("…", "");
  const head = Math.ceil((plain.length - 1) / 2);
  return `${plain.slice(0, head)}…${plain.slice(plain.length - (plain.length - 1 - head))}`;
}
/** How many teams are ready, how many units are out, and where most of them are. */
export function sentence({ ready, out, rows }: ResourceData, most = 3): string {
  const busy = rows.filter((row) => row.out > 0);
  return `队伍物资：${ready.word} ${ready.figure.prefix ?? ""}${ready.figure.text}${ready.figure.unit ? ` ${ready.figure.unit}` : ""}${out.map(({ word, figure }) => `，${word} ${figure.text}`).join("")}${busy.length > 0 ? `；${busy.slice(0, most).map((row) => `${row.name} ${row.out}`).join("、")}` : ""}。`;
}
