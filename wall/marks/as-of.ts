import type { Freshness } from "../../model/freshness.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { freshnessMark } from "./panel-text.ts";
import { standingInk } from "./title-band.ts";
import { lineWidth } from "./words.ts";

/** When a number was true, and how much of it had come. */
export interface AsOf {
  readonly state: Freshness;
  /** 14:31, 昨日, 9月14日 12:00. */
  readonly at: string;
  /** 118/122 县; empty when all has come. */
  readonly coverage: string;
  /** 末值 92.1（12:00）, of a source that is lost. */
  readonly last?: string;
}
const GLYPH_U = 0.75;
const GAP_U = 0.7;

/** Its sign, its time and its coverage on one baseline. Where the unit of the coverage has no room its fraction still says how much is missing. */
export function asOfMarks({ state, at, coverage, last }: AsOf, id: string, x: number, y: number, width: number, size: Size): Mark[] {
  const { u } = size;
  const ink = standingInk(state);
  const run = (text: string, gapPx = 0): Run => ({ text, sizePx: u, ink, role: "asOf", gapPx });
  const room = width - GLYPH_U * u;
  const time = [last, at].filter((text) => text !== undefined).map((text) => run(text)).find((each) => lineWidth(each, size) <= room) ?? run(at);
  const left = room - lineWidth(time, size);
  const share = coverage === "" ? undefined : [coverage, coverage.split(" ")[0]!].map((text): Run => ({ ...run(text, GAP_U * u), ink: "t3" })).find((each) => lineWidth(each, size) <= left);
  return [...freshnessMark(state, x + 0.3 * u, y - 0.36 * u, u), { kind: "text", id, ...time, ...(share && { tail: [share] }), x: x + GLYPH_U * u, y }];
}
