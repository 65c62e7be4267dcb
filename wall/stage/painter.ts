import type { Theme } from "../../themes/theme.ts";
import type { Shape } from "./shapes.ts";

/** A rectangle of the display, px. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Somebody who draws shapes: Pixi, or SVG where there is no WebGL. Nothing is visible before `render`. */
export interface Painter {
  readonly kind: "webgl" | "svg";
  /** @param isSeen false: made ready, and not drawn */
  set(id: string, rect: Rect, shapes: readonly Shape[], isSeen: boolean): void;
  remove(id: string): void;
  /** @param density px of the glass per px of the page */
  resize(widthPx: number, heightPx: number, density: number): void;
  setTheme(theme: Theme): void;
  render(): void;
  destroy(): void;
}
