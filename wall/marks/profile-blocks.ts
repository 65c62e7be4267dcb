import type { Severity } from "../../model/words.ts";
import { BADGE_U, linePx } from "../../themes/scale.ts";
import { meets, type LabelBox } from "./labels.ts";
import type { Mark, Point, Size } from "./mark.ts";
import type { Line } from "./profile-words.ts";
import { lineWidth } from "./words.ts";

/** Words above one gauge or dam. */
export interface Block {
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
export function blockOf(lines: readonly Line[], badge: Severity | undefined, at: number, size: Size): Block {
  const { u } = size;
  const heights = lines.map((line) => Math.max(...line.map(({ sizePx }) => sizePx)) * 1.14 + 0.12 * u);
  const badgeU = badge === undefined ? 0 : BADGE_U.row + 0.4;
  return { at, lines, badge, heights, high: heights.reduce((sum, h) => sum + h, 0), wide: Math.max(...lines.map((line, i) => lineWidth({ text: "", sizePx: u, ink: "t1", tail: line }, size) + (i === 0 ? badgeU * u : 0))) };
}
/**
 * Where each stands: on a stem above its gauge, at its right or its left, as low as the others leave it. Of all ways the one
 * that names the most, then the one with the shortest stems. What has no room keeps its mark and its limits, and is in the sentence.
 */
export function placed(blocks: readonly Block[], tops: readonly Point[], size: Size): readonly (Spot | undefined)[] {
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
export function blockMarks({ at, lines, badge, heights }: Block, { box, stem }: Spot, size: Size): Mark[] {
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
function highestWithin(tops: readonly Point[], from: number, to: number): number {
  const at = (px: number): number => {
    const after = tops.findIndex(([tx]) => tx >= px);
    if (after <= 0) return tops[after < 0 ? tops.length - 1 : 0]?.[1] ?? 0;
    const [[x0, y0], [x1, y1]] = [tops[after - 1]!, tops[after]!];
    return y0 + ((y1 - y0) * (px - x0)) / (x1 - x0);
  };
  return Math.min(at(from), at(to), ...tops.filter(([tx]) => tx >= from && tx <= to).map(([, ty]) => ty));
}
