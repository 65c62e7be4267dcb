import { expect, test } from "vitest";
import { MOST_KNOWN, remembering, type Asked } from "./text-measure.ts";

function canvases() {
  const opened: string[][] = [];
  const open = (): Asked => {
    const asked: string[] = [];
    opened.push(asked);
    return { font: "", measureText: (text: string) => (asked.push(text), { width: text.length * 100 }) as unknown as TextMetrics };
  };
  return { opened, open };
}

test("a word is asked for once for as long as it is used, however many others come and go", () => {
  const { opened, open } = canvases();
  const { measure } = remembering(open, new Map());
  for (let n = 0; n < 10 * MOST_KNOWN; n++) {
    measure(`value ${n}`, 10, 400, "sans");
    expect(measure("stays", 10, 400, "sans")).toBe(50);
  }
  expect(opened.flat().filter((text) => text === "stays")).toHaveLength(1);
});

test("no canvas is asked for more words than are remembered, and each word that is remembered no more is asked for again", () => {
  const { opened, open } = canvases();
  const { measure } = remembering(open, new Map());
  for (let n = 0; n < 5 * MOST_KNOWN; n++) measure(`value ${n}`, 10, 400, "sans");
  for (const asked of opened) expect(asked.length).toBeLessThanOrEqual(MOST_KNOWN);
  const before = opened.flat().length;
  measure("value 0", 10, 400, "sans");
  expect(opened.flat()).toHaveLength(before + 1);
});

test("the same word in another weight or family has a width of its own", () => {
  const { opened, open } = canvases();
  const { measure } = remembering(open, new Map());
  for (const weight of [400, 600] as const) for (const family of ["sans", "num"] as const) measure("a", 10, weight, family);
  expect(opened.flat()).toHaveLength(4);
});
