import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

interface Glyph {
  readonly text: string;
  /** As painted, in px of the window. */
  readonly widthPx: number;
  /** What the same character takes in the same face on a page that nothing stretches. */
  readonly ownPx: number;
  /** How much the words are drawn larger than they are set, each way. */
  readonly scale: readonly [x: number, y: number];
}
/** Runs in the page: one Chinese character of every word of the wall, as painted and as its face draws it. */
function glyphs(): Glyph[] {
  const ruler = document.body.appendChild(document.createElement("span"));
  ruler.style.cssText = "position:fixed;left:0;top:0;visibility:hidden;white-space:pre";
  const found: Glyph[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // One among its like: beside a digit or a letter a character takes an eighth more.
    const at = /(?<![^\p{Script=Han}])\p{Script=Han}(?![^\p{Script=Han}])/u.exec(node.textContent ?? "")?.index;
    const word = node.parentElement!.closest<HTMLElement>(".stage-words > [data-panel] > *");
    if (at === undefined || !word || word.offsetWidth === 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { fontFamily, fontSize, fontWeight, fontVariantNumeric, letterSpacing } = getComputedStyle(node.parentElement!);
    Object.assign(ruler.style, { fontFamily, fontSize, fontWeight, fontVariantNumeric, letterSpacing });
    ruler.textContent = range.toString();
    const box = word.getBoundingClientRect();
    found.push({ text: word.textContent ?? "", widthPx: range.getBoundingClientRect().width, ownPx: ruler.getBoundingClientRect().width, scale: [box.width / word.offsetWidth, box.height / word.offsetHeight] });
  }
  ruler.remove();
  return found;
}
/** How much wider than high the pictures under the words are drawn than they were made. */
const canvases = (page: Page) => page.locator("canvas").evaluateAll((all) => (all as HTMLCanvasElement[]).map((c) => { const { width, height } = c.getBoundingClientRect(); return width / height / (c.width / c.height); }));

/** Every character and every picture is drawn `scale` times as large as its own, both ways alike. */
async function expectUnstretched(page: Page, scale: number): Promise<void> {
  const seen = await page.evaluate(glyphs);
  expect(seen.length).toBeGreaterThan(60);
  for (const { text, widthPx, ownPx, scale: [x, y] } of seen) {
    expect(x, text).toBeCloseTo(scale, 1);
    expect(y, text).toBeCloseTo(scale, 1);
    expect(widthPx / ownPx, text).toBeCloseTo(scale, 2);
  }
  const pictures = await canvases(page);
  expect(pictures.length).toBeGreaterThan(0);
  for (const ratio of pictures) expect(ratio).toBeCloseTo(1, 2);
}

test("a wall of 6656×1792 stands without a stretched character, pixel for pixel and in a window of another shape", async () => {
  const { page } = await stage.sit("/wall/led-6656", { viewport: { width: 6656, height: 1792 } });
  await page.locator('html[data-link="live"][data-scene="overview"]').waitFor({ state: "attached", timeout: OPENING_MS });
  await page.locator('[data-region="4401"]').first().waitFor({ state: "attached", timeout: OPENING_MS });
  // The picture is whole: every number of the province has been answered.
  await page.waitForFunction(() => {
    const numbers = [...document.querySelectorAll('wall-value[place="44"]')];
    return numbers.length > 0 && numbers.every((number) => number.hasAttribute("state"));
  }, null, { timeout: OPENING_MS });
  await page.evaluate(() => document.fonts.ready);
  await expectUnstretched(page, 1);
  await page.setViewportSize({ width: 1664, height: 900 });
  await page.waitForFunction(() => innerWidth === 1664 && document.querySelector("main")!.getBoundingClientRect().width === 1664);
  await expectUnstretched(page, 0.25);
  expect(stage.complaints()).toEqual([]);
});
