import type { Severity } from "../../model/words.ts";
import type { Texture } from "../../themes/level.ts";
import { BADGE_U, linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Paint, Run, Size } from "./mark.ts";
import { caption, figureRuns, runsWidth, type Figure } from "./panel-text.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "line-diagram", minU: [50, 10.5], titled: true } as const;

/** How a stretch moves: freely, or by how many classes of its standard it has slowed; nothing moves on a closed one, and of an unknown one nothing is known. */
export type EdgeState = "free" | "slow" | "jam" | "stuck" | "closed" | "unknown";
export interface LineEdge {
  readonly id: string;
  readonly state: EdgeState;
  readonly figure: Figure;
  /** 缓行, 拥堵, 封闭; empty where nothing is to be said. */
  readonly word: string;
  readonly found?: Severity;
}
export interface LineNode {
  readonly id: string;
  readonly name: string;
  /** What stands at the node itself: the gust on a bridge. */
  readonly figure?: Figure;
  readonly found?: Severity;
}
export interface LineAside {
  readonly label: string;
  readonly figure: Figure;
  readonly found?: Severity;
}
export interface LineRow {
  readonly id: string;
  /** G4 and 京港澳高速. */
  readonly code: string;
  readonly name: string;
  readonly nodes: readonly LineNode[];
  /** Between each node and the next; null = no stretch that anybody watches. None at all: the nodes are no line. */
  readonly edges: readonly (LineEdge | null)[];
  /** The longest queue, the poorest sight. */
  readonly asides: readonly LineAside[];
}
export interface LineDiagramData {
  readonly lines: readonly LineRow[];
  /** 另 {n} 条. */
  readonly more: (n: number) => string;
}

const LINE_U = 6;
const MOST_LINE_U = 8;
const MORE_U = 1.6;
const NAME_U = 6.4;
const ASIDE_U = 8.6;
const GAP_U = 1.2;
/** A stretch that nobody watches is drawn shorter. */
const GAP_SHARE = 0.5;
const BAND_U = 0.62;
/** From this width on a stretch bears its number though all is well. */
const NUMBERED_FROM_U = 3.1;
const LOOK: Readonly<Record<EdgeState, { readonly fill?: Paint["fill"]; readonly texture?: Texture; readonly hollow?: true }>> = {
  free: { fill: "hair2" }, slow: { fill: "t1", texture: "sparse" }, jam: { fill: "t1", texture: "dense" }, stuck: { fill: "t1" }, closed: { hollow: true }, unknown: { hollow: true },
};

