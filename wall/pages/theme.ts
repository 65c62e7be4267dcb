import { customProperties } from "../../themes/css.ts";
import type { ThemeId } from "../../themes/theme.ts";
import { THEMES, isThemeId } from "../../themes/themes.ts";

/** Puts a theme's inks and sizes on the page; `unitPx` is the smallest Chinese type of this display. */
export function wear(theme: ThemeId, unitPx: number): void {
  for (const [name, value] of Object.entries(customProperties(THEMES[theme], unitPx))) document.documentElement.style.setProperty(name, value);
  document.documentElement.dataset.theme = theme;
}

/** The theme that the address asks for, or the page's own. */
export const themeOf = (query: URLSearchParams, own: ThemeId): ThemeId => {
  const asked = query.get("theme");
  return isThemeId(asked) ? asked : own;
};

/** Tells the page how large a pixel of its glass is: gaps and palms are measured in millimetres (VISUAL §11). */
export const glassOf = (mmPerPx: number): void => document.documentElement.style.setProperty("--mm", `${(1 / mmPerPx).toFixed(3)}px`);
