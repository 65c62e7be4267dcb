import { scaleLinear } from "d3";
import { grouped } from "../../model/numerals.ts";
import { linePx, TYPE_U } from "../../themes/scale.ts";
import type { Mark, Point, Run, Size } from "./mark.ts";
import { caption, figureRuns } from "./panel-text.ts";
import { AXIS_U, kmAxis } from "./profile-axis.ts";
import type { ProfileRiver } from "./profile-data.ts";
import { dotPaint, surfacePaint, WATER, worthOf } from "./profile-water.ts";
import { isAbove, overRuns, type Words } from "./profile-words.ts";
import { spread } from "./spread.ts";
import { fitLine, lineWidth } from "./words.ts";

/** One river of several: its warning stages are one straight line, and each gauge stands above or below it. */
export function small({ name, stations, reservoirs }: ProfileRiver, words: Words, size: Size): Mark[] {
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
