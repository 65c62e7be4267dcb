import type { Fault } from "../model/scene.ts";
import type { Surface, Wall } from "../model/wall.ts";
import { SPACE_U } from "../themes/scale.ts";
import type { Rect } from "./cells.ts";
import type { Need } from "./fill.ts";
import type { Item, Placed, Scene, SizeOf } from "./scene.ts";

/** Between bays of one screen, half on each side (VISUAL §10). */
export const GUTTER_U = SPACE_U.bayGutter / 2;

/** What a scene cannot do in a room, and how to mend it. */
export class DoesNotFit extends Error {
  override name = "DoesNotFit";
  readonly fault: Fault;
  constructor(message: string, fault: Fault) {
    super(message);
    this.fault = fault;
  }
}

/** What one scene is set with on one surface. */
export interface Desk {
  readonly scene: Scene;
  readonly wall: Wall;
  readonly surface: Surface;
  readonly sizeOf: SizeOf;
  readonly columns: readonly (readonly Rect[])[];
  readonly px: (u: number) => number;
  /** Screens below the strip on which nothing tells the response level yet. */
  readonly untold: readonly Rect[];
}

/** The least room that a panel needs, and the most height that it takes, px. */
export function needOf(desk: Desk, item: Item): Need {
  const [width, height, ofKind] = sizeOfKind(desk, item.panel);
  const most = item.mostU === undefined ? ofKind : Math.max(height, Math.min(item.mostU, ofKind ?? Infinity));
  return { item, width: desk.px(width), height: desk.px(height), ...(most !== undefined && { most: desk.px(most) }) };
}
function sizeOfKind(desk: Desk, panel: string): NonNullable<ReturnType<SizeOf>> {
  const size = desk.sizeOf(panel);
  if (!size) throw refusal(desk, `there is no panel of the kind "${panel}"`);
  return size;
}
/** A panel at its place. */
export const placed = ({ surface }: Desk, slot: string, { panel, config = {} }: Item, { x, y, width, height }: Rect, more: Partial<Placed>): Placed => ({ slot, panel, surface: surface.id, x, y, width, height, u: surface.u, ...more, config });
export const inU = ({ surface }: Desk, px: number): string => (px / surface.u).toFixed(1).replace(/\.0$/, "");
/** That a scene does not stand in a room: what was found, what there is, how to mend it. */
export function refusal({ scene, wall, surface }: Desk, found: string): DoesNotFit {
  const [width, height] = [surface.widthPx / surface.u, surface.heightPx / surface.u].map((n) => n.toFixed(1));
  const expected = `surface "${surface.id}" has ${width} × ${height} u (u = ${surface.u} px, back row at ${surface.backRowM} m)`;
  const mend = (what: string): string => `Take the panel out of ${what} or make it optional there, seat the back row nearer in layouts/walls/${wall.id}.json, or choose another scene; type is never made smaller.`;
  return new DoesNotFit(`Scene "${scene.id}" does not stand in room "${wall.id}": ${expected}, and ${found}. ${mend(`layouts/scenes/${scene.id}.json`)}`, { place: `surface "${surface.id}"`, found, expected, mend: mend("the scene") });
}
