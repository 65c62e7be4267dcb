import type { Display, Surface, Wall } from "./wall.ts";

/** A screen as it is sold: what it shows, and how large that is. */
export interface Glass {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly widthM: number;
  readonly heightM: number;
}
/** Screens in rows and columns, or each at its place. */
export interface SurfaceFile {
  readonly id: string;
  readonly part?: Surface["part"];
  /** Of this surface, where it differs from the room's: a side screen stands nearer. */
  readonly frontRowM?: number;
  readonly backRowM?: number;
  readonly matrix?: {
    readonly rows: number;
    readonly columns: number;
    readonly glass: Glass;
    /** From the picture of one screen to that of the next: the bezels of both; below 0 = an overlap (edge blending). */
    readonly bezelM: { readonly x: number; readonly y: number };
  };
  readonly displays?: readonly (Glass & { readonly xM: number; readonly yM: number })[];
}
/** A room file (`layouts/walls/*.json`): the wall in metres. */
export interface RoomFile extends Pick<Wall, "id" | "title" | "region" | "situation" | "scene" | "scenes" | "emergencyScene" | "presets" | "schedule" | "sound"> {
  readonly frontRowM: number;
  readonly backRowM: number;
  readonly surfaces: readonly SurfaceFile[];
}

/** D/200: Chinese type that subtends 17 arc minutes (VISUAL §3). */
const DISTANCE_PER_TYPE = 200;
/** Nobody sits with the nose on a screen; a laptop has the floor of VISUAL §3. */
const SMALLEST_U = 14;
/** How far the pitches of one surface, and of one screen's two directions, may differ. */
const SAME_PITCH = 0.02;
/** Screens may overlap by blended edges, not more. */
const MOST_OVERLAP = 0.35;

/** Smallest Chinese type in px that is read from a distance: ceil(D / (200·p)), never below what any screen needs. */
export const unitPx = (distanceM: number, pitchMm: number): number => Math.max(SMALLEST_U, Math.ceil((distanceM * 1000) / (DISTANCE_PER_TYPE * pitchMm) - 1e-9));

/**
 * Opens a room file into displays with their pixels on the planes of their surfaces.
 * @throws an Error that names the surface, what it says, and what was expected
 */
export function openRoom(file: RoomFile): Wall {
  const surfaces: Surface[] = [];
  let n = 0;
  for (const entry of file.surfaces) {
    const where = `Room "${file.id}": surface "${entry.id}"`;
    if (surfaces.some((s) => s.id === entry.id)) throw new Error(`${where} stands twice. Give each surface its own id.`);
    const [frontRowM, backRowM] = [entry.frontRowM ?? file.frontRowM, entry.backRowM ?? file.backRowM];
    if (frontRowM > backRowM) throw new Error(`${where}: frontRowM ${frontRowM} lies behind backRowM ${backRowM}. Swap them.`);
    const screens = screensOf(entry, where);
    const pitchMm = pitchOf(screens, where);
    const inPx = (m: number): number => Math.round((m * 1000) / pitchMm);
    const [left, top] = [Math.min(...screens.map((s) => s.xM)), Math.min(...screens.map((s) => s.yM))];
    const displays = screens.map(({ widthPx, heightPx, xM, yM }): Display => ({ n: ++n, surface: entry.id, widthPx, heightPx, xPx: inPx(xM - left), yPx: inPx(yM - top) }));
    for (const [a, b] of pairs(displays)) {
      const [across, down] = [overlap(a.xPx, a.widthPx, b.xPx, b.widthPx), overlap(a.yPx, a.heightPx, b.yPx, b.heightPx)];
      if (across > 0 && down > 0 && across / Math.min(a.widthPx, b.widthPx) > MOST_OVERLAP && down / Math.min(a.heightPx, b.heightPx) > MOST_OVERLAP)
        throw new Error(`${where}: displays ${a.n} and ${b.n} cover each other by ${across} × ${down} px; at most ${MOST_OVERLAP * 100} % may be blended. Move one of them.`);
    }
    surfaces.push({
      id: entry.id, part: entry.part ?? "whole", displays, pitchMm, frontRowM, backRowM, u: unitPx(backRowM, pitchMm),
      widthPx: Math.max(...displays.map((d) => d.xPx + d.widthPx)), heightPx: Math.max(...displays.map((d) => d.yPx + d.heightPx)),
    });
  }
  const { id, title, region, situation, scene, scenes, emergencyScene, presets, schedule, sound } = file;
  for (const [i, preset] of (presets ?? []).entries()) if (presets!.findIndex((p) => p.id === preset.id) < i) throw new Error(`Room "${id}": preset "${preset.id}" stands twice. Give each preset its own id.`);
  for (const { at, preset } of schedule ?? []) if (!presets?.some((p) => p.id === preset)) throw new Error(`Room "${id}": the schedule calls preset "${preset}" at ${at}, which is not in presets (${(presets ?? []).map((p) => p.id).join(", ") || "none"}).`);
  if (!surfaces.some((s) => s.part === "whole")) throw new Error(`Room "${id}" has no surface for the focus; at least one must have the part "whole".`);
  return { id, title, region, situation, scene, ...(scenes && { scenes }), ...(emergencyScene !== undefined && { emergencyScene }), ...(presets && { presets }), ...(schedule && { schedule }), ...(sound && { sound }), surfaces, displays: surfaces.flatMap((s) => s.displays) };
}

type Screen = Glass & { readonly xM: number; readonly yM: number };
function screensOf({ matrix, displays }: SurfaceFile, where: string): readonly Screen[] {
  if (matrix && displays) throw new Error(`${where} has a matrix and displays; expected one of the two.`);
  if (displays?.length) return displays;
  if (!matrix) throw new Error(`${where} has no displays; expected a matrix {rows, columns, glass, bezelM} or displays [{…, xM, yM}].`);
  const { rows, columns, glass, bezelM } = matrix;
  const [stepX, stepY] = [glass.widthM + bezelM.x, glass.heightM + bezelM.y];
  return Array.from({ length: rows * columns }, (_, i) => ({ ...glass, xM: (i % columns) * stepX, yM: Math.floor(i / columns) * stepY }));
}
function pitchOf(screens: readonly Screen[], where: string): number {
  const pitches = screens.flatMap(({ widthPx, heightPx, widthM, heightM }) => [(widthM * 1000) / widthPx, (heightM * 1000) / heightPx]);
  const [low, high] = [Math.min(...pitches), Math.max(...pitches)];
  if (high / low - 1 > SAME_PITCH)
    throw new Error(`${where} has pixels of ${low.toFixed(3)} mm and of ${high.toFixed(3)} mm; one plane has one pitch. Correct the metres, or put the other screens on a surface of their own.`);
  return low;
}
const overlap = (a: number, wide: number, b: number, broad: number): number => Math.min(a + wide, b + broad) - Math.max(a, b);
const pairs = <T>(all: readonly T[]): [T, T][] => all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
