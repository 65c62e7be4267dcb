import { scaleLinear } from "d3";
import { grouped } from "../../model/numerals.ts";
import { linePx } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { caption, figureInk, type Figure } from "./panel-text.ts";
import { AXIS_U, type Scale } from "./profile-axis.ts";
import type { ProfileReservoir, ProfileStation } from "./profile-data.ts";
import type { Words } from "./profile-words.ts";

/** All of them against their own datum, on one scale: warning stages and flood limits are the same line here. */
export function datums(stations: readonly ProfileStation[], reservoirs: readonly ProfileReservoir[], { warning, limit }: Words, x: Scale, { top, height }: { readonly top: number; readonly height: number }, size: Size): Mark[] {
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
