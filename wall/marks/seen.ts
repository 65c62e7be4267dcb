import { polygonContains } from "d3";
import { contrast, mix } from "../../themes/contrast.ts";
import type { Ink } from "../../themes/ink.ts";
import { FAINT, LEVEL_COLOUR, TEXTURE_PX } from "../../themes/level.ts";
import type { Theme } from "../../themes/theme.ts";
import type { Severity } from "../../model/words.ts";
import { regionAt } from "./contains.ts";
import type { Mark, Paint, Point, RegionsMark, Run, Size, TextMark } from "./mark.ts";
import { unapply } from "./plane.ts";
import { measureOf, runWidth, textBox } from "./words.ts";

/** A stretch of words where it stands: box in px from the picture's corner, and how it stands out from its ground. */
export interface SeenStretch {
  readonly text: string;
  readonly sizePx: number;
  readonly role?: "axis" | "asOf";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly contrast: number;
}
/** What a reader gets of a picture: its words, and its levels with whether more than colour tells them. */
export interface SeenPicture {
  readonly stretches: readonly SeenStretch[];
  readonly levels: readonly { readonly severity: Severity; readonly told: boolean }[];
}

const SEVERITIES = [1, 2, 3, 4] as const;
/** A warning says its character, a response its numeral. */
const SAYS: Readonly<Record<Severity, RegExp>> = { 1: /红|(?<![A-Z])I 级/, 2: /橙|(?<![A-Z])II 级/, 3: /黄|III 级/, 4: /蓝|IV 级/ };

/** Reads a picture as drawn: of each stretch of words its size, its box, and its contrast to what lies under it in this theme. */
export function seen(marks: readonly Mark[], size: Size, theme: Theme): SeenPicture {
  const flat = flatten(marks);
  const stretches = flat.flatMap((mark, i) => (mark.kind === "text" ? stretchesOf(mark, size, theme, flat.slice(0, i)) : []));
  return { stretches, levels: SEVERITIES.flatMap((severity) => levelOf(severity, flat)) };
}
const flatten = (marks: readonly Mark[]): Mark[] => marks.flatMap((mark) => (mark.kind === "clip" ? flatten(mark.marks) : [mark]));

function stretchesOf(mark: TextMark, size: Size, theme: Theme, below: readonly Mark[]): SeenStretch[] {
  const { x: left, y, height } = textBox(mark, size);
  const measure = measureOf(size);
  let x = left;
  return [mark as Run, ...(mark.tail ?? [])].flatMap((run): SeenStretch[] => {
    const width = runWidth(run, measure);
    const from = x + (run.gapPx ?? 0);
    x += width;
    if (run.text.trim() === "") return [];
    const box = { x: from, y, width: width - (run.gapPx ?? 0), height };
    const own = run.box?.fill ?? mark.halo;
    const grounds = own ? [theme.inks[own]] : ACROSS.map((share) => groundAt([box.x + share * box.width, y + height / 2], below, theme));
    const worst = Math.min(...grounds.map((ground) => contrast(mix(ground, theme.inks[run.ink], mark.alpha ?? 1), ground)));
    return [{ text: run.text, sizePx: run.sizePx, ...(run.role && { role: run.role }), ...box, contrast: worst }];
  });
}

/** Where a word without a ground of its own is asked what lies under it: at its first letter, its middle, its last. */
const ACROSS = [0.06, 0.5, 0.94];
/** What is painted under a point: fills in their order over the page. */
function groundAt(point: Point, below: readonly Mark[], theme: Theme): string {
  return below.reduce((ground, mark) => {
    if (mark.kind === "regions") return overLand(ground, mark, point, theme);
    const paint = mark as Paint;
    if (!paint.fill || !isUnder(mark, point)) return ground;
    // A texture is half ground, half ink; words on it are judged by the ink.
    return mix(ground, theme.inks[paint.fill], paint.fillAlpha ?? 1);
  }, theme.inks.bg);
}
/** Land, its fill, and the stripes of a level on it. */
function overLand(ground: string, { ground: land, transform, fills, textures, alpha = 1 }: RegionsMark, point: Point, theme: Theme): string {
  const region = regionAt(land, unapply(transform, point));
  if (!region) return ground;
  const i = land.regions.indexOf(region);
  const [fill, texture] = [fills[i], textures?.[i]];
  const filled = fill ? mix(ground, theme.inks[fill], alpha) : ground;
  return texture ? mix(filled, theme.inks[texture.ink], alpha * TEXTURE_PX[texture.texture].alpha * (texture.faint ? FAINT : 1)) : filled;
}
function isUnder(mark: Mark, [x, y]: Point): boolean {
  switch (mark.kind) {
    case "rect":
      return x >= mark.x && x <= mark.x + mark.width && y >= mark.y && y <= mark.y + mark.height;
    case "circle":
      return Math.hypot(x - mark.cx, y - mark.cy) <= mark.r;
    case "area":
      return mark.rings.filter((ring) => polygonContains(ring as [number, number][], [x, y])).length % 2 === 1;
    default:
      return false;
  }
}

/** A level that is coloured anywhere in the picture must also be told by its badge, its character, or the texture of its area. */
function levelOf(severity: Severity, marks: readonly Mark[]): { readonly severity: Severity; readonly told: boolean }[] {
  const colour = LEVEL_COLOUR[severity];
  const isOf = (ink: Ink | null | undefined): boolean => ink?.startsWith(`${colour}.`) ?? false;
  const badge = marks.some((mark) => mark.kind === "badge" && mark.severity === severity);
  const coloured = marks.filter((mark) => {
    if (mark.kind === "text") return [mark as Run, ...(mark.tail ?? [])].some((run) => isOf(run.ink) || isOf(run.box?.fill));
    if (mark.kind === "regions") return mark.fills.some(isOf) || (mark.textures ?? []).some((t) => isOf(t?.ink));
    const paint = mark as Paint & { readonly kind: string };
    return mark.kind !== "badge" && (isOf(paint.fill) || isOf(paint.stroke));
  });
  if (!badge && coloured.length === 0) return [];
  const spoken = marks.some((mark) => mark.kind === "text" && [mark as Run, ...(mark.tail ?? [])].some((run) => SAYS[severity].test(run.text)));
  const textured = coloured.length > 0 && coloured.every((mark) => (mark.kind === "regions" ? mark.fills.every((ink) => !isOf(ink)) : (mark as Paint).texture !== undefined));
  return [{ severity, told: badge || spoken || textured }];
}
