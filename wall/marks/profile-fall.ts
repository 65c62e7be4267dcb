import { scaleLinear } from "d3";
import { grouped } from "../../model/numerals.ts";
import { BADGE_U, linePx } from "../../themes/scale.ts";
import type { Mark, Point, Run, Size } from "./mark.ts";
import { caption } from "./panel-text.ts";
import { AXIS_U, kmAxis, type Scale } from "./profile-axis.ts";
import { blockMarks, blockOf, placed, type Block } from "./profile-blocks.ts";
import type { ProfileReservoir, ProfileRiver, ProfileStation } from "./profile-data.ts";
import { datums } from "./profile-datums.ts";
import { dotPaint, water } from "./profile-water.ts";
import { overLine, reservoirLines, stationLines, type Words } from "./profile-words.ts";
import { lineWidth } from "./words.ts";

/** Names of rivers that join, above the axis. */
const MOUTHS_U = 2.7;
/** How far each is from its datum, drawn to a scale of its own: where there is room. */
export const DATUM_U = { height: 6.5, from: 29 } as const;
const TICK_U = 1.5;
const WIDE_FLOW_U = 14;
const PEAK_FROM_U = 27;

/** One river in its fall, with its dams, its limits and the mouths of its tributaries. */
export function fall({ stations, reservoirs }: ProfileRiver, words: Words, size: Size, withDatum: boolean): Mark[] {
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
  out.push(...water(stations, reservoirs.filter(onRiver), words.noLower, x, y, ground, size));
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
