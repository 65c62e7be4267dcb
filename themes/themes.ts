import { ember } from "./ember.ts";
import { graphite } from "./graphite.ts";
import { paper } from "./paper.ts";
import { stark } from "./stark.ts";
import { THEME_IDS, type Theme, type ThemeId } from "./theme.ts";

/** Day wall, night watch, paper, high contrast. */
export const THEMES: Readonly<Record<ThemeId, Theme>> = { graphite, ember, paper, stark };
export const isThemeId = (text: unknown): text is ThemeId => THEME_IDS.includes(text as ThemeId);
