import { describe, expect, test } from "vitest";
import { THEMES } from "../themes/themes.ts";
import { judgedKinds, kindOf, sizeOf } from "../wall/marks/kinds.ts";
import { isNumber } from "./number-words.ts";
import { SCENES } from "./shelf.ts";

const u = 24;
const standing = new Set([...SCENES.values()].flatMap(({ strip, focal, context, action }) => [...strip, focal, ...context, ...action].map(({ panel }) => panel)));
/** Kinds that no shipped scene has are read here, at their smallest and at the size that they have most often. */
const kinds = judgedKinds().filter((kind) => !standing.has(kind) && !["spine", "response-line", "response-tag"].includes(kind));
const OFTEN = [[37, 25], [80, 40]] as const;
const sizes = (kind: string) => {
  const [width, height] = sizeOf(kind)!;
  return [[width, height] as const, ...OFTEN.filter(([w, h]) => w >= width && h >= height)];
};

describe.each(Object.values(THEMES))("in $title.zh", (theme) => {
  test.each(kinds.flatMap((kind) => sizes(kind).map(([w, h]) => [kind, w, h] as const)))("the kind %s is read at %s × %s u", (kind, w, h) => {
    const { stretches, levels } = kindOf(theme)(kind)!.seen!({ width: w * u, height: h * u, u }, {});
    const faults = stretches.flatMap(({ text, sizePx, role, contrast, x, width }) => [
      ...(sizePx < u - 0.01 || (isNumber(text) && !role && sizePx < 1.5 * u - 0.01) ? [`“${text}” is set in ${sizePx / u} u`] : []),
      ...(contrast < (sizePx >= 1.5 * u - 0.01 ? 3 : 4.5) ? [`“${text}” has a contrast of ${contrast.toFixed(2)} at ${(sizePx / u).toFixed(2)} u`] : []),
      ...(x < -0.25 * u || x + width > (w + 0.25) * u ? [`“${text}” leaves its panel`] : []),
    ]);
    expect([...new Set(faults)]).toEqual([]);
    expect(levels.filter(({ told }) => !told)).toEqual([]);
  });
});
