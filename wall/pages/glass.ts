import { ContextProvider } from "@lit/context";
import type { Placed } from "../../layouts/scene.ts";
import { customProperties } from "../../themes/css.ts";
import type { Theme } from "../../themes/theme.ts";
import { stageContext } from "../kit/stage-context.ts";
import "../scenes/cut-line.ts";
import "../scenes/scene.ts";
import { createStage } from "../stage/stage.ts";
import type { Sheet } from "./plane.ts";

/** One screen of a wall on the page: its own stage, its panels, and the line that says when it is blind. */
export interface Glass {
  readonly element: HTMLElement;
  /** Panels of the whole wall; only what lies on this display is shown, and of what takes turns only the turn. */
  show(panels: readonly Placed[]): void;
  turn(n: number): void;
}

/** Puts a display into `root` at its place on the plane; the renderer starts at once. */
export function makeGlass(root: HTMLElement, { display, x, y }: Sheet, theme: Theme, unitPx: number): Glass {
  const element = document.createElement("section");
  element.className = "glass";
  element.dataset.display = String(display.n);
  element.ariaLabel = `显示屏 ${display.n}`;
  // A side screen has a unit of its own.
  for (const [name, value] of Object.entries(customProperties(theme, unitPx))) element.style.setProperty(name, value);
  for (const [name, px] of [["left", x], ["top", y], ["width", display.widthPx], ["height", display.heightPx]] as const) element.style.setProperty(name, `${px}px`);
  root.append(element);
  const stage = createStage(element, { theme, unitPx });
  new ContextProvider(element, { context: stageContext, initialValue: stage });
  const scene = document.createElement("wall-scene");
  element.append(scene, document.createElement("wall-cut-line"));
  const here = (p: Placed): boolean =>
    p.surface === display.surface && p.x < display.xPx + display.widthPx && p.x + p.width > display.xPx && p.y < display.yPx + display.heightPx && p.y + p.height > display.yPx;
  return {
    element,
    show: (panels) => (scene.panels = panels.filter(here).map((p) => ({ ...p, x: p.x - display.xPx, y: p.y - display.yPx }))),
    turn: (n) => (scene.turn = n),
  };
}
