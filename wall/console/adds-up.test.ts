import { describe, expect, test } from "vitest";
import { addUp, byWeight, isSame, type Part } from "./adds-up.ts";

const part = (place: string, value: number | null, more: Partial<Part> = {}): Part => ({ place, value, state: value === null ? "never" : "fresh", observedAt: "2026-01-01T08:00:00.000+08:00", ...more });

describe("what a number is made of", () => {
  test("a sum is the sum of its parts; a part that has never reported adds nothing and is not counted", () => {
    expect(addUp({ rollup: "sum", unit: "户" }, [part("a", 0.1), part("b", 0.2), part("c", null)])).toEqual({ valued: 2, hidden: 0, value: 0.3 });
  });

  test("where nobody has reported there is no sum, and it is not zero", () => {
    expect(addUp({ rollup: "sum", unit: "户" }, [part("a", null)])).toEqual({ valued: 0, hidden: 0, value: null });
  });

  test("a ratio is all numerators over all denominators, not the mean of the percentages", () => {
    const parts = [part("a", 50, { num: 1, den: 2 }), part("b", 90, { num: 9, den: 10 })];
    expect(addUp({ rollup: "ratio", unit: "%" }, parts)).toMatchObject({ over: [10, 12], value: 1000 / 12 });
  });

  test("a mean weighs each part by the samples inside it", () => {
    expect(addUp({ rollup: "mean", unit: "℃" }, [part("a", 10, { num: 30, den: 3 }), part("b", 20, { num: 20, den: 1 })])).toMatchObject({ over: [50, 4], value: 12.5 });
  });

  test("a share that is withheld for want of coverage still adds its parts, and hides nothing", () => {
    const thin = part("b", null, { state: "withheld", num: 3, den: 4 });
    expect(addUp({ rollup: "ratio", unit: "%" }, [part("a", 50, { num: 1, den: 2 }), thin])).toEqual({ valued: 2, hidden: 0, over: [4, 6], value: 400 / 6 });
  });

  test("of an extreme and of the latest, one part decides and is named", () => {
    const parts = [part("a", 4), part("b", 9), part("c", 1, { observedAt: "2026-01-01T08:10:00.000+08:00" })];
    expect(["max", "min", "last"].map((rollup) => addUp({ rollup: rollup as "max", unit: "m" }, parts).by?.place)).toEqual(["b", "c", "c"]);
  });

  test("parts that are not published are counted, because the others do not add up without them", () => {
    expect(addUp({ rollup: "sum", unit: "人" }, [part("a", 7), part("b", null, { state: "withheld" })])).toMatchObject({ hidden: 1, value: 7 });
  });

  test("the number shown is the parts' at its own decimals, and another one is told apart", () => {
    expect(isSame(329.5, 330, 0)).toBe(true);
    expect(isSame(329.4, 330, 0)).toBe(false);
    expect(isSame(null, 0, 0)).toBe(false);
  });

  test("rows begin with what decides and end with what says nothing", () => {
    const parts = [part("a", null), part("b", 4), part("c", 9)];
    expect(byWeight({ rollup: "sum", unit: "" }, parts).map((p) => p.place)).toEqual(["c", "b", "a"]);
    expect(byWeight({ rollup: "min", unit: "" }, parts).map((p) => p.place)).toEqual(["b", "c", "a"]);
  });
});
