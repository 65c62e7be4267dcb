import type { Rect } from "./cells.ts";
import type { Placed } from "./scene.ts";

/**
 * Where the strip of a piece ends on a screen, in px from the screen's upper edge: below one line, or more on narrow glass. The same on all screens
 * side by side, whatever of it each has; null on one below another, where no strip stands.
 * @param panels of one surface
 */
export function stripEnd(panels: readonly Placed[], screen: Rect): number | null {
  const end = Math.max(0, ...panels.filter(({ inStrip }) => inStrip).map(({ y, height }) => y + height)) - screen.y;
  return end > 0 ? end : null;
}
