import { expect, test } from "vitest";
import { kinds, size } from "../../tests/fixtures/marks.ts";
import * as headline from "../marks/headline.ts";
import { textBox } from "../marks/words.ts";
import { AIR_U, CutLineElement, LINE_FROM_U, LINE_U, PLAQUE_U } from "./cut-line.ts";

/** What lies between the end of the strip and the panels below it (VISUAL §4). */
const GAP_U = 1.25;

test("plaque and line keep off the feet of the strip's last line, and end before a panel begins", () => {
  const strip = size(76, 5);
  const second = kinds(headline.marks({ clauses: [[{ text: "10级风圈内 3 县" }]], second: [{ text: "最要紧：湛江 9 处（3 处未确认）", counts: true }] }, strip), "text").find(({ id }) => id === "headline-second")!;
  const { y, height } = textBox(second, {});
  expect(strip.height + AIR_U * strip.u - (y + height)).toBeGreaterThanOrEqual(0.2 * strip.u - 0.01);
  expect(AIR_U + PLAQUE_U).toBeLessThanOrEqual(GAP_U);
  expect(LINE_FROM_U).toBeGreaterThanOrEqual(AIR_U);
  expect(LINE_FROM_U + LINE_U / 2).toBeCloseTo(AIR_U + PLAQUE_U / 2);
  const css = String(CutLineElement.styles);
  for (const place of [`top: calc(var(--u) * ${AIR_U});`, `/ calc(var(--u) * ${PLAQUE_U}) var`, `margin-top: calc(var(--u) * ${LINE_FROM_U});`]) expect(css).toContain(place);
});
