import { ContextProvider } from "@lit/context";
import { columnsOf } from "../../layouts/cells.ts";
import { common, piecesOn, screenOf, type Piece } from "../../layouts/picture.ts";
import { stripEnd } from "../../layouts/strip.ts";
import type { Mode, Wall } from "../../model/wall.ts";
import { customProperties } from "../../themes/css.ts";
import type { Theme } from "../../themes/theme.ts";
import { modeContext, situationContext } from "../kit/contexts.ts";
import { areUntold } from "../kit/dark-words.ts";
import { stageContext } from "../kit/stage-context.ts";
import "../scenes/cut-line.ts";
import "../scenes/dark-line.ts";
import { SceneElement } from "../scenes/scene.ts";
import { CurtainedStage } from "../stage/curtain.ts";
import { createStage } from "../stage/stage.ts";
import type { Sheet } from "./plane.ts";

/** One screen of a wall on the page: its own stage, and the line that says when it is blind. */
export interface Glass {
  readonly element: HTMLElement;
  /** Sets up what of a picture lies on this screen, unseen. */
  set(pieces: readonly Piece[], mode: Mode): Hanging;
  /** The same with no panel yet, where no reader of the page finds it: it is never raised. */
  rehearse(pieces: readonly Piece[], mode: Mode): Hanging;
  wear(theme: Theme): void;
}
/** What of one picture hangs on one screen: a scene for each piece of it. */
export interface Hanging {
  /** The same pieces with other words: nothing is built anew. */
  change(pieces: readonly Piece[]): void;
  turn(n: number): void;
  /** Mounts one panel more; false when all hang. */
  fill(): boolean;
  /** Lets one panel more draw, unseen; false when all have. */
  draw(): boolean;
  raise(): void;
  remove(): void;
}

/** Puts a display into `root` at its place on the plane; the renderer starts at once. */
export function makeGlass(root: HTMLElement, { id: wall, surfaces }: Wall, { display, x, y }: Sheet, theme: Theme, unitPx: number): Glass {
  const element = document.createElement("section");
  element.className = "glass";
  element.dataset.display = String(display.n);
  element.ariaLabel = `显示屏 ${display.n}`;
  const dress = (worn: Theme): void => {
    // A side screen has a unit of its own.
    for (const [name, value] of Object.entries(customProperties(worn, unitPx))) element.style.setProperty(name, value);
  };
  dress(theme);
  for (const [name, px] of [["left", x], ["top", y], ["width", display.widthPx], ["height", display.heightPx]] as const) element.style.setProperty(name, `${px}px`);
  root.append(element);
  const stage = createStage(element, { theme, unitPx });
  new ContextProvider(element, { context: stageContext, initialValue: stage });

  const screen = screenOf(display);
  // Where a screen of the wall stands above this one, no strip does.
  const hasStrip = columnsOf(surfaces.find(({ id }) => id === display.surface)!).some(([first]) => common(first!, screen));
  const panelsOf = ({ panels, focus }: Piece) => panels.filter((p) => p.surface === display.surface && common(p, screen)).map((p) => ({ ...p, x: p.x - screen.x, y: p.y - screen.y, config: { ...p.config, focus, wall } }));

  const wings = document.createElement("div");
  wings.style.visibility = "hidden";
  wings.ariaHidden = "true";
  const backstage = wings.attachShadow({ mode: "closed" });
  element.append(wings);

  function hang(into: Node, pieces: readonly Piece[], mode: Mode, isFilled: boolean): Hanging {
    const curtain = new CurtainedStage(stage);
    const hung = piecesOn(display, pieces).map(({ piece, part }, i) => {
      const holder = document.createElement("div");
      holder.className = "piece";
      holder.dataset.behind = "";
      holder.dataset.situation = piece.focus.situation;
      holder.style.position = "absolute";
      holder.style.inset = "0";
      new ContextProvider(holder, { context: stageContext, initialValue: curtain });
      new ContextProvider(holder, { context: situationContext, initialValue: piece.focus.situation });
      new ContextProvider(holder, { context: modeContext, initialValue: mode });
      const scene = new SceneElement();
      const panels = panelsOf(piece);
      if (isFilled) scene.panels = panels;
      holder.append(scene);
      const endPx = stripEnd(piece.panels.filter((p) => p.surface === display.surface), screen);
      holder.append(Object.assign(document.createElement("wall-cut-line"), { endPx, fromPx: part.x - screen.x, widthPx: part.width }));
      if (i === 0 && hasStrip) holder.append(Object.assign(document.createElement("wall-dark-line"), { wall, own: display.n, endPx, tellsPacks: areUntold(pieces.flatMap(({ panels: all }) => all)) }));
      into.appendChild(holder);
      return { holder, scene, panels };
    });
    return {
      change: (next) => piecesOn(display, next).forEach(({ piece }, i) => (hung[i]!.scene.panels = panelsOf(piece))),
      turn(n) {
        for (const { scene } of hung) scene.turn = n;
      },
      fill() {
        const next = hung.find(({ scene, panels }) => scene.panels.length < panels.length);
        if (next) next.scene.panels = next.panels.slice(0, next.scene.panels.length + 1);
        return next !== undefined;
      },
      draw: () => curtain.drawNext(),
      raise() {
        stage.soften();
        for (const { holder } of hung) delete holder.dataset.behind;
        curtain.rise();
        // Its numbers have come since it was set up: whose turn it is may hang on them.
        for (const { scene } of hung) scene.requestUpdate();
      },
      remove() {
        for (const { holder } of hung) holder.remove();
      },
    };
  }
  return {
    element,
    set: (pieces, mode) => hang(element, pieces, mode, true),
    rehearse: (pieces, mode) => hang(backstage, pieces, mode, false),
    wear(worn) {
      dress(worn);
      stage.setTheme(worn);
    },
  };
}
