/** Sizes in u, the smallest Chinese type of a display (VISUAL §3). A number to be read from the seats is ≥ 1.5 u. */
export const TYPE_U = {
  caption: 1,
  body: 1.2,
  title: 1.25,
  subtitle: 1.3,
  /** The least of a number that is read from the seats. */
  figure: 1.5,
  row: 1.9,
  value: 2.5,
  valueLarge: 4,
  headline: 2.6,
  clock: 4.5,
  hero: 5.5,
} as const;
/** The unit after a value, as a share of the value's size. */
export const UNIT_SHARE = 0.58;
export const WEIGHT = { text: 400, value: 500, title: 600, badge: 700 } as const;
export type Weight = (typeof WEIGHT)[keyof typeof WEIGHT];

/** Distances in u (VISUAL §4). */
export const SPACE_U = {
  grid: 0.25,
  margin: 2,
  bayGutter: 3,
  panelAcross: 2,
  panelDown: 1.2,
  titleBand: 2.6,
  listRow: 2.5,
  ledgerRow: 3.6,
  strip: 5,
  spine: 6.5,
} as const;
/** The block of the response in the strip, the same on every display. */
export const BANNER_U = { top: 0.6, height: 3.9 } as const;
export const BADGE_U = { row: 1.3, map: 1.8, tally: 2.7 } as const;

/** Line widths; px ones scale with the display by `linePx`. */
export const LINE = { panelRulePx: 2, rowPx: 1, dataU: 0.17, nowU: 0.13, selectedU: 0.35, redU: 0.33, zonePx: 2.5, leaderPx: 2 } as const;
/** A line of the drawn width at this unit: never thinner than drawn for u = 24. */
export const linePx = (px: number, u: number): number => px * Math.max(1, u / 24);

/** Durations in ms (VISUAL §4). Nothing loops; with reduced motion all are cuts. */
export const MOTION = { valueMs: 120, rowMs: 300, panelMs: 240, cameraMs: 900, cameraRestMs: 20_000, modeMs: 600, alertMs: 2_400, shiftEveryMs: 600_000, shiftPx: 2 } as const;

export const FAMILY = {
  sans: `"IBM Plex Sans Condensed", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif`,
  num: `"IBM Plex Sans Condensed", "Noto Sans SC", "Noto Sans CJK SC", sans-serif`,
} as const;
/** On a phone: the device's own Chinese face first, whatever maker's it is. The house's would be a megabyte in thirty pieces, on a line that is poor when it matters; nothing there is measured by it. */
export const POCKET_FAMILY = `"IBM Plex Sans Condensed", "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif, "Noto Sans SC"`;
export type Family = keyof typeof FAMILY;
