import { ember } from "./ember.ts";
import { graphite } from "./graphite.ts";
import { paper } from "./paper.ts";
import { THEME_IDS, type Theme, type ThemeId } from "./theme.ts";

/** Day wall, night watch, paper. */
export const THEMES: Readonly<Record<ThemeId, Theme>> = { graphite, ember, paper };
export const isThemeId = (text: unknown): text is ThemeId => THEME_IDS.includes(text as ThemeId);
