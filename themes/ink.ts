/** Every colour of the house by its meaning (VISUAL §2); marks name inks, only a theme knows what they look like. */
export const GROUND_INKS = ["bg", "sea", "land", "land2", "raise", "band", "hair", "hair2"] as const;
export const WORD_INKS = ["t1", "t2", "t3", "focus", "obs"] as const;
export const RAMP_INKS = ["c1", "c2", "c3", "c4", "c5"] as const;
export const NOT_ACTUAL_INKS = ["w1", "w2", "w3"] as const;
export const LEVEL_INKS = [
  "red.line", "red.fill", "red.on",
  "orange.line", "orange.fill", "orange.on",
  "yellow.line", "yellow.fill", "yellow.on",
  "blue.line", "blue.fill", "blue.on",
] as const;

export const INKS = [...GROUND_INKS, ...WORD_INKS, ...RAMP_INKS, ...NOT_ACTUAL_INKS, ...LEVEL_INKS] as const;
export type Ink = (typeof INKS)[number];

/** The custom property of an ink: `red.line` is `--red-line`. */
export const inkProperty = (ink: Ink): string => `--${ink.replace(".", "-")}`;
