import type { Ink } from "../../themes/ink.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size, Truth } from "./mark.ts";
import { moved } from "./moved.ts";
import { figureRuns, type Figure } from "./panel-text.ts";
import { rowMarks, type CellRoom, type Column, type Row } from "./rows.ts";
import { fitLine, lineWidth, wrap } from "./words.ts";

export const spec = { kind: "storm-now", minU: [28, 15], mostU: 20, titled: true } as const;

/** Words in a line; `truth` where they are a number. */
export interface Said {
  readonly text: string;
  /** Old: nobody knows whether it is still so. */
  readonly tone?: "strong" | "notActual" | "old";
  readonly truth?: Truth;
  /** Said aloud by another panel of every scene that this one is in: by the headline, or by the line of time. */
  readonly again?: boolean;
}
export interface StormNowData {
  /** What happens next: 10级风到 茂名 电白（外推）. */
  readonly lead: { readonly text: string; readonly tone?: "notActual" };
  /** How long until then, or how many are inside: [3, 时], [05, 分]. One number with one truth. */
  readonly hero?: { readonly parts: readonly (readonly [number: string, unit: string])[]; readonly truth?: Truth; readonly old?: boolean };
  readonly under: readonly (readonly Said[])[];
  readonly facts: readonly StormFactRow[];
}
export interface StormFactRow {
  readonly id: string;
  readonly label: string;
  /** In large type; a number with its truth, or a word. */
  readonly main: readonly Figure[];
  readonly right?: readonly (Said | Figure)[];
  /** 外推 or 插值, in a dashed box at the right. */
  readonly tag?: string;
}
const LEFT_SHARE = 0.435;
const GAP_U = 1.2;
/** A row, and how far it grows where there is room. */
const ROW_U = 2.1;
const MOST_ROW_U = 2.8;
const LINE_U = 1.62;
/** Below this width what is known of the storm stands under the countdown, two facts in a row. */
const NARROW_BELOW_U = 34;
const LABEL_U = 3.2;
const LABEL_GAP_U = 0.6;
const PAIR_GAP_U = 1;
const INK: Readonly<Record<NonNullable<Said["tone"]>, Ink>> = { strong: "t1", notActual: "w1", old: "t3" };

/** The countdown, and what is known of the storm beside or below it, each fact on a hairline; lines without room are left out from the end. */
export function marks(data: StormNowData, size: Size): Mark[] {
  const { u, width, height } = size;
  if (width < NARROW_BELOW_U * u) return stacked(data, size);
  const left = Math.max(LEFT_SHARE * (width - GAP_U * u), heroWidth(data, size));
  const right = width - left - GAP_U * u;
  const count = countdown(data, { ...size, width: left });
  const { lines } = underLines(data, count.bottom, height, { ...size, width: left });
  const rows = ownRows(data.facts, right, size);
  const facts = rows.map((row): Row => ({ id: row.id, cells: [factCell(row, labelPx(rows, size), size)] }));
  return [...count.marks, ...lines, ...moved(factRows([{}], facts, 0, { ...size, width: right }), left + GAP_U * u, 0)];
}
function stacked(data: StormNowData, size: Size): Mark[] {
  const { u, width, height } = size;
  const count = countdown(data, size);
  const rows = inPairs(data.facts, (width - PAIR_GAP_U * u) / 2, size);
  const gap = 0.6 * u;
  // First of all when it comes; then what is known of it; the rest of what was to be said where there is still room.
  const wanted = Math.max(1, Math.floor((height - count.bottom - gap - rows.length * ROW_U * u) / (LINE_U * u) + 0.01));
  const { lines, bottom } = underLines({ under: data.under.slice(0, wanted) }, count.bottom, height, size);
  return [...count.marks, ...lines, ...rows.length > 0 ? placedRows(rows, bottom + gap, size) : []];
}
/** Two facts in a row; one that needs more than half of it has a row of its own. */
function inPairs(facts: readonly StormFactRow[], halfPx: number, size: Size): StormFactRow[][] {
  const rows: StormFactRow[][] = [];
  let open = false;
  for (const fact of facts) {
    const half = factWidth(fact, labelPx(facts, size), size) <= halfPx;
    if (half && open) rows.at(-1)!.push(fact);
    else rows.push([fact]);
    open = half && !open;
  }
  return rows;
}
const placedRows = (rows: readonly (readonly StormFactRow[])[], top: number, size: Size): Mark[] => {
  const label = labelPx(rows.flat(), size);
  const cells = rows.map(([a, b]): Row => ({ id: a!.id, cells: b ? [factCell(a!, label, size), factCell(b, label, size)] : [factCell(a!, label, size)] }));
  const rowU = rowIn(rows.length, size.height - top, size.u);
  return cells.slice(0, most(size.height - top, size.u)).flatMap((row, i) => rowMarks(row.cells.map(() => ({})), [row], size, { rowU, top: top + i * rowU * size.u, gapU: PAIR_GAP_U }));
};
const factRows = (columns: readonly Column[], rows: readonly Row[], top: number, size: Size): Mark[] =>
  rowMarks(columns, rows.slice(0, most(size.height - top, size.u)), size, { rowU: rowIn(rows.length, size.height - top, size.u), top });
