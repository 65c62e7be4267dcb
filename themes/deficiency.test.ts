import { describe, expect, test } from "vitest";
import { contrast, luminance } from "./contrast.ts";
import { DEFICIENCIES, seenWith } from "./deficiency.ts";
import { RAMP_INKS } from "./ink.ts";
import { THEMES } from "./themes.ts";

const cases = Object.values(THEMES).flatMap((theme) => DEFICIENCIES.map((deficiency) => [theme.id, deficiency, theme] as const));

describe.each(cases)("%s seen with %s", (_, deficiency, { inks }) => {
  const seen = (ink: keyof typeof inks): string => seenWith(deficiency, inks[ink]);
  test("every word is still read on its ground", () => {
    for (const ink of ["t1", "t2", "t3", "focus", "obs", "w1"] as const) expect.soft(contrast(seen(ink), seen("bg")), ink).toBeGreaterThanOrEqual(4.5);
  });
  test("the line of every level is still seen on its ground, and the character on its fill", () => {
    for (const colour of ["red", "orange", "yellow", "blue"] as const) {
      expect.soft(contrast(seen(`${colour}.line`), seen("bg")), colour).toBeGreaterThanOrEqual(3);
      expect.soft(contrast(seen(`${colour}.on`), seen(`${colour}.fill`)), colour).toBeGreaterThanOrEqual(3);
    }
  });
  test("more is still further from the ground, and the classes of a map are as far apart as for all others", () => {
    const away = RAMP_INKS.map((ink) => Math.abs(luminance(seen(ink)) - luminance(seen("bg"))));
    expect([...away].sort((a, b) => a - b)).toEqual(away);
    for (const [i, ink] of RAMP_INKS.slice(1).entries()) expect.soft(contrast(seen(ink), seen(RAMP_INKS[i]!)) / contrast(inks[ink], inks[RAMP_INKS[i]!]), ink).toBeGreaterThanOrEqual(0.9);
  });
});
test("greys are seen as they are", () => {
  for (const deficiency of DEFICIENCIES) for (const grey of ["#000000", "#808080", "#FFFFFF"]) expect(contrast(seenWith(deficiency, grey), grey)).toBeLessThan(1.02);
});
