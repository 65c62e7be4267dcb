import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atPrecision, fromScaled, toScaled } from "./decimal.ts";

describe("decimals", () => {
  test("a half is judged on the decimal text, not on the binary remainder", () => {
    expect(toScaled(1.005, 2)).toBe(101);
    expect(toScaled(-1.005, 2)).toBe(-101);
    expect(toScaled(2.5, 0)).toBe(3);
    expect(toScaled(0.1 + 0.2, 1)).toBe(3);
    expect(Object.is(toScaled(-0, 1), 0)).toBe(true);
  });
  test("what is not exact is refused, never rounded quietly", () => {
    expect(() => toScaled(2 ** 53, 1)).toThrow(/not exact/);
    expect(() => toScaled(Number.NaN, 1)).toThrow(/not exact/);
    expect(() => toScaled(Number.POSITIVE_INFINITY, 0)).toThrow(/not exact/);
  });
  test("any whole number at any decimals survives the way there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 6 }), (n, decimals) => {
        expect(toScaled(fromScaled(n, decimals), decimals)).toBe(n);
        expect(atPrecision(fromScaled(n, decimals), decimals)).toBe(fromScaled(n, decimals));
      }),
    );
  });
});