const most = (heightPx: number, u: number): number => Math.max(0, Math.floor(heightPx / (ROW_U * u) + 0.01));
const rowIn = (count: number, heightPx: number, u: number): number => Math.min(MOST_ROW_U, Math.max(ROW_U, heightPx / u / Math.max(1, count)));
const heroRuns = ({ hero }: Pick<StormNowData, "hero">, u: number): Run[] => {
  if (!hero) return [];
  const sizePx = TYPE_U.hero * u;
  const ink = hero.old ? "t3" : hero.truth?.quality === "extrapolated" ? "w1" : "t1";
  const of = hero.truth ? { truth: hero.truth } : {};
  return hero.parts.flatMap(([number, unit]): Run[] => [
    { text: number, sizePx, weight: 500, ink, family: "num", ...of },
    { text: unit, sizePx: sizePx * 0.42, weight: 500, ink, gapPx: 0.1 * u, ...of },
  ]);
};
const heroWidth = (data: StormNowData, size: Size): number => lineWidth({ text: "", sizePx: size.u, ink: "t1", tail: heroRuns(data, size.u) }, size);

function countdown(data: StormNowData, size: Size): { readonly marks: Mark[]; readonly bottom: number } {
  const { u, width } = size;
  const { lead } = data;
  const body = TYPE_U.body * u;
  const lines = leadLines(lead.text, width, size);
  const out: Mark[] = lines.map((text, i): Mark => ({ kind: "text", id: `lead-${i}`, x: 0, y: (1.45 + i * 1.45) * u, text, sizePx: body, ink: lead.tone === "notActual" ? "w1" : "t1" }));
  let y = (0.4 + lines.length * 1.45) * u;
  const [first, ...tail] = heroRuns(data, u);
  if (first) {
    y += 0.65 * u + 0.74 * first.sizePx;
    out.push({ kind: "text", id: "hero", ...first, tail, x: 0, y });
    y += 0.55 * u;
  }
  return { marks: out, bottom: y };
}
/** What is said in brackets behind a place stays together. */
function leadLines(text: string, widthPx: number, size: Size): string[] {
  const sizePx = TYPE_U.body * size.u;
  const lines = wrap(text, widthPx, sizePx, 400, size, 2);
  const [head = "", tail] = text.split(/(?=（)/);
  return lines.length > 1 && tail && wrap(head, widthPx, sizePx, 400, size).length === 1 ? [head, tail] : lines;
}
function underLines({ under }: Pick<StormNowData, "under">, top: number, height: number, size: Size): { readonly lines: Mark[]; readonly bottom: number } {
  const { u, width } = size;
  const lines: Mark[] = [];
  let y = top;
  const left = (): number => Math.floor((height - y - 0.25 * u) / (LINE_U * u) + 0.01);
  const spare = left() - under.length;
  for (const [i, line] of under.flatMap((said) => inLines(said, width, spare > 0 ? 2 : 1, size)).entries()) {
    if (left() < 1) break;
    y += LINE_U * u;
    const [first, ...tail] = withNumber(line.map((said) => saidRun(said, u)), width, size);
    if (first) lines.push({ kind: "text", id: `under-${i}`, ...first, tail, x: 0, y });
  }
  return { lines, bottom: y };
}
/** Words alone may take a second line where there is room for it. */
function inLines(line: readonly Said[], widthPx: number, most: number, size: Size): (readonly Said[])[] {
  const [only, ...more] = line;
  if (!only || more.length > 0 || only.truth) return [line];
  return wrap(only.text, widthPx, TYPE_U.body * size.u, 400, size, most).map((text) => [{ ...only, text }]);
}
/** The words before a number are shortened, in the middle of a name; the number stays whole. */
function withNumber(runs: readonly Run[], widthPx: number, size: Size): Run[] {
  const numbers = runs.filter(({ truth }) => truth);
  const room = widthPx - lineWidth({ text: "", sizePx: size.u, ink: "t1", tail: numbers }, size);
  return [...fitLine(runs.filter(({ truth }) => !truth), room, size, numbers.length > 0 ? "middle" : "end"), ...numbers];
}
const saidRun = ({ text, tone, truth }: Said, u: number): Run => ({ text, sizePx: (truth ? TYPE_U.figure : TYPE_U.body) * u, ink: truth?.state === "stale" ? "t3" : tone ? INK[tone] : "t2", ...(truth && { truth, family: "num" as const }) });
const isFigure = (part: Said | Figure): part is Figure => !("tone" in part) && ("unit" in part || "isNumber" in part);

