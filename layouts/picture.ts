import type { Area, Display, Focus, Picture, Surface, Wall } from "../model/wall.ts";
import { columnsOf, type Rect } from "./cells.ts";
import type { Placed } from "./scene.ts";

/** Sets one scene for a room: `layouts/typeset`, or the compiler, which also reads it. */
export type SetScene = (scene: string, wall: Wall) => readonly Placed[];

/** One scene of a picture, set on its piece of the wall. */
export interface Piece {
  readonly scene: string;
  readonly focus: Focus;
  /** On the planes of the whole wall's surfaces. */
  readonly panels: readonly Placed[];
  /** The glass that it covers, by surface. */
  readonly covers: ReadonlyMap<string, Rect>;
}

/**
 * Sets a picture on a wall: each part on the glass that was taken for it, the rest on what remains. Where what remains is no
 * rectangle, the rest stays as it was set for the whole wall, and what the parts cover of it is not seen.
 * @throws what `set` throws when one of them does not stand there
 */
export function setPicture({ scene, focus, parts }: Picture, wall: Wall, set: SetScene): Piece[] {
  const taken = parts.map(({ area }) => glassOf(wall, area));
  const rest = remainder(wall, taken);
  return [
    ...(rest.size > 0 ? [piece(scene, focus, rest)] : []),
    ...parts.map((part, i) => piece(part.scene, part.focus, taken[i]!)),
  ];
  function piece(id: string, at: Focus, covers: ReadonlyMap<string, Rect>): Piece {
    const panels = set(id, cropped(wall, covers)).map((p): Placed => {
      const { x, y } = covers.get(p.surface)!;
      return { ...p, x: p.x + x, y: p.y + y };
    });
    return { scene: id, focus: at, panels, covers };
  }
}

type Glass = Pick<Wall, "surfaces" | "displays">;
function glassOf(wall: Pick<Wall, "surfaces">, area: Area): ReadonlyMap<string, Rect> {
  if (typeof area !== "string")
    return new Map(wall.surfaces.flatMap((surface) => {
      const screens = surface.displays.filter(({ n }) => area.includes(n)).map(screenOf);
      return screens.length > 0 ? [[surface.id, around(screens)] as const] : [];
    }));
  const surface = wall.surfaces.find(({ part }) => part === "whole")!;
  const { id, widthPx, heightPx } = surface;
  const middle = middleOf(surface);
  return new Map([[id, { x: area === "left" ? 0 : middle, y: 0, width: area === "left" ? middle : widthPx - middle, height: heightPx }]]);
}

/** Whether two pieces lie on the same glass anywhere. */
export function overlap(wall: Glass, a: Area, b: Area): boolean {
  const under = glassesOf(wall, b);
  return glassesOf(wall, a).some(([surface, rect]) => under.some(([other, there]) => other === surface && common(rect, there) !== undefined));
}
/** Each screen, or the half: what lies between two screens that were taken is nobody's. */
const glassesOf = (wall: Glass, area: Area): (readonly [surface: string, Rect])[] =>
  typeof area === "string" ? [...glassOf(wall, area)] : wall.displays.filter(({ n }) => area.includes(n)).map((display) => [display.surface, screenOf(display)] as const);

/** Halves meet where two columns of screens do, nearest the middle; only a single column is cut itself. */
function middleOf(surface: Surface): number {
  const half = surface.widthPx / 2;
  const seams = columnsOf(surface).slice(1).map(([first]) => first!.x);
  return seams.length === 0 ? Math.round(half) : seams.reduce((a, b) => (Math.abs(b - half) <= Math.abs(a - half) ? b : a));
}

/** What the parts leave of each surface, when that is a rectangle of whole screens; else the whole surface. */
function remainder(wall: Wall, taken: readonly ReadonlyMap<string, Rect>[]): ReadonlyMap<string, Rect> {
  return new Map(wall.surfaces.flatMap((surface) => {
    const whole: Rect = { x: 0, y: 0, width: surface.widthPx, height: surface.heightPx };
    const gone = taken.flatMap((glass) => glass.get(surface.id) ?? []);
    if (gone.length === 0) return [[surface.id, whole] as const];
    const left = surface.displays.flatMap((display) => without(screenOf(display), gone));
    if (left.length === 0) return [];
    const box = around(left);
    return [[surface.id, gone.some((rect) => common(rect, box)) ? whole : box] as const];
  }));
}
/** What of a screen is not covered: all of it, none, or what lies beside a half. */
function without(screen: Rect, gone: readonly Rect[]): Rect[] {
  return gone.reduce<Rect[]>((all, rect) => all.flatMap((left) => {
    const hit = common(left, rect);
    if (!hit) return [left];
    const before = { ...left, width: hit.x - left.x };
    const behind = { ...left, x: hit.x + hit.width, width: left.x + left.width - hit.x - hit.width };
    return [before, behind].filter(({ width }) => width > 0);
  }), [screen]);
}

/** The wall as if it ended at these rectangles. */
function cropped(wall: Wall, to: ReadonlyMap<string, Rect>): Wall {
  const surfaces = wall.surfaces.flatMap((surface) => {
    const rect = to.get(surface.id);
    if (!rect) return [];
    const displays = surface.displays.flatMap((display) => {
      const seen = common(screenOf(display), rect);
      return seen ? [{ ...display, xPx: seen.x - rect.x, yPx: seen.y - rect.y, widthPx: seen.width, heightPx: seen.height }] : [];
    });
    return [{ ...surface, widthPx: rect.width, heightPx: rect.height, displays }];
  });
  return { ...wall, surfaces, displays: surfaces.flatMap(({ displays }) => displays) };
}
export const screenOf = ({ xPx, yPx, widthPx, heightPx }: Display): Rect => ({ x: xPx, y: yPx, width: widthPx, height: heightPx });
function around(rects: readonly Rect[]): Rect {
  const [x, y] = [Math.min(...rects.map((r) => r.x)), Math.min(...rects.map((r) => r.y))];
  return { x, y, width: Math.max(...rects.map((r) => r.x + r.width)) - x, height: Math.max(...rects.map((r) => r.y + r.height)) - y };
}
/** Which pieces are seen on a screen, and how much of it each has: one that lies wholly under glass that was taken is not seen there. */
export function piecesOn(display: Display, pieces: readonly Piece[]): { readonly piece: Piece; readonly part: Rect }[] {
  const here = pieces.flatMap((piece) => {
    const covers = piece.covers.get(display.surface);
    const part = covers && common(covers, screenOf(display));
    return part ? [{ piece, part }] : [];
  });
  return here.filter(({ part }, i) => !here.slice(i + 1).some((above) => holds(above.part, part)));
}
const holds = (a: Rect, b: Rect): boolean => a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;

/** What two rectangles share; undefined when that is nothing. */
export function common(a: Rect, b: Rect): Rect | undefined {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [width, height] = [Math.min(a.x + a.width, b.x + b.width) - x, Math.min(a.y + a.height, b.y + b.height) - y];
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
