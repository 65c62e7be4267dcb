import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";
import { countWebgl } from "../fixtures/count-webgl.ts";

/** Of the clock: so many are seen to pass. */
const SECONDS = 5;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  // Its clock has room for the seconds, and nobody sends a sample to it.
  ({ page } = await stage.sit("/wall/totem/1", { before: (context) => context.addInitScript(countWebgl) }));
  await page.locator('html[data-link=live] [data-panel="wall-clock"]').waitFor({ state: "attached", timeout: OPENING_MS });
  await page.locator('[data-region="4401"]').first().waitFor({ state: "attached", timeout: OPENING_MS });
});
afterAll(() => stage?.close());
async function command(kind: string, data: unknown): Promise<void> {
  expect(await stage.api.command("commander@44", kind, data, { situation: "live" }), kind).toMatchObject({ status: 200 });
}
const painted = () => page.evaluate(() => window.webgl.painted);
/** What was painted while the clock changed so often. */
async function overSeconds(times: number): Promise<number> {
  const before = await painted();
  await page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        const clock = document.querySelector('[data-panel="wall-clock"]')!;
        let [said, left] = [clock.textContent, wanted];
        new MutationObserver((_changes, observer) => {
          if (clock.textContent === said) return;
          said = clock.textContent;
          if (--left > 0) return;
          observer.disconnect();
          done();
        }).observe(clock, { subtree: true, childList: true, characterData: true });
      }),
    times,
  );
  return (await painted()) - before;
}

test("a wall on which only the seconds change paints nothing, and paints again for what does change", async () => {
  // Faces and numbers may come late on a busy machine; then it stands.
  await expect.poll(() => overSeconds(SECONDS), { timeout: OPENING_MS }).toBe(0);
  expect(await overSeconds(SECONDS)).toBe(0);
  const before = await painted();
  expect(before).toBeGreaterThan(0);
  await command("wall.theme", { wall: "totem", theme: "ember" });
  await page.locator('html[data-theme="ember"]').waitFor({ state: "attached" });
  await expect.poll(painted, { timeout: OPENING_MS }).toBeGreaterThan(before);
  expect(stage.complaints()).toEqual([]);
});
