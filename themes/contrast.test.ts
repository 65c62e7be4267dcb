import { describe, expect, test } from "vitest";
import { contrast, luminance } from "./contrast.ts";
import { customProperties } from "./css.ts";
import { INKS, RAMP_INKS, type Ink } from "./ink.ts";
import type { ThemeId } from "./theme.ts";
import { THEMES } from "./themes.ts";

/** Ratios against bg, one decimal; as VISUAL §2 prints them where it does. */
const AGAINST_GROUND: Readonly<Record<ThemeId, Partial<Record<Ink, number>>>> = {
  graphite: { t1: 16.2, t2: 9.7, t3: 5.9, focus: 18.8, obs: 9.8, w1: 8.6, "red.line": 6.1, "orange.line": 8.8, "yellow.line": 13.6, "blue.line": 7.2 },
  ember: { t1: 10.4, t2: 5.7, t3: 4.9, focus: 13.8, obs: 5.6, w1: 5.1, "red.line": 5.2, "orange.line": 6.1, "yellow.line": 8.1, "blue.line": 5.4 },
  stark: { t1: 21, t2: 17, t3: 12.4, focus: 21, obs: 16.1, w1: 13.8, "red.line": 9.5, "orange.line": 11.9, "yellow.line": 16.9, "blue.line": 11.5 },
  paper: { t1: 16.1, t2: 7.4, t3: 4.6, focus: 19.1, obs: 5.0, w1: 5.5, "red.line": 5.3, "orange.line": 4.9, "yellow.line": 5.5, "blue.line": 5.7 },
};
const ON_FILL: Readonly<Record<ThemeId, readonly [number, number, number, number]>> = {
  graphite: [4.8, 7.5, 12.1, 5.0],
  ember: [4.7, 4.7, 6.1, 5.3],
  paper: [4.8, 7.5, 12.1, 5.0],
  stark: [7.2, 10.3, 15.3, 7.6],
};
const T3_ON_LAND: Readonly<Record<ThemeId, number>> = { graphite: 5.1, ember: 4.6, paper: 4.8, stark: 9.4 };

describe.each(Object.values(THEMES))("theme $id", (theme) => {
  const of = (ink: Ink): string => theme.inks[ink];

  test("every word is read against its ground at the ratio the design states", () => {
    for (const [ink, ratio] of Object.entries(AGAINST_GROUND[theme.id]) as [Ink, number][])
      expect.soft(contrast(of(ink), of("bg")), ink).toBeCloseTo(ratio, 1);
    expect(contrast(of("t3"), of("land"))).toBeCloseTo(T3_ON_LAND[theme.id], 1);
  });
  test("no word falls below 4.5 to 1 and no mark below 3 to 1", () => {
    for (const ink of ["t1", "t2", "t3", "focus", "obs", "w1", "red.line", "orange.line", "yellow.line", "blue.line"] as const)
      expect.soft(contrast(of(ink), of("bg")), ink).toBeGreaterThanOrEqual(4.5);
  });
  test("the character in a badge is read on its fill", () => {
    (["red", "orange", "yellow", "blue"] as const).forEach((colour, i) =>
      expect.soft(contrast(of(`${colour}.on`), of(`${colour}.fill`)), colour).toBeCloseTo(ON_FILL[theme.id][i]!, 1),
    );
  });
  test("more is always further from the ground, without a step back", () => {
    const away = RAMP_INKS.map((ink) => Math.abs(luminance(of(ink)) - luminance(of("bg"))));
    expect([...away].sort((a, b) => a - b)).toEqual(away);
    expect(new Set(away).size).toBe(RAMP_INKS.length);
  });
  test("the style sheet carries every ink that marks may name", () => {
    const properties = customProperties(theme, 24);
    for (const ink of INKS) expect(properties[`--${ink.replace(".", "-")}`]).toBe(of(ink));
    expect(properties["--type-title"]).toBe("30px");
  });
});

test("in high contrast every word stands at 7 to 1 and more, every line at 3 to 1, the character of every badge at 7 to 1", () => {
  const { inks } = THEMES.stark;
  for (const ink of ["t1", "t2", "t3", "focus", "obs", "w1", "red.line", "orange.line", "yellow.line", "blue.line"] as const) for (const ground of ["bg", "land", "raise"] as const) expect.soft(contrast(inks[ink], inks[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7);
  for (const ink of ["hair", "hair2", "w2"] as const) expect.soft(contrast(inks[ink], inks.bg), ink).toBeGreaterThanOrEqual(3);
  for (const colour of ["red", "orange", "yellow", "blue"] as const) expect.soft(contrast(inks[`${colour}.on`], inks[`${colour}.fill`]), colour).toBeGreaterThanOrEqual(7);
});
