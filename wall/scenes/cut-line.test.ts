import { expect, test } from "vitest";
import { kinds, size } from "../../tests/fixtures/marks.ts";
import { ABOVE_U } from "../../layouts/lower-screens.ts";
import * as headline from "../marks/headline.ts";
import * as responseLine from "../marks/response-line.ts";
import { textBox } from "../marks/words.ts";
import { AIR_U, CutLineElement, cutWords, LINE_FROM_U, LINE_U, PLAQUE_U } from "./cut-line.ts";

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

test("on a screen below the strip the plaque ends above the words that tell the world and the mode", () => {
  const room = size(...responseLine.spec.minU);
  const [said] = kinds(responseLine.marks({ mode: "平时", world: "演练含模拟数据" }, room), "text");
  // Characters reach 0.46 of their size above their middle.
  const top = ABOVE_U * room.u + said!.y - 0.46 * said!.sizePx;
  expect(PLAQUE_U * room.u).toBeLessThanOrEqual(top + 0.01);
});

test("the plaque says people's time, and in a drill, whose picture has another, that it is that", () => {
  const link = { silentMs: 30_000, isAgeKnown: true, serverNow: () => Date.parse("2026-12-01T08:00:30+08:00") };
  expect(cutWords(link, "live")).toBe("与平台断开 30 秒，画面停在 08:00:00");
  expect(cutWords(link, "storm")).toBe("与平台断开 30 秒，画面停在现实时间 08:00:00");
  expect(cutWords({ ...link, isAgeKnown: false }, "storm")).toBe("与平台断开，时长不明（本机时钟不准），画面停在现实时间 12月1日 08:00:00");
});