/** Roads as lines of places: between each two how it moves, by texture, number and word; a standard that was met has the machine's hollow shape. */
export function marks({ lines, more }: LineDiagramData, size: Size): Mark[] {
  const { u, height } = size;
  const all = Math.floor(height / (LINE_U * u) + 0.01);
  const kept = lines.length <= all ? lines.length : Math.max(1, Math.floor((height - MORE_U * u) / (LINE_U * u) + 0.01));
  const rowU = Math.min(MOST_LINE_U, Math.max(LINE_U, (height / u - (kept < lines.length ? MORE_U : 0)) / Math.max(1, kept)));
  const out = lines.slice(0, kept).flatMap((line, i) => lineMarks(line, i * rowU * u, size, i > 0));
  return kept < lines.length ? [...out, caption(more(lines.length - kept), 0, (kept * rowU + 1.1) * u, size, { id: "more" })] : out;
}
function lineMarks(line: LineRow, top: number, size: Size, ruled: boolean): Mark[] {
  const { u, width } = size;
  const out: Mark[] = ruled ? [{ kind: "line", points: [[0, top], [width, top]], stroke: "hair", widthPx: linePx(1, u) }] : [];
  const own = top + 0.35 * u;
  out.push({ kind: "text", id: `${line.id}.code`, text: line.code, sizePx: TYPE_U.row * u, weight: 600, ink: "t1", x: 0, y: own + 2.75 * u });
  const [name] = fitLine([{ text: line.name, sizePx: u, ink: "t3" }], NAME_U * u, size);
  if (name) out.push({ kind: "text", id: `${line.id}.name`, ...name, x: 0, y: own + 4.2 * u });
  const [from, to] = [(NAME_U + GAP_U) * u, width - (line.asides.length > 0 ? (ASIDE_U + GAP_U) * u : 0.6 * u)];
  out.push(...(line.edges.length === 0 ? points(line, own, from, to, size) : stretches(line, own, from, to, size)));
  line.asides.slice(0, 2).forEach(({ label, figure, found }, i) => {
    const left = width - ASIDE_U * u;
    const base = own + (1.15 + i * 2.75) * u;
    const [first] = fitLine([{ text: label, sizePx: u, ink: "t3" }], ASIDE_U * u, size, "middle");
    const runs = figureRuns(figure, TYPE_U.figure * u, u);
    if (first) out.push({ kind: "text", id: `${line.id}.aside-${i}`, ...first, x: left, y: base });
    out.push({ kind: "text", id: `${line.id}.aside-${i}.value`, ...runs[0], tail: runs.slice(1), x: left, y: base + 1.55 * u });
    if (found !== undefined) out.push({ kind: "badge", cx: left + runsWidth(runs, size) + (0.5 + BADGE_U.row / 2) * u, cy: base + 1.05 * u, heightPx: BADGE_U.row * u, severity: found, look: "hollow" });
  });
  return out;
}
function stretches({ id, nodes, edges }: LineRow, top: number, from: number, to: number, size: Size): Mark[] {
  const { u } = size;
  const lengths = edges.map((edge) => (edge ? 1 : GAP_SHARE));
  const [first, last] = [nodes[0], nodes.at(-1)];
  const inset = (node: LineNode | undefined): number => Math.max(0.5 * u, (node ? lineWidth({ text: node.name, sizePx: u, ink: "t2" }, size) : 0) / 2);
  const [left, right] = [from + inset(first), to - inset(last)];
  const unit = (right - left) / Math.max(1, lengths.reduce((sum, length) => sum + length, 0));
  const x: number[] = [left];
  for (const length of lengths) x.push(x.at(-1)! + length * unit);
  const y = top + 2.35 * u;
  const out: Mark[] = [];
  edges.forEach((edge, i) => {
    const [a, b] = [x[i]!, x[i + 1]!];
    const middle = (a + b) / 2;
    if (!edge) {
      out.push({ kind: "line", points: [[a + 0.5 * u, y], [b - 0.5 * u, y]], stroke: "hair2", widthPx: linePx(1.5, u), dash: [0.15 * u, 0.3 * u] });
      return;
    }
    const { hollow, ...fill } = LOOK[edge.state];
    const paint: Paint = hollow ? { stroke: edge.state === "closed" ? "t1" : "t3", widthPx: linePx(1, u), dash: [0.3 * u, 0.2 * u] } : fill;
    out.push({ kind: "rect", x: a + 0.4 * u, y: y - (BAND_U / 2) * u, width: Math.max(0.2 * u, b - a - 0.8 * u), height: BAND_U * u, ...paint, ...(!hollow && edge.state !== "free" && { stroke: "t1", widthPx: linePx(1, u) }) });
    const isCalm = edge.state === "free";
    const isTold = edge.figure.isNumber !== false;
    const runs = figureRuns({ ...edge.figure, unit: "", tag: "" }, TYPE_U.figure * u, u, isCalm ? 400 : 600);
    const wide = runsWidth(runs, size);
    if (isTold && (!isCalm || (b - a >= NUMBERED_FROM_U * u && wide <= b - a - 0.3 * u))) out.push({ kind: "text", id: `${edge.id}.value`, ...runs[0], tail: runs.slice(1), x: middle - wide / 2, y: top + 4.3 * u });
    const word: Run = { text: edge.word, sizePx: u, ink: edge.state === "unknown" ? "t3" : "t1" };
    const words = edge.word !== "" && edge.state !== "free" ? lineWidth(word, size) : 0;
    if (words > 0 && words <= b - a + 0.4 * u) out.push({ kind: "text", id: `${edge.id}.word`, ...word, x: middle, y: top + (isTold ? 5.45 : 4.1) * u, anchor: "middle" });
    if (edge.found !== undefined) {
      const wideNames = (nameWidth(nodes[i]!, size) + nameWidth(nodes[i + 1]!, size)) / 2;
      const fits = b - a - wideNames >= (BADGE_U.row + 0.3) * u;
      const heightPx = (fits ? BADGE_U.row : 0.9) * u;
      out.push({ kind: "badge", cx: middle, cy: fits ? top + 0.85 * u : y, heightPx, severity: edge.found, look: "hollow", ...(!fits && { char: "" }) });
    }
  });
  nodes.forEach((_, i) => out.push({ kind: "circle", cx: x[i]!, cy: y, r: 0.36 * u, fill: "bg", stroke: "t2", widthPx: linePx(2, u) }));
  return [...out, ...names(id, nodes, x, top + 1.2 * u, size)];
}
const nameWidth = ({ name }: LineNode, size: Size): number => lineWidth({ text: name, sizePx: size.u, ink: "t2" }, size);
/** Both ends, and of the others those that have room. */
function names(id: string, nodes: readonly LineNode[], x: readonly number[], y: number, size: Size): Mark[] {
  const { u } = size;
  const kept: { readonly from: number; readonly to: number }[] = [];
  const order = [0, nodes.length - 1, ...nodes.keys()].filter((i, at, all) => nodes[i] && all.indexOf(i) === at);
  return order.flatMap((i): Mark[] => {
    const half = nameWidth(nodes[i]!, size) / 2;
    const span = { from: x[i]! - half - 0.15 * u, to: x[i]! + half + 0.15 * u };
    if (kept.some(({ from, to }) => span.from < to && span.to > from)) return [];
    kept.push(span);
    return [caption(nodes[i]!.name, x[i]!, y, size, { id: `${id}.${nodes[i]!.id}`, anchor: "middle", ink: "t2" })];
  });
}
/** Places with a number each, that lie on no line together. */
function points({ id, nodes }: LineRow, top: number, from: number, to: number, size: Size): Mark[] {
  const { u } = size;
  const most = Math.max(1, Math.min(nodes.length, Math.floor((to - from) / (4.6 * u))));
  const wide = (to - from) / most;
  return nodes.slice(0, most).flatMap(({ id: node, name, figure, found }, i): Mark[] => {
    const left = from + i * wide;
    const [word] = fitLine([{ text: name, sizePx: u, ink: "t2" }], wide - 0.5 * u, size, "middle");
    const runs = fitLine(figure ? figureRuns({ ...figure, unit: "", tag: "" }, TYPE_U.figure * u, u) : [], wide - (found ? 2 : 0.4) * u, size);
    const [value, ...tail] = runs;
    return [
      ...(word ? [{ kind: "text" as const, id: `${id}.${node}`, ...word, x: left, y: top + 1.2 * u }] : []),
      { kind: "line", points: [[left, top + 1.75 * u], [left + wide - 0.6 * u, top + 1.75 * u]], stroke: "hair2", widthPx: linePx(1, u) },
      ...(value ? [{ kind: "text" as const, id: `${id}.${node}.value`, ...value, tail, x: left, y: top + 3.5 * u }] : []),
      ...(found !== undefined ? [{ kind: "badge" as const, cx: left + lineWidth({ text: "", sizePx: u, ink: "t1", tail: runs }, size) + (0.4 + BADGE_U.row / 2) * u, cy: top + 3 * u, heightPx: BADGE_U.row * u, severity: found, look: "hollow" as const }] : []),
    ];
  });
}