/** One width for all labels, so that what follows them stands in one column; English words are longer than Chinese ones. */
const labelPx = (facts: readonly Pick<StormFactRow, "label">[], size: Size): number =>
  Math.max(LABEL_U * size.u, ...facts.map(({ label }) => lineWidth({ text: label, sizePx: TYPE_U.body * size.u, ink: "t3" }, size)));
const factWidth = (row: StormFactRow, label: number, size: Size): number => {
  const { u } = size;
  return label + (LABEL_GAP_U + 0.4) * u + lineWidth({ text: "", sizePx: u, ink: "t1", tail: [...mainRuns(row, u), ...endRuns(row, u)] }, size);
};
/** A fact whose two values have no room side by side becomes two: its second one stands under its own word. */
const ownRows = (facts: readonly StormFactRow[], widthPx: number, size: Size): StormFactRow[] =>
  facts.flatMap((row): StormFactRow[] => {
    if (factWidth(row, labelPx(facts, size), size) <= widthPx) return [row];
    const { right = [], tag: _, ...own } = row;
    const figures = right.filter(isFigure);
    const label = right.flatMap((part) => (isFigure(part) ? [] : [part.text])).join("") || row.label;
    return [own, ...(figures.length > 0 ? [{ id: `${row.id}.2`, label, main: figures }] : [])];
  });
const mainRuns = ({ main }: StormFactRow, u: number): Run[] =>
  main.flatMap((figure, i): Run[] => {
    const [value, ...unit] = figureRuns({ ...figure, tag: "" }, TYPE_U.figure * u, u);
    return [i > 0 ? { ...value, gapPx: 0.7 * u } : value, ...unit];
  });
const endRuns = ({ right = [], tag }: StormFactRow, u: number): Run[] =>
  tag
    ? [{ text: tag, sizePx: u, ink: "w1", box: { stroke: "w2", dashed: true, padPx: 0.4 * u } }]
    : right.flatMap((part, i): Run[] => {
        const [lead, ...rest] = isFigure(part) ? figureRuns(part, TYPE_U.figure * u, u, 400) : [saidRun(part, u)];
        return [i > 0 ? { ...lead!, gapPx: 0.35 * u } : lead!, ...rest];
      });

const factCell = (row: StormFactRow, labelWide: number, { u }: Size) => ({ x, width, baseline }: CellRoom): Mark[] => {
  const { id, label } = row;
  const [first, ...tail] = mainRuns(row, u);
  const [end, ...more] = endRuns(row, u);
  const out: Mark[] = label ? [{ kind: "text", id: `${id}.label`, text: label, sizePx: TYPE_U.body * u, ink: "t3", x, y: baseline }] : [];
  if (first) out.push({ kind: "text", id: `${id}.main`, ...first, tail, x: x + labelWide + LABEL_GAP_U * u, y: baseline });
  if (end) out.push({ kind: "text", id: `${id}.right`, ...end, tail: more, x: x + width, y: baseline, anchor: "end" });
  return out;
};

/** The same in one sentence. */
export function sentence({ lead, hero, under, facts: rows }: StormNowData): string {
  const count = hero ? `，${hero.parts.map(([number, unit]) => `${number}${unit}`).join("")}` : "";
  const known = rows.map(({ label, main }) => `${label} ${main.map((f) => `${f.prefix ?? ""}${f.text}${f.unit ?? ""}`).join(" ")}`);
  return `${lead.text}${count}；${[...under.filter((line) => !line.some(({ again }) => again)).map((line) => line.map(({ text }) => text).join("")), ...known].join("；")}。`;
}
/** What comes next, and of the storm itself how strong it is. */
export const brief = (data: StormNowData): string => sentence({ ...data, facts: data.facts.filter(({ id }) => id === "grade" || id === "wind") });
