import { scaleLinear, type ScaleLinear } from "d3";
import { grouped } from "../../model/numerals.ts";
import type { Severity } from "../../model/words.ts";
import { BADGE_U, LINE, linePx, TYPE_U } from "../../themes/scale.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { Ink } from "../../themes/ink.ts";
import type { Mark, Paint, Point, Run, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { caption, figureInk, figureRuns, type Figure } from "./panel-text.ts";
import { spread } from "./spread.ts";
import { fitLine, lineWidth } from "./words.ts";

export const spec = { kind: "profile", minU: [76, 24], titled: true } as const;

/** A gauge: everything in m above the same zero, `null` = not known. */
export interface ProfileStation {
  readonly id: string;
  readonly name: string;
  /** Way along the river, downstream. */
  readonly km: number;
  readonly warningM: number;
  readonly guaranteedM: number | null;
  readonly lowM: number | null;
  readonly stageM: number | null;
  /** The stage itself, and what it is from the warning stage. */
  readonly stage: Figure;
  readonly over: Figure;
  readonly flow?: Figure;
  /** Highest of this day, where it was higher than now. */
  readonly peakM?: number;
  readonly peak?: Figure;
  /** A standard that was met, as found by machine. */
  readonly found?: Severity;
}
/** A reservoir, or the mouth of a tributary that one stands on. */
export interface ProfileReservoir {
  readonly id: string;
  readonly name: string;
  readonly km: number;
  /** Set when it stands on a tributary that joins here: 武江. */
  readonly tributary?: string;
  readonly limitM: number;
  readonly levelM: number | null;
  readonly over: Figure;
  readonly found?: Severity;
}
export interface ProfileRiver {
  readonly name: string;
  readonly stations: readonly ProfileStation[];
  readonly reservoirs: readonly ProfileReservoir[];
}
export interface ProfileData {
  /** One river: in its fall. Several: each by how far it is from its warning stages. */
  readonly rivers: readonly ProfileRiver[];
  /** Where there is room the first of several stands in its fall above the others. */
  readonly leads?: boolean;
  readonly words: {
    /** 距警戒, 超警, 距汛限, 超汛限. */
    readonly below: string; readonly above: string; readonly belowLimit: string; readonly aboveLimit: string;
    /** 今日峰. */
    readonly peak: string;
    /** Names of lines: 警戒, 保证, 汛限. */
    readonly warning: string; readonly guaranteed: string; readonly limit: string;
    /** 枯水 at the lower edge of the water. */
    readonly low: string;
  };
}

const AXIS_U = { left: 3.4, bottom: 1.7 } as const;
/** Names of rivers that join, above the axis. */
const MOUTHS_U = 2.7;
/** How far each is from its datum, drawn to a scale of its own: where there is room. */
const DATUM_U = { height: 6.5, from: 29 } as const;
const TICK_U = 1.5;
const BETWEEN_U = { across: 2.5, down: 1.2 } as const;
/** Rivers under each other are as high at least. */
const ROW_U = 9.5;
/** A river in its fall above others: from this height on, with its name above it; the others in one row below. */
const LEAD_U = { from: 38, head: 1.9, others: 12.5, narrowest: 23 } as const;
const WIDE_FLOW_U = 14;
const PEAK_FROM_U = 27;

/** Rivers along their way, with what stands at each gauge and reservoir against the limits that are its own. */
export function marks({ rivers, words, leads = false }: ProfileData, size: Size): Mark[] {
  const { u } = size;
  if (rivers.length === 1) return fall(rivers[0]!, words, size, size.height >= DATUM_U.from * u);
  const [lead, ...others] = rivers;
  const narrow = (size.width - (others.length - 1) * BETWEEN_U.across * u) / Math.max(1, others.length);
  if (leads && lead && size.height >= LEAD_U.from * u && narrow >= LEAD_U.narrowest * u) return ledBy(lead, others, words, size);
  const single = size.height >= (rivers.length * (ROW_U + 2.5) - BETWEEN_U.down) * u;
  const [columns, rows] = single ? [1, rivers.length] : [2, Math.ceil(rivers.length / 2)];
  const [width, height] = [(size.width - (columns - 1) * BETWEEN_U.across * u) / columns, (size.height - (rows - 1) * BETWEEN_U.down * u) / rows];
  return rivers.flatMap((river, i) => moved(small(river, words, { ...size, width, height }), (i % columns) * (width + BETWEEN_U.across * u), Math.floor(i / columns) * (height + BETWEEN_U.down * u)));
}
/** One river large, the others in a row below it: what a low reservoir or a gauge of theirs is from its datum still stands there. */
function ledBy(lead: ProfileRiver, others: readonly ProfileRiver[], words: Words, size: Size): Mark[] {
  const { u } = size;
  const [top, below] = [LEAD_U.head * u, size.height - LEAD_U.others * u];
  const width = (size.width - (others.length - 1) * BETWEEN_U.across * u) / others.length;
  return [
    { kind: "text", id: `${lead.name}.head`, text: lead.name, sizePx: TYPE_U.title * u, weight: 600, ink: "t1", x: 0, y: 1.25 * u },
    ...moved(fall(lead, words, { ...size, height: below - top - BETWEEN_U.down * u }, false), 0, top),
    ...others.flatMap((river, i) => moved(small(river, words, { ...size, width, height: LEAD_U.others * u }), i * (width + BETWEEN_U.across * u), below)),
  ];
}
type Scale = ScaleLinear<number, number>;
type Words = ProfileData["words"];

function fall({ stations, reservoirs }: ProfileRiver, words: Words, size: Size, withDatum: boolean): Mark[] {
  const { u, width, height } = size;
  const heightU = height / u;
  const withPeaks = heightU >= PEAK_FROM_U;
  const floor = height - AXIS_U.bottom * u;
  const mouths = reservoirs.some(({ tributary }) => tributary);
  const datumTop = floor - (withDatum ? DATUM_U.height * u : 0);
  const ground = datumTop - (mouths ? MOUTHS_U * u : 0.4 * u) - (withDatum ? 0.6 * u : 0);
  const kms = [...stations, ...reservoirs].map(({ km }) => km);
  const x = scaleLinear([Math.min(0, ...kms), Math.max(1, ...kms)], [(AXIS_U.left + 0.8) * u, width - 0.8 * u]);
  const highs = stations.flatMap(({ warningM, guaranteedM, stageM, peakM }) => [warningM, guaranteedM, stageM, peakM]).concat(reservoirs.filter(onRiver).flatMap(({ limitM, levelM }) => [limitM, levelM]));
  const lows = stations.flatMap(({ lowM, stageM, warningM }) => [lowM, stageM, warningM]);
  const known = (all: readonly (number | null | undefined)[]): number[] => all.filter((v): v is number => v != null);
  const blocksOf = (withFlow: boolean): Block[] => [...stations.map((station) => blockOf(stationLines(station, words, withPeaks, withFlow, u), station.found, x(station.km), size)), ...reservoirs.filter(onRiver).map((each) => blockOf(reservoirLines(each, words, u), each.found, x(each.km), size))].sort((a, b) => b.at - a.at);
  const wide = width / u / (stations.length + 1) >= WIDE_FLOW_U ? [blocksOf(true)] : [];
  const written = [...wide, blocksOf(false)];
  // The highest gauge has room for its words above it.
  const y = scaleLinear([Math.min(0, ...known(lows)), Math.max(1, ...known(highs))], [ground, Math.max(...written[0]!.map(({ high }) => high)) + 1.3 * u]);
  const out: Mark[] = [];
  for (const tick of y.ticks(Math.max(2, Math.floor((ground - y.range()[1]!) / (2.6 * u))))) {
    if (tick < y.domain()[0]! || tick > y.domain()[1]!) continue;
    out.push({ kind: "line", points: [[AXIS_U.left * u, y(tick)], [width, y(tick)]], stroke: "hair", widthPx: linePx(1, u) });
    out.push(caption(`${grouped(tick, 0)}`, (AXIS_U.left - 0.5) * u, y(tick), size, { anchor: "end", baseline: "middle", family: "num", role: "axis" }));
  }
  out.push(...water(stations, reservoirs.filter(onRiver), x, y, ground, u));
  out.push(...limits(stations, reservoirs.filter(onRiver), x, y, u));
  for (const reservoir of reservoirs.filter(onRiver)) out.push(...dam(reservoir, x, y, ground, u));
  const tops = profileTop(stations, reservoirs.filter(onRiver), x, y);
  const tried = written.map((blocks) => ({ blocks, spots: placed(blocks, tops, size) }));
  // What flows is told where that costs no gauge its name.
  const named = tried.map(({ spots }) => spots.filter((spot) => spot).length);
  const { blocks, spots } = tried[named.indexOf(Math.max(...named))]!;
  spots.forEach((spot, i) => (spot ? out.push(...blockMarks(blocks[i]!, spot, size)) : 0));
  for (const station of stations) out.push(...gauge(station, x(station.km), y, ground, u));
  if (withDatum) out.push(...datums(stations, reservoirs, words, x, { top: datumTop, height: DATUM_U.height * u }, size));
  out.push(...kmAxis(x, floor, size));
  if (mouths) out.push(...joins(reservoirs.filter((each) => !onRiver(each)), words, x, ground + (MOUTHS_U - 1) * u, size));
  return out;
}
const onRiver = ({ tributary }: ProfileReservoir): boolean => tributary === undefined;

/**
 * Water between low water and the stage that was read, darker what is there at low water, too; between two gauges a line, and none to a
 * gauge that tells nothing. The bed is not known: the ground of the picture is none.
 */
function water(stations: readonly ProfileStation[], dams: readonly ProfileReservoir[], x: Scale, y: Scale, ground: number, u: number): Mark[] {
  const out: Mark[] = [];
  const ordered = stations.toSorted((a, b) => a.km - b.km);
  for (const [i, from] of ordered.entries()) {
    const to = ordered[i + 1];
    if (!to) continue;
    const drawn = (surface: readonly Point[], bottom: readonly Point[], worth: Worth): void => {
      if (bottom.length > 0) out.push({ kind: "area", rings: [[...bottom, [bottom.at(-1)![0], ground], [bottom[0]![0], ground]]], fill: WATER[worth].deep }, { kind: "area", rings: [[...surface, ...bottom]], fill: WATER[worth].fill });
      out.push({ kind: "line", points: surface, ...surfacePaint(worth, u), cap: "round" });
    };
    const dam = dams.find(({ km }) => km > from.km && km < to.km);
    // Water below the stated low water has no foot of its own.
    const foot = ({ lowM, stageM }: ProfileStation): number => Math.min(lowM ?? Infinity, stageM ?? Infinity);
    const bed: Point[] = from.lowM === null || to.lowM === null ? [] : [[x(to.km), y(foot(to))], [x(from.km), y(foot(from))]];
    if (!dam) {
      if (from.stageM !== null && to.stageM !== null) drawn([[x(from.km), y(from.stageM)], [x(to.km), y(to.stageM)]], bed, worthOf(from.over, to.over));
    } else {
      // Below it no surface is known; it is no lower than low water at the next gauge.
      if (to.stageM !== null && to.lowM !== null) out.push({ kind: "area", rings: [[[x(dam.km), y(foot(to))], [x(to.km), y(foot(to))], [x(to.km), ground], [x(dam.km), ground]]], fill: WATER[worthOf(to.over)].deep });
      if (from.stageM !== null && dam.levelM !== null)
        // Behind a dam the water stands as the reservoir's own gauge says; what stands at its foot is told by the next gauge alone.
        drawn([[x(from.km), y(from.stageM)], [x(dam.km), y(dam.levelM)]], bed.length === 0 ? [] : [[x(dam.km), y(Math.min(dam.levelM, between(from, to, dam.km)))], [x(from.km), y(foot(from))]], worthOf(from.over, dam.over));
    }
  }
  return out;
}
type Worth = "seen" | "old" | "notActual";
/** A line between two is worth no more than either. */
function worthOf(...figures: readonly Figure[]): Worth {
  const inks = figures.map(figureInk);
  return inks.includes("t3") ? "old" : inks.includes("w1") ? "notActual" : "seen";
}
const WATER = { seen: { fill: "c2", deep: "c1", line: "obs" }, old: { fill: "band", deep: "raise", line: "t3" }, notActual: { fill: "w3", deep: "w3", line: "w1" } } as const satisfies Readonly<Record<Worth, { readonly fill: Ink; readonly deep: Ink; readonly line: Ink }>>;
const surfacePaint = (worth: Worth, u: number): Paint => ({ stroke: WATER[worth].line, widthPx: LINE.dataU * u, ...(worth === "notActual" && { dash: [0.5 * u, 0.3 * u] }) });
/** What nobody has observed is hollow (VISUAL §1). */
const dotPaint = (over: Figure, u: number): Paint => {
  const worth = worthOf(over);
  return worth === "notActual" ? { fill: "bg", stroke: "w1", widthPx: linePx(2, u) } : { fill: WATER[worth].line, stroke: "bg", widthPx: linePx(2, u) };
};
const between = (from: ProfileStation, to: ProfileStation, km: number): number => from.lowM! + ((to.lowM! - from.lowM!) * (km - from.km)) / (to.km - from.km);

/** Warning a single line, guaranteed a double one (VISUAL §5): neutral, because neither is a colour. */
function limits(stations: readonly ProfileStation[], dams: readonly ProfileReservoir[], x: Scale, y: Scale, u: number): Mark[] {
  const ordered = stations.toSorted((a, b) => a.km - b.km);
  // No warning stage falls through a dam.
  const path = ordered.slice(1).flatMap((to, i): Mark[] => {
    const from = ordered[i]!;
    return dams.some(({ km }) => km > from.km && km < to.km) ? [] : [{ kind: "line", points: [[x(from.km), y(from.warningM)], [x(to.km), y(to.warningM)]], stroke: "hair2", widthPx: linePx(1, u), dash: [0.25 * u, 0.25 * u] }];
  });
  return [...path, ...ordered.flatMap((station) => ticks(x(station.km), y(station.warningM), station.guaranteedM === null ? null : y(station.guaranteedM), u))];
}
function ticks(at: number, warning: number, guaranteed: number | null, u: number): Mark[] {
  const tick = (dy: number): Mark => ({ kind: "line", points: [[at - TICK_U * u * 0.6, dy], [at + TICK_U * u * 0.6, dy]], stroke: "t1", widthPx: linePx(2, u) });
  const gap = 0.12 * u;
  // Where both would be one stroke they keep apart: the double line stays a double line.
  const twice = guaranteed === null ? [] : [Math.min(guaranteed, warning - 0.3 * u) - gap, Math.min(guaranteed, warning - 0.3 * u) + gap];
  return [warning, ...twice].map(tick);
}
/** The upper edge of everything that is drawn along the way, so that words stand above it. */
function profileTop(stations: readonly ProfileStation[], dams: readonly ProfileReservoir[], x: Scale, y: Scale): readonly Point[] {
  return [...stations.map(({ km, warningM, guaranteedM, stageM, peakM }): Point => [x(km), y(Math.max(guaranteedM ?? warningM, stageM ?? -Infinity, peakM ?? -Infinity))]), ...dams.map(({ km, limitM, levelM }): Point => [x(km), y(Math.max(limitM, levelM ?? -Infinity))])].sort((a, b) => a[0] - b[0]);
}
function highestWithin(tops: readonly Point[], from: number, to: number): number {
  const at = (px: number): number => {
    const after = tops.findIndex(([tx]) => tx >= px);
    if (after <= 0) return tops[after < 0 ? tops.length - 1 : 0]?.[1] ?? 0;
    const [[x0, y0], [x1, y1]] = [tops[after - 1]!, tops[after]!];
    return y0 + ((y1 - y0) * (px - x0)) / (x1 - x0);
  };
  return Math.min(at(from), at(to), ...tops.filter(([tx]) => tx >= from && tx <= to).map(([, ty]) => ty));
}

type Line = readonly Run[];
/** A number in one stretch with what is before it, so that a block around it holds both; its tag stands with the stage above it. */
const inOne = (figure: Figure): Figure => ({ ...figure, prefix: "", text: `${figure.prefix ?? ""}${figure.text}`, unit: "", tag: "" });
const isAbove = (over: Figure): boolean => (over.truth?.value ?? -1) > 0;
/** 超警 +0.38 in an inverse block: out of band, which is no level (VISUAL §1). */
function overLine(over: Figure, below: string, above: string, u: number): Line {
  const runs = figureRuns(inOne(over), TYPE_U.figure * u, u, isAbove(over) ? 600 : 400);
  if (over.isNumber === false) return runs;
  if (!isAbove(over)) return [{ text: below, sizePx: u, ink: "t3" }, { ...runs[0], gapPx: 0.3 * u }, ...runs.slice(1)];
  const [first, ...tail] = runs;
  return [{ text: above, sizePx: TYPE_U.body * u, ink: figureInk(over), weight: 600 }, { ...first, gapPx: 0.3 * u, ...blockOfNumber(over, 0.25 * u) }, ...tail];
}
/** White on what was seen; of what nobody has observed an outline, and of what is old a grey block. */
const blockOfNumber = (over: Figure, padPx: number): Pick<Run, "ink" | "box"> => {
  const worth = worthOf(over);
  return worth === "notActual" ? { ink: "w1", box: { stroke: "w1", dashed: true, padPx } } : { ink: "bg", box: { fill: worth === "old" ? "t3" : "focus", padPx } };
};
function stationLines({ name, stage, over, flow, peak }: ProfileStation, words: Words, withPeaks: boolean, withFlow: boolean, u: number): Line[] {
  const head: Run = { text: name, sizePx: TYPE_U.title * u, weight: 600, ink: "t1" };
  const flowing = withFlow && flow && flow.isNumber !== false ? figureRuns(flow, TYPE_U.figure * u, u, 400) : [];
  const first: Line = [head, ...flowing.map((run, i): Run => ({ ...run, ink: run.ink === "t1" ? "t2" : run.ink, ...(i === 0 && { gapPx: 0.6 * u }) }))];
  if (stage.isNumber === false) return [first, figureRuns(stage, TYPE_U.row * u, u)];
  const high: Line[] = withPeaks && peak ? [[{ text: words.peak, sizePx: u, ink: "t3" }, ...figureRuns(inOne(peak), TYPE_U.figure * u, u, 400).map((run, i): Run => ({ ...run, ...(i === 0 && { gapPx: 0.3 * u }) }))]] : [];
  return [first, figureRuns(stage, TYPE_U.value * 0.84 * u, u), overLine(over, words.below, words.above, u), ...high];
}
const reservoirLines = ({ name, over }: ProfileReservoir, words: Words, u: number): Line[] => [[{ text: name, sizePx: TYPE_U.title * u, weight: 600, ink: "t1" }], overLine(over, words.belowLimit, words.aboveLimit, u)];

interface Block {
  readonly at: number;
  readonly lines: readonly Line[];
  readonly badge: Severity | undefined;
  readonly heights: readonly number[];
  readonly high: number;
  readonly wide: number;
}
interface Spot {
  readonly box: LabelBox;
  readonly stem: LabelBox;
}
function blockOf(lines: readonly Line[], badge: Severity | undefined, at: number, size: Size): Block {
  const { u } = size;
  const heights = lines.map((line) => Math.max(...line.map(({ sizePx }) => sizePx)) * 1.14 + 0.12 * u);
  const badgeU = badge === undefined ? 0 : BADGE_U.row + 0.4;
  return { at, lines, badge, heights, high: heights.reduce((sum, h) => sum + h, 0), wide: Math.max(...lines.map((line, i) => lineWidth({ text: "", sizePx: u, ink: "t1", tail: line }, size) + (i === 0 ? badgeU * u : 0))) };
}
/**
 * Where each stands: on a stem above its gauge, at its right or its left, as low as the others leave it. Of all ways the one
 * that names the most, then the one with the shortest stems. What has no room keeps its mark and its limits, and is in the sentence.
 */
function placed(blocks: readonly Block[], tops: readonly Point[], size: Size): readonly (Spot | undefined)[] {
  const { u } = size;
  const spotIn = ({ at, high, wide }: Block, side: "right" | "left", taken: readonly (Spot | undefined)[]): Spot | undefined => {
    const left = Math.max(0, Math.min(size.width - wide, side === "right" ? at + 0.35 * u : at - 0.35 * u - wide));
    const foot = highestWithin(tops, at, at);
    let bottom = highestWithin(tops, Math.min(left, at), Math.max(left + wide, at)) - 0.7 * u;
    const boxes = taken.flatMap((spot) => (spot ? [spot.box, spot.stem] : []));
    const met = (): LabelBox | undefined => boxes.find((box) => meets(box, { x: left - 0.3 * u, y: bottom - high, width: wide + 0.6 * u, height: high }));
    for (let box = met(); box; box = met()) bottom = Math.min(bottom - 0.1 * u, box.y - 0.35 * u);
    const stem = { x: at - 0.2 * u, y: bottom, width: 0.4 * u, height: Math.max(0, foot - bottom) };
    return bottom - high < -0.05 * u || boxes.some((box) => meets(box, stem)) ? undefined : { box: { x: left, y: bottom - high, width: wide, height: high }, stem };
  };
  let best: { readonly spots: readonly (Spot | undefined)[]; readonly worth: number } = { spots: [], worth: -Infinity };
  const worthOf = (spots: readonly (Spot | undefined)[]): number => spots.reduce((sum, spot) => sum + (spot ? 1_000 * size.height - spot.stem.height : 0), 0);
  const search = (order: readonly number[], spots: readonly (Spot | undefined)[]): void => {
    const block = blocks[order[spots.length] ?? -1];
    if (!block) {
      const worth = worthOf(spots);
      if (worth > best.worth) best = { spots: blocks.map((_, i) => spots[order.indexOf(i)]), worth };
      return;
    }
    const found = (["right", "left"] as const).map((side) => spotIn(block, side, spots));
    for (const spot of found) if (spot) search(order, [...spots, spot]);
    if (found.some((spot) => !spot)) search(order, [...spots, undefined]);
  };
  const isWhole = (): boolean => best.spots.length > 0 && best.spots.every((spot) => spot);
  for (const order of ordersOf(blocks.length)) {
    search(order, []);
    if (isWhole()) break;
  }
  return best.spots;
}
/** Who comes first stands lowest: as they come, the other way round, and each in turn above all others. */
function ordersOf(n: number): number[][] {
  const all = Array.from({ length: n }, (_, i) => i);
  return [all, all.toReversed(), ...all.map((last) => [...all.filter((i) => i !== last), last])];
}
function blockMarks({ at, lines, badge, heights }: Block, { box, stem }: Spot, size: Size): Mark[] {
  const { u } = size;
  let y = box.y;
  const out: Mark[] = [{ kind: "line", points: [[at, stem.y], [at, stem.y + stem.height]], stroke: "hair2", widthPx: linePx(1, u) }];
  for (const [i, line] of lines.entries()) {
    const [first, ...tail] = line;
    y += heights[i]!;
    if (first) out.push({ kind: "text", ...first, tail, x: box.x, y: y - 0.3 * u });
    if (i === 0 && badge !== undefined) out.push({ kind: "badge", cx: box.x + lineWidth({ text: "", sizePx: u, ink: "t1", tail: line }, size) + (0.4 + BADGE_U.row / 2) * u, cy: y - 0.75 * u, heightPx: BADGE_U.row * u, severity: badge, look: "hollow" });
  }
  return out;
}
function gauge({ stageM, peakM, over }: ProfileStation, at: number, y: Scale, ground: number, u: number): Mark[] {
  const out: Mark[] = [{ kind: "line", points: [[at, stageM === null ? ground : y(stageM)], [at, ground]], stroke: "hair2", widthPx: linePx(1, u) }];
  if (peakM !== undefined) out.push({ kind: "circle", cx: at, cy: y(peakM), r: 0.32 * u, stroke: "t2", widthPx: linePx(1.5, u) });
  if (stageM !== null) out.push({ kind: "circle", cx: at, cy: y(stageM), r: 0.4 * u, ...dotPaint(over, u) });
  return out;
}
/** A dam with its flood limit as a single datum. */
function dam({ km, limitM, levelM }: ProfileReservoir, x: Scale, y: Scale, ground: number, u: number): Mark[] {
  const at = x(km);
  const crest = y(Math.max(limitM, levelM ?? -Infinity)) - 0.3 * u;
  const half = 0.4 * u;
  return [
    { kind: "area", rings: [[[at - half * 0.6, crest], [at + half * 0.6, crest], [at + half * 1.6, ground], [at - half, ground]]], fill: "t1" },
    { kind: "line", points: [[at - 2 * u, y(limitM)], [at - half, y(limitM)]], stroke: "t1", widthPx: linePx(1.5, u) },
  ];
}
function kmAxis(x: Scale, top: number, size: Size): Mark[] {
  const { u } = size;
  const [from, to] = x.range() as [number, number];
  return [
    { kind: "line", points: [[from - 0.8 * u, top], [to + 0.8 * u, top]], stroke: "hair2", widthPx: linePx(1, u) },
    ...x.ticks(Math.max(2, Math.min(10, Math.floor((to - from) / (6 * u))))).flatMap((km): Mark[] => [
      { kind: "line", points: [[x(km), top], [x(km), top + 0.3 * u]], stroke: "hair2", widthPx: linePx(1, u) },
      caption(km === 0 ? "0 km" : grouped(km, 0), x(km), top + 1.4 * u, size, { anchor: "middle", family: "num", role: "axis" }),
    ]),
  ];
}
/** Where a tributary joins, and what stands in the reservoir on it. */
function joins(reservoirs: readonly ProfileReservoir[], { belowLimit, aboveLimit }: Words, x: Scale, base: number, size: Size): Mark[] {
  const { u } = size;
  let free = 0;
  return reservoirs.toSorted((a, b) => a.km - b.km).flatMap(({ id, name, tributary = "", km, over, found }): Mark[] => {
    const at = x(km);
    const runs: Run[] = [{ text: tributary === name ? name : `${tributary} ${name}`, sizePx: u, ink: "t2" }, ...overLine(over, belowLimit, aboveLimit, u).map((run, i): Run => (i === 0 ? { ...run, gapPx: 0.5 * u } : run))];
    const wide = lineWidth({ text: "", sizePx: u, ink: "t1", tail: runs }, size) + (found ? (BADGE_U.row + 0.4) * u : 0);
    const left = Math.max(free, Math.min(at - 0.3 * u, size.width - wide));
    const foot = base + 0.95 * u;
    const arrow: Mark = { kind: "area", rings: [[[at - 0.36 * u, foot], [at + 0.36 * u, foot], [at, foot - 0.6 * u]]], fill: "t2" };
    if (left + wide > size.width + 0.5) return [arrow];
    free = left + wide + u;
    const [first, ...tail] = runs;
    return [arrow, { kind: "text", id: `${id}.join`, ...first!, tail, x: left, y: base }, ...(found ? [{ kind: "badge" as const, cx: left + wide - (BADGE_U.row / 2) * u, cy: base - 0.45 * u, heightPx: BADGE_U.row * u, severity: found, look: "hollow" as const }] : [])];
  });
}
/** All of them against their own datum, on one scale: warning stages and flood limits are the same line here. */
function datums(stations: readonly ProfileStation[], reservoirs: readonly ProfileReservoir[], { warning, limit }: Words, x: Scale, { top, height }: { readonly top: number; readonly height: number }, size: Size): Mark[] {
  const { u } = size;
  const overs = [...stations.map(({ over }) => over), ...reservoirs.map(({ over }) => over)].flatMap(({ truth }) => (truth?.value == null ? [] : [truth.value]));
  const y = scaleLinear([Math.min(-1, ...overs), Math.max(1, ...overs)], [top + height - 0.4 * u, top + 0.8 * u]);
  const bar = (at: number, over: Figure, wideU: number): Mark[] => {
    const value = over.truth?.value;
    if (value == null) return [{ kind: "rect", x: at - (wideU / 2) * u, y: y(0), width: wideU * u, height: u, stroke: "t3", widthPx: linePx(1, u), dash: [0.3 * u, 0.2 * u] }];
    return [{ kind: "rect", x: at - (wideU / 2) * u, y: Math.min(y(0), y(value)), width: wideU * u, height: Math.max(linePx(1, u), Math.abs(y(value) - y(0))), ...(figureInk(over) === "w1" ? { fill: "w3" as const, stroke: "w1" as const, widthPx: linePx(1, u), dash: [0.3 * u, 0.2 * u] } : { fill: figureInk(over) === "t3" ? ("hair2" as const) : value > 0 ? ("focus" as const) : wideU > 1 ? ("c3" as const) : ("c4" as const) }) }];
  };
  return [
    ...stations.flatMap(({ km, over }) => bar(x(km), over, 0.7)),
    ...reservoirs.flatMap(({ km, over }) => bar(x(km) + (stations.some((station) => Math.abs(x(station.km) - x(km)) < 1.6 * u) ? 1.5 * u : 0), over, 1.5)),
    { kind: "line", points: [[AXIS_U.left * u, y(0)], [size.width, y(0)]], stroke: "t1", widthPx: linePx(1.5, u) },
    caption(warning, (AXIS_U.left - 0.5) * u, y(0) - 0.35 * u, size, { anchor: "end", ink: "t2" }), caption(limit, (AXIS_U.left - 0.5) * u, y(0) + 0.95 * u, size, { anchor: "end", ink: "t2" }),
    ...[y.domain()[0]!].filter((low) => y(low) - y(0) > 2.4 * u).map((low): Mark => caption(`${grouped(low, 0)} m`, (AXIS_U.left - 0.5) * u, y(low), size, { anchor: "end", baseline: "middle", family: "num", role: "axis" })),
  ];
}

/** One river of several: its warning stages are one straight line, and each gauge stands above or below it. */
function small({ name, stations, reservoirs }: ProfileRiver, words: Words, size: Size): Mark[] {
  const { u, width, height } = size;
  const heads: Run[] = [{ text: name, sizePx: TYPE_U.title * u, weight: 600, ink: "t1" }];
  // What has no room is left out whole, the lowest first.
  reservoirs.toSorted((a, b) => (b.over.truth?.value ?? -Infinity) - (a.over.truth?.value ?? -Infinity)).forEach(({ name: of, over }, i) => {
    const runs: Run[] = [{ text: `${i === 0 ? `${words.limit}　` : ""}${of}`, sizePx: u, ink: "t3", gapPx: (i === 0 ? 1 : 0.8) * u }, ...figureRuns({ ...over, unit: "", tag: "" }, TYPE_U.figure * u, u, isAbove(over) ? 600 : 400).map((run, r): Run => (r === 0 ? { ...run, gapPx: 0.3 * u } : run))];
    if (lineWidth({ text: "", sizePx: u, ink: "t1", tail: [...heads, ...runs] }, size) <= width) heads.push(...runs);
  });
  const [first, ...tail] = fitLine(heads, width, size);
  const out: Mark[] = [{ kind: "text", id: `${name}.head`, ...first!, tail, x: 0, y: 1.25 * u }];
  const [top, bottom] = [5.1 * u, height - AXIS_U.bottom * u];
  const kms = stations.map(({ km }) => km);
  const x = scaleLinear([Math.min(...kms), Math.max(...kms)], [AXIS_U.left * u + u, width - 1.6 * u]);
  const known = stations.flatMap(({ stageM, warningM, guaranteedM, lowM }) => [stageM === null ? 0 : stageM - warningM, guaranteedM === null ? 0 : guaranteedM - warningM, ...(stageM === null && lowM !== null ? [] : [])]);
  const y = scaleLinear([Math.min(-1, ...known), Math.max(0.5, ...known)], [bottom - 0.3 * u, top + 0.2 * u]);
  out.push({ kind: "line", points: [[AXIS_U.left * u, y(0)], [width, y(0)]], stroke: "t1", widthPx: linePx(1.5, u) });
  out.push(caption(words.warning, (AXIS_U.left - 0.4) * u, y(0), size, { anchor: "end", baseline: "middle", ink: "t2" }));
  const low = y.domain()[0]!;
  if (y(low) - y(0) > 1.3 * u) out.push(caption(`${grouped(low, 1)}`, (AXIS_U.left - 0.4) * u, y(low), size, { anchor: "end", baseline: "middle", family: "num", role: "axis" }));
  const ordered = stations.toSorted((a, b) => a.km - b.km);
  for (const [i, from] of ordered.entries()) {
    const to = ordered[i + 1];
    if (!to || from.stageM === null || to.stageM === null) continue;
    const points: Point[] = [[x(from.km), y(from.stageM - from.warningM)], [x(to.km), y(to.stageM - to.warningM)]];
    const worth = worthOf(from.over, to.over);
    out.push({ kind: "area", rings: [[...points, [x(to.km), bottom], [x(from.km), bottom]]], fill: worth === "seen" ? "c1" : WATER[worth].fill }, { kind: "line", points, ...surfacePaint(worth, u), cap: "round" });
  }
  const labels = ordered.map(({ name: of, over }) => ({ name: of, over, runs: overRuns(over, u) }));
  const widths = labels.map(({ name: of, runs }) => Math.max(lineWidth({ text: of, sizePx: u, ink: "t1" }, size), lineWidth({ text: "", sizePx: u, ink: "t1", tail: runs }, size)) + 0.5 * u);
  const at = spread(ordered.map(({ km }) => x(km)), widths, 0, width);
  for (const [i, station] of ordered.entries()) {
    const { km, warningM, guaranteedM, stageM, over } = station;
    const guaranteed = guaranteedM === null ? [] : [y(guaranteedM - warningM) - 0.1 * u, y(guaranteedM - warningM) + 0.1 * u];
    for (const line of guaranteed) out.push({ kind: "line", points: [[x(km) - 0.8 * u, line], [x(km) + 0.8 * u, line]], stroke: "t2", widthPx: linePx(1, u) });
    out.push({ kind: "line", points: [[at[i]!, 4.75 * u], [x(km), top], [x(km), stageM === null ? y(0) : y(stageM - warningM)]], stroke: "hair2", widthPx: linePx(1, u) });
    if (stageM === null) out.push({ kind: "circle", cx: x(km), cy: y(0), r: 0.34 * u, stroke: "t3", widthPx: linePx(1.5, u), dash: [0.15 * u, 0.12 * u] });
    else out.push({ kind: "circle", cx: x(km), cy: y(stageM - warningM), r: 0.34 * u, ...dotPaint(over, u) });
    const [value, ...rest] = labels[i]!.runs;
    const wide = widths[i]! - 0.5 * u;
    out.push(caption(labels[i]!.name, at[i]! - wide / 2, 2.75 * u, size, { ink: isAbove(over) ? "t1" : "t2", weight: isAbove(over) ? 600 : 400 }), { kind: "text", id: `${station.id}.over`, ...value!, tail: rest, x: at[i]! - wide / 2, y: 4.35 * u });
    if (station.found !== undefined) out.push({ kind: "badge", cx: x(km), cy: y(stageM === null ? 0 : stageM - warningM) + 1.1 * u, heightPx: 0.9 * u, severity: station.found, look: "hollow", char: "" });
  }
  out.push(...kmAxis(x, bottom, size));
  return out;
}
function overRuns(over: Figure, u: number): Run[] {
  const [first, ...tail] = figureRuns(inOne(over), TYPE_U.figure * u, u, isAbove(over) ? 600 : 400);
  return isAbove(over) ? [{ ...first, ...blockOfNumber(over, 0.2 * u) }, ...tail] : [first, ...tail];
}
/** Which stand above their limits, and of how many nothing is known. */
export function sentence({ rivers, words }: ProfileData): string {
  return rivers.map((river) => {
    const all = river.stations;
    const over = all.filter((station) => isAbove(station.over));
    const silent = all.filter(({ stageM }) => stageM === null).length;
    const full = river.reservoirs.filter((each) => isAbove(each.over));
    const nearest = all.filter(({ stageM }) => stageM !== null).sort((a, b) => b.over.truth!.value! - a.over.truth!.value!)[0];
    const of = over.length > 0 ? `${over.map((station) => `${station.name}${words.above} ${station.over.text} m`).join("、")}` : nearest ? `${all.length - silent} 站都在警戒以下，最近的 ${nearest.name} ${nearest.over.text} m` : "没有水位";
    return `${river.name}：${of}${full.length > 0 ? `，${full.map((each) => `${each.name}${words.aboveLimit} ${each.over.text} m`).join("、")}` : ""}${silent > 0 && nearest ? `，${silent} 站无数` : ""}。`;
  }).join("");
}
export const brief = (data: ProfileData): string => sentence({ ...data, rivers: data.rivers.slice(0, 2) });
