import { describe, expect, test } from "vitest";
import { now, size } from "../../tests/fixtures/marks.ts";
import { figureInk, freshnessMark } from "./panel-text.ts";
import { svgText } from "./svg.ts";

describe("a single value", () => {
  test("a stale number is grey, what is missing is words, what is extrapolated is wisteria", () => {
    const truth = { indicator: "i", place: "p", value: 1, observedAt: now, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "county" }, tick: 1 } as const;
    expect(figureInk({ text: "1", truth })).toBe("t1");
    expect(figureInk({ text: "1", truth: { ...truth, state: "stale" } })).toBe("t3");
    expect(figureInk({ text: "从未上报", isNumber: false })).toBe("t3");
    expect(figureInk({ text: "1", truth: { ...truth, quality: "extrapolated" } })).toBe("w1");
  });
  test("each state of freshness has its own mark", () => {
    const drawn = (["fresh", "ageing", "stale", "down", "never", "withheld"] as const).map((state) => svgText(freshnessMark(state, 10, 10, 24), size(1, 1)));
    expect(new Set(drawn).size).toBe(6);
  });
});
