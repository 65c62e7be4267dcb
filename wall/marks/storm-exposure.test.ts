import { expect, test } from "vitest";
import type { TextMark } from "./mark.ts";
import { marks } from "./storm-exposure.ts";
import { variants } from "./storm-exposure.specimen.ts";

test("how near the centre is stands with every city that is listed, or with none: the near ones alone would look like all that is known", () => {
  const data = variants.find(({ order }) => order.rows.some(({ toCentre }) => toCentre))!;
  const u = 24;
  const seen = new Set<string>();
  for (let wide = 28; wide <= 70; wide++) {
    const lines = marks(data, { width: wide * u, height: 40 * u, u }).filter((mark): mark is TextMark => mark.kind === "text").flatMap(({ text, tail }) => [text, ...(tail ?? []).map((run) => run.text)]);
    const [cities, distances] = [lines.filter((text) => data.order.rows.some(({ name }) => name === text)).length, lines.filter((text) => text.trim() === "km").length];
    expect([0, cities], `${wide} u`).toContain(distances);
    seen.add(distances === 0 ? "none" : "all");
  }
  expect(seen).toEqual(new Set(["none", "all"]));
});
