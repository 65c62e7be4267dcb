import { unitPx } from "../model/room.ts";
import type { Surface, Wall } from "../model/wall.ts";
import type { Fault } from "../model/scene.ts";
import type { Severity, Words } from "../model/words.ts";
import type { Rect } from "./cells.ts";
import { isNumber } from "./number-words.ts";
import { sizesOf, type Placed, type Scene, type SizeOf } from "./scene.ts";
import { typeset } from "./typeset.ts";

/** A stretch of words as it stands on the glass, from the panel's corner, px. */
export interface Stretch extends Rect {
  readonly text: string;
  readonly sizePx: number;
  /** Scales and times of data are read from the front row; all else from the back. */
  readonly role?: "axis" | "asOf";
  /** WCAG ratio of its ink to the ground it stands on. */
  readonly contrast: number;
}
/** What one panel shows, as far as reading it goes. */
export interface Seen {
  readonly stretches: readonly Stretch[];
  /** Levels whose colour is used, and whether shape, character or texture tells them too. */
  readonly levels: readonly { readonly severity: Severity; readonly told: boolean }[];
}
/** What the compiler must know of a panel kind. */
export interface Kind {
  readonly title?: Words;
  readonly minU: readonly [widthU: number, heightU: number];
  /** The height that it can fill at most, u. */
  readonly mostU?: number;
  /** It may step in luminance for what is new; two such areas would fight for the eye. */
  readonly blinks?: boolean;
  /** The panel at its fullest, at a size in px. */
  seen?(size: { readonly width: number; readonly height: number; readonly u: number }, config: Placed["config"]): Seen;
}
export type KindOf = (panel: string) => Kind | undefined;

/** A number that must be read from the seats (VISUAL §3). */
const DIGIT_U = 1.5;
const LARGE_U = 1.5;
const CONTRAST = 4.5;
const CONTRAST_LARGE = 3;
const ROUNDING_PX = 0.01;
/** A word may hang over by this much: the table of widths rounds up. */
const LEAVES_U = 0.25;

/** A scene that could not be read in a room; says all that is wrong with it, each with what mends it. */
export class Illegible extends Error {
  override name = "Illegible";
  /** Each in a sentence. */
  readonly faults: readonly string[];
  readonly each: readonly Fault[];
  constructor(scene: Scene, wall: Wall, each: readonly Fault[]) {
    const faults = each.map(inWords);
    super(`Scene "${scene.id}" cannot be read in room "${wall.id}":\n- ${faults.join("\n- ")}`);
    this.faults = faults;
    this.each = each;
  }
}
export const inWords = ({ place, found, expected, mend }: Fault): string => `${place}: ${found}; ${expected}. ${mend}`;

/**
 * The legibility compiler (可读性编译器): sets a scene for a room and reads it from its rows.
 * @returns the panels where they stand
 * @throws DoesNotFit when a panel has no place, Illegible when a word could not be read
 */
export function compile(scene: Scene, wall: Wall, kindOf: KindOf): Placed[] {
  const sizeOf: SizeOf = (panel) => sizesOf(kindOf(panel));
  const placed = typeset(scene, wall, sizeOf);
  const faults = [...blinking(placed, kindOf), ...placed.flatMap((p) => unread(p, wall.surfaces.find((s) => s.id === p.surface)!, kindOf))];
  if (faults.length > 0) throw new Illegible(scene, wall, [...new Map(faults.map((fault) => [inWords(fault), fault])).values()]);
  return placed;
}

function blinking(placed: readonly Placed[], kindOf: KindOf): Fault[] {
  const areas = placed.filter((p) => kindOf(p.panel)?.blinks);
  const together = areas.filter((p) => areas.some((q) => q !== p && (p.page === undefined || q.page === undefined || p.page === q.page || p.surface !== q.surface)));
  if (together.length <= 1) return [];
  return [{ place: together.map((p) => `"${p.panel}" (${p.slot})`).join(" and "), found: "may both step in luminance", expected: "one area of a wall may", mend: "Keep one of them." }];
}

