import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amount, compass, difference, grouped, orderOf, windForce } from "./numerals.ts";

describe("numbers on a wall", () => {
  test("below one wan they are grouped by three", () => {
    expect(amount(3218, { decimals: 0, unit: "亿元", order: 0 })).toEqual({ text: "3,218", unit: "亿元" });
    expect(amount(0, { decimals: 1, unit: "mm" })).toEqual({ text: "0.0", unit: "mm" });
  });
  test("from one wan they are written in wan, from one yi in yi", () => {
    expect(amount(87_100, { decimals: 0, unit: "件" })).toEqual({ text: "8.71", unit: "万件" });
    expect(amount(1_217_000, { decimals: 0 })).toEqual({ text: "121.7", unit: "万" });
    expect(amount(70_123_400, { decimals: 0, unit: "人" })).toEqual({ text: "7,012", unit: "万人" });
    expect(amount(141_700_000, { decimals: 0, unit: " kW" })).toEqual({ text: "1.417", unit: "亿 kW" });
    expect(amount(104_320_459, { decimals: 0, unit: "人" })).toEqual({ text: "1.043", unit: "亿人" });
  });
  test("a number that rounds up to the next order is written in it", () => {
    expect([13_040, 9_999.6, 9_400].map((metres) => Object.values(amount(metres, { decimals: 0, unit: "m" })).join(" "))).toEqual(["13.0 km", "10.0 km", "9,400 m"]);
    expect(amount(300, { decimals: 0, unit: "m", order: 4 })).toEqual({ text: "0.30", unit: "km" });
    expect(amount(9_999.6, { decimals: 0 })).toEqual({ text: "1.00", unit: "万" });
    expect(amount(99_999_999, { decimals: 0 })).toEqual({ text: "1.000", unit: "亿" });
    expect(amount(99_996, { decimals: 0 })).toEqual({ text: "10.0", unit: "万" });
  });
  test("a column keeps one order", () => {
    expect(amount(4_000, { decimals: 0, order: 4 }).text).toBe("0.40");
  });
  test("English writes thousand and million", () => {
    expect(amount(87_100, { decimals: 0, unit: "cases", lang: "en" })).toEqual({ text: "87.1", unit: "thousand cases" });
    expect(amount(3_218, { decimals: 0, lang: "en" })).toEqual({ text: "3,218", unit: "" });
  });
  test("minus is a real minus and zero has no sign", () => {
    expect(grouped(-1.4, 1)).toBe("\u22121.4");
    expect(grouped(-0.04, 1)).toBe("0.0");
    expect(difference(0.38, 2)).toBe("+0.38");
    expect(difference(-0.001, 2)).toBe("持平");
  });
  test("no number is ever written with five digits before the point, or in wan of wan", () => {
    fc.assert(
      fc.property(fc.double({ min: -9e11, max: 9e11, noNaN: true }), fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        const { text, unit } = amount(value, { decimals });
        if (unit !== "亿") expect(Math.abs(Number(text.replaceAll(",", "").replace("\u2212", "-")))).toBeLessThan(10_000);
        expect(unit).not.toContain("万万");
      }),
    );
  });
  test("a unit that begins with an order is raised, never doubled", () => {
    expect(amount(15_600, { decimals: 0, unit: "万kW" })).toEqual({ text: "1.560", unit: "亿kW" });
    expect(amount(9_000, { decimals: 0, unit: "万kW" })).toEqual({ text: "9,000", unit: "万kW" });
    expect(amount(45_000, { decimals: 1, unit: "亿m³" })).toEqual({ text: "4.50", unit: "万亿m³" });
    const worth = (unit: string): number => ({ 万: 1e4, 亿: 1e8, 万亿: 1e12 })[/^[万亿]*/.exec(unit)?.[0] ?? ""] ?? 1;
    fc.assert(
      fc.property(fc.double({ min: -9e9, max: 9e11, noNaN: true }), fc.constantFrom("万kW", "亿m³", "万亿元", "kW", ""), fc.integer({ min: 0, max: 3 }), fc.constantFrom(undefined, 0, 4, 8), (value, unit, decimals, order) => {
        const written = amount(value, { decimals, unit, ...(order !== undefined && { order: order as 0 | 4 | 8 }) });
        expect(written.unit).toMatch(/^(万|亿|万亿)?[^万亿]*$/);
        const digits = written.text.split(".")[1]?.length ?? 0;
        const read = Number(written.text.replaceAll(",", "").replace("\u2212", "-")) * worth(written.unit);
        expect(Math.abs(read - value * worth(unit))).toBeLessThanOrEqual((0.5 * 10 ** -digits + 1e-9 * Math.abs(read / worth(written.unit))) * worth(written.unit) + 1e-6);
      }),
    );
  });
  test("what is written stays within half of its last digit", () => {
    fc.assert(
      fc.property(fc.double({ min: -9e9, max: 9e9, noNaN: true }), (value) => {
        const order = orderOf(value, 1);
        const { text } = amount(value, { decimals: 1 });
        const digits = text.split(".")[1]?.length ?? 0;
        const read = Number(text.replaceAll(",", "").replace("\u2212", "-"));
        expect(Math.abs(read - value / 10 ** order)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9 * Math.abs(value));
      }),
    );
  });
  test("wind force follows the national scale", () => {
    expect([0, 13.9, 17.1, 17.2, 24.5, 32.7, 52, 60].map(windForce)).toEqual([0, 7, 7, 8, 10, 12, 16, 17]);
  });
  test("a heading is one of sixteen directions", () => {
    expect([0, 292.5, 315, 359, -45].map((d) => compass(d))).toEqual(["北", "西西北", "西北", "北", "西北"]);
  });
});
