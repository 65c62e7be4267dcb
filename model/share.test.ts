import fc from "fast-check";
import { expect, test } from "vitest";
import { atPrecision } from "./decimal.ts";
import { percentAt } from "./share.ts";
import { shown, valueText } from "./wording.ts";

const decimals = fc.integer({ min: 0, max: 4 });
const percent = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 99.9, max: 100, noNaN: true }), fc.double({ min: 0, max: 0.01, noNaN: true }));

test("a share of less than all is never told as all, nor one of more than nothing as nothing", () => {
  fc.assert(fc.property(percent, decimals, (value, digits) => {
    const told = percentAt(value, digits);
    expect(told === 100).toBe(value === 100);
    expect(told === 0).toBe(value === 0);
    expect(told).toBeGreaterThanOrEqual(0);
    expect(told).toBeLessThanOrEqual(100);
  }));
});
test("it is the rounded number but at the two ends, and there within one of its last digit", () => {
  fc.assert(fc.property(percent, decimals, (value, digits) => {
    const [told, near] = [percentAt(value, digits), atPrecision(value, digits)];
    if ((near < 100 || value === 100) && (near > 0 || value === 0)) expect(told).toBe(near);
    expect(Math.abs(told - value)).toBeLessThanOrEqual(10 ** -digits * (1 + 1e-9));
  }));
});
test("of two shares the larger is never told as the smaller", () => {
  fc.assert(fc.property(percent, percent, decimals, (a, b, digits) => {
    expect(percentAt(Math.min(a, b), digits)).toBeLessThanOrEqual(percentAt(Math.max(a, b), digits));
  }));
});
test("one city that is short is seen in the number of all, in both languages; other units are rounded as ever", () => {
  const answer = { decimals: 1, unit: "%", rollup: "ratio", cadenceMs: 3_600_000 } as const;
  const cell = { place: "44", value: 99.97, observedAt: 0, state: "fresh", quality: "good", coverage: { have: 21, of: 21, level: "city" }, tick: 1 } as const;
  for (const lang of ["zh", "en"] as const) {
    expect(shown(cell, answer, 0, { lang })).toMatchObject({ text: "99.9", unit: "%" });
    expect(shown({ ...cell, value: 0.03 }, answer, 0, { lang }).text).toBe("0.1");
    expect(shown({ ...cell, value: 100 }, answer, 0, { lang }).text).toBe("100.0");
    expect(valueText(99.97, answer, lang)).toBe("99.9 %");
  }
  expect(valueText(99.97, { decimals: 1, unit: "mm" })).toBe("100.0 mm");
});