function unread(placed: Placed, surface: Surface, kindOf: KindOf): Fault[] {
  const { seen } = kindOf(placed.panel)!;
  if (!seen) return [];
  const place = `panel "${placed.panel}" (${placed.slot}, ${(placed.width / placed.u).toFixed(1)} × ${(placed.height / placed.u).toFixed(1)} u)`;
  const { stretches, levels } = seen({ width: placed.width, height: placed.height, u: placed.u }, placed.config);
  const front = unitPx(surface.frontRowM, surface.pitchMm);
  const faults: Fault[] = [];
  // The same words in another state of the panel are mended by the same act, and told once: where they are worst.
  const told = new Map<string, { readonly by: number; readonly at: number }>();
  for (const stretch of stretches) {
    const fault = (found: string, expected: string, mend: string, by = 0): void => {
      const key = `${stretch.text} ${mend}`;
      const before = told.get(key);
      if (before && by <= before.by) return;
      const at = before?.at ?? faults.length;
      told.set(key, { by, at });
      faults[at] = { place, found: `“${stretch.text}” ${found}`, expected, mend };
    };
    const from = stretch.role ? front : surface.u;
    const row = stretch.role ? `the front row at ${surface.frontRowM} m` : `the back row at ${surface.backRowM} m`;
    const set = `is set in ${px(stretch.sizePx)}`;
    if (isChinese(stretch.text) && stretch.sizePx < from - ROUNDING_PX) fault(set, `${row} reads Chinese from ${px(from)} (1 u)`, "Show fewer rows or a coarser level at that size.");
    const digit = stretch.role ? front : DIGIT_U * surface.u;
    if (isNumber(stretch.text) && stretch.sizePx < digit - ROUNDING_PX)
      fault(set, `${row} reads digits from ${px(digit)} (${stretch.role ? 1 : DIGIT_U} u)`, "Set it larger, or give it the role axis or asOf if it is a scale or a time of data.");
    const needed = stretch.sizePx >= LARGE_U * surface.u - ROUNDING_PX ? CONTRAST_LARGE : CONTRAST;
    if (stretch.contrast < needed) fault(`has a contrast of ${stretch.contrast.toFixed(2)} : 1`, `${needed} : 1 is needed at its size`, "Take a stronger ink or give it a halo.");
    const over = Math.max(-stretch.x, stretch.x + stretch.width - placed.width);
    if (over > LEAVES_U * placed.u) fault(`leaves its panel by ${(over / placed.u).toFixed(1)} u`, "all words stand inside it", "Shorten it, or give the panel more width.", over);
    // What leaves its panel and with it the screen is one fault; what lies on a seam within its panel is another.
    if (straddles(over > 0 ? within(stretch, placed) : stretch, placed, surface)) fault("lies across the edge of a screen", "words stand wholly on one screen", "Keep words clear of the panel's seams.");
  }
  for (const { severity, told } of levels) if (!told) faults.push({ place, found: `level ${severity} is told by colour alone`, expected: "a level is told by shape or word as well", mend: "Add its badge, its character or its texture." });
  return faults;
}

/** As much of it as its panel has room for. */
function within(stretch: Stretch, { width }: Placed): Stretch {
  const [from, to] = [Math.max(0, stretch.x), Math.min(width, stretch.x + stretch.width)];
  return { ...stretch, x: from, width: to - from };
}
/** Words stand wholly on one screen; where screens are blended, both draw them. */
function straddles({ x, y, width, height }: Stretch, placed: Placed, { displays }: Surface): boolean {
  if (width <= 0) return false;
  const [left, top] = [placed.x + x, placed.y + y];
  const touched = displays.filter((d) => left < d.xPx + d.widthPx && d.xPx < left + width && top < d.yPx + d.heightPx && d.yPx < top + height);
  return !touched.some((d) => left >= d.xPx - 1 && top >= d.yPx - 1 && left + width <= d.xPx + d.widthPx + 1 && top + height <= d.yPx + d.heightPx + 1) && !covered(touched);
}
const covered = (touched: Surface["displays"]): boolean => touched.length > 1 && touched.every((a) => touched.some((b) => b !== a && a.xPx < b.xPx + b.widthPx && b.xPx < a.xPx + a.widthPx && a.yPx < b.yPx + b.heightPx && b.yPx < a.yPx + a.heightPx));

const isChinese = (text: string): boolean => /[\u2e80-\u9fff\u{20000}-\u{3ffff}]/u.test(text);
const px = (size: number): string => `${size.toFixed(1).replace(/\.0$/, "")} px`;
