import { wallUnitPx, type Wall } from "../model/wall.ts";
import type { Words } from "../model/words.ts";
import type { Bleed, Grid } from "./grid.ts";

/** What a panel is told in a scene; its own kind knows which words it understands. */
export type PanelConfig = Readonly<Record<string, unknown>>;

/** One slot filled with a panel of a kind. */
export interface Filling {
  readonly slot: string;
  readonly panel: string;
  readonly config?: PanelConfig;
}

/** Slots filled (场景), as data. */
export interface Scene {
  readonly id: string;
  readonly title: Words;
  readonly grid: string;
  readonly slots: readonly Filling[];
  /** Hours around now that the spine shows, spread over all parts of the spine. */
  readonly spine: { readonly fromH: number; readonly toH: number };
}

/** A panel and its rectangle in px, from the corner of its own display. */
export interface Placed {
  readonly slot: string;
  readonly panel: string;
  readonly display: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly u: number;
  readonly bleeds?: Bleed;
  readonly config: PanelConfig;
}

/** Panels on one scene beside strip and spine (VISUAL §10). */
export const MOST_PANELS = 9;

/**
 * Lays a scene out on a wall: every slot becomes a rectangle in px of its display.
 * @throws an Error that names the scene, what does not fit and what to change
 */
export function layOut(scene: Scene, grid: Grid, wall: Wall): Placed[] {
  const u = wallUnitPx(wall);
  if (wall.displays.length !== grid.displays.length)
    throw new Error(`Scene "${scene.id}" stands on grid "${grid.id}" for ${grid.displays.length} displays; wall "${wall.id}" has ${wall.displays.length}. Choose another scene.`);
  for (const [i, [widthU, heightU]] of grid.displays.entries()) {
    const display = wall.displays[i]!;
    if (widthU * u > display.widthPx || heightU * u > display.heightPx)
      throw new Error(
        `Scene "${scene.id}" needs ${widthU} × ${heightU} u on display ${display.n} of wall "${wall.id}"; at u = ${u} px it has ` +
          `${(display.widthPx / u).toFixed(1)} × ${(display.heightPx / u).toFixed(1)} u. Words would fall below what the back row can read.`,
      );
  }
  const axis = grid.slots.filter((slot) => slot.bleeds === "axis").sort((a, b) => a.display - b.display);
  const axisU = axis.reduce((sum, slot) => sum + slot.at[2], 0);
  const hoursPerU = (scene.spine.toH - scene.spine.fromH) / axisU;

  return scene.slots.map(({ slot: id, panel, config = {} }) => {
    const slot = grid.slots.find((s) => s.id === id);
    if (!slot)
      throw new Error(`Scene "${scene.id}": slot "${id}" is not in grid "${grid.id}" (${grid.slots.map((s) => s.id).join(", ")}). Fix layouts/scenes/${scene.id}.json.`);
    const [x, y, width, height] = slot.at;
    const span: PanelConfig = {};
    if (slot.bleeds === "axis") {
      const before = axis.slice(0, axis.indexOf(slot)).reduce((sum, s) => sum + s.at[2], 0);
      const fromH = scene.spine.fromH + before * hoursPerU;
      Object.assign(span, { fromH, toH: fromH + width * hoursPerU, lineH: [scene.spine.fromH, scene.spine.toH], part: axis.indexOf(slot), parts: axis.length });
    }
    return {
      slot: id, panel, display: slot.display,
      x: x * u, y: y * u, width: width * u, height: height * u, u,
      ...(slot.bleeds && { bleeds: slot.bleeds }),
      config: { ...config, ...span },
    };
  });
}