/** Of each line what does not move freely; what all is well with is one clause. */
export function sentence({ lines }: LineDiagramData): string {
  const said = lines.map(({ code, nodes, edges, asides }) => {
    const slow = edges.flatMap((edge, i) => (edge && edge.state !== "free" && edge.state !== "unknown" ? [`${nodes[i]!.name}—${nodes[i + 1]!.name} ${edge.word}${edge.figure.isNumber === false ? "" : ` ${edge.figure.text}${edge.figure.unit ? ` ${edge.figure.unit}` : ""}`}`] : []));
    const unknown = edges.filter((edge) => edge?.state === "unknown").length;
    const at = nodes.flatMap(({ name, figure, found }) => (figure && found !== undefined ? [`${name} ${figure.text}${figure.unit ? ` ${figure.unit}` : ""}`] : []));
    const met = asides.filter(({ found }) => found !== undefined).map(({ label, figure }) => `${label} ${figure.text} ${figure.unit ?? ""}`.trim());
    const known = edges.length - unknown - edges.filter((edge) => edge === null).length;
    const all = [...slow, ...at, ...met];
    return { code, text: all.length > 0 ? all.join("、") : "", unknown, known, isLine: edges.length > 0 };
  });
  const told = said.map(({ code, text, unknown, known, isLine }) => `${code}：${text || (isLine && known === 0 ? "没有数" : isLine ? "畅通" : "未达限值")}${unknown > 0 && known > 0 ? `，${unknown} 段无数` : ""}`);
  return told.length > 0 ? `${told.join("；")}。` : "没有线路。";
}
export const brief = (data: LineDiagramData): string => sentence({ ...data, lines: data.lines.slice(0, 2) });
