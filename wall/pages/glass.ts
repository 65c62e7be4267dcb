import { ContextProvider } from "@lit/context";
import type { Placed } from "../../layouts/scene.ts";
import type { Display } from "../../model/wall.ts";
import type { Theme } from "../../themes/theme.ts";
import { stageContext } from "../kit/stage-context.ts";
import "../scenes/cut-line.ts";
import "../scenes/scene.ts";
import { createStage } from "../stage/stage.ts";

/** One screen of a wall on the page: its own stage, its panels, and the line that says when it is blind. */
export interface Glass {
  readonly display: Display;
  readonly element: HTMLElement;
  /** Panels of the whole wall; only those of this display are shown. */
  show(panels: readonly Placed[]): void;
}

/** Puts a display into `root` at its place on the plane; the renderer starts at once. */
export function makeGlass(root: HTMLElement, display: Display, theme: Theme, unitPx: number): Glass {
  const element = document.createElement("section");
  element.className = "glass";
  element.dataset.display = String(display.n);
  element.ariaLabel = `显示屏 ${display.n}`;
  for (const [name, px] of [["left", display.xPx], ["top", display.yPx], ["width", display.widthPx], ["height", display.heightPx]] as const) element.style.setProperty(name, `${px}px`);
  root.append(element);
  const stage = createStage(element, { theme, unitPx });
  new ContextProvider(element, { context: stageContext, initialValue: stage });
  const scene = document.createElement("wall-scene");
  element.append(scene, document.createElement("wall-cut-line"));
  return { display, element, show: (panels) => (scene.panels = panels.filter((p) => p.display === display.n)) };
}
